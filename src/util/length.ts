/** A length as an author writes it. */
export interface Length {
  readonly number: number
  readonly unit: '' | '%' | 'cm' | 'em' | 'in' | 'mm' | 'pt' | 'px' | 'rem'
}

/** Read `50%`, `8cm`, `3in`, `240`; `undefined` for what is none. */
export function lengthOf(written: string | undefined): Length | undefined {
  const [, number, unit = ''] =
    /^\s*(\d{1,5}(?:\.\d{1,4})?|\.\d{1,4})\s?(%|cm|mm|in|px|pt|em|rem|)\s*$/.exec(written ?? '') ?? []
  return number === undefined ? undefined : {number: Number(number), unit: unit as Length['unit']}
}

const inches: ReadonlyMap<string, number> = new Map([
  ['', 1 / 96],
  ['px', 1 / 96],
  ['pt', 1 / 72],
  ['em', 12 / 72],
  ['rem', 12 / 72],
  ['in', 1],
  ['cm', 1 / 2.54],
  ['mm', 1 / 25.4]
])

/** A length in inches; pixels are those of CSS, a 96th of one, and a share is of `whole`. Nothing for none, or none above 0. */
export function inchesOf(written: string | undefined, whole: number): number | undefined {
  const length = lengthOf(written)
  if (length === undefined || length.number === 0) return undefined
  return length.unit === '%' ? (length.number / 100) * whole : length.number * (inches.get(length.unit) ?? 1 / 96)
}
