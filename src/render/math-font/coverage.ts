/** The glyphs of a coverage table, in its order (OpenType, “Coverage Table”). */
export function coverageOf(view: DataView, at: number): ReadonlyArray<number> {
  const count = view.getUint16(at + 2)
  if (view.getUint16(at) === 1) return Array.from({length: count}, (_, index) => view.getUint16(at + 4 + 2 * index))
  return Array.from({length: count}, (_, index) => at + 4 + 6 * index).flatMap((range) => {
    const [first, last] = [view.getUint16(range), view.getUint16(range + 2)]
    return Array.from({length: last - first + 1}, (_, index) => first + index)
  })
}

/** Offsets that a table lists behind their count, from its own beginning. */
export function offsetsAt(view: DataView, base: number, at: number): ReadonlyArray<number> {
  return Array.from({length: view.getUint16(at)}, (_, index) => base + view.getUint16(at + 2 + 2 * index))
}
