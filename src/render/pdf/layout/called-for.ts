import type {Measured, MeasuredFloat} from './measured.ts'

/**
 * The floats, each called for by the atom that refers to it first, if that comes after it in the text and within so many pixels: a float
 * stands on no page before that of its reference then.
 */
export function calledFor({atoms, floats = []}: Measured, near: number): ReadonlyArray<MeasuredFloat> {
  return floats.map((float) => {
    const {after, reference} = float
    if (reference === undefined || reference > (atoms[after]?.bottom ?? 0) + near) return float
    let at = Math.max(0, after)
    while (at < atoms.length - 1 && (atoms[at]?.bottom ?? 0) <= reference) at += 1
    return {...float, after: at}
  })
}
