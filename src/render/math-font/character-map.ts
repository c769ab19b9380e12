import {viewOf} from './woff.ts'

/** The glyph of each character that a font has, by its `cmap` (OpenType, formats 4 and 12). */
export function characterMap(table: Uint8Array): (point: number) => number {
  const view = viewOf(table)
  const subtables = Array.from({length: view.getUint16(2)}, (_, index) => view.getUint32(4 + 8 * index + 4))
  const at = (format: number) => subtables.find((offset) => view.getUint16(offset) === format)
  const [long, short] = [at(12), at(4)]
  if (long !== undefined) return (point) => inGroups(view, long, point)
  return short === undefined ? () => 0 : (point) => inSegments(view, short, point)
}

/** Groups follow each other by their characters: the one that may hold a character is found by halves. */
function inGroups(view: DataView, table: number, point: number): number {
  const groupAt = (index: number) => table + 16 + 12 * index
  let low = 0
  let high = view.getUint32(table + 12)
  while (low < high) {
    const middle = (low + high) >> 1
    if (view.getUint32(groupAt(middle) + 4) < point) low = middle + 1
    else high = middle
  }
  if (low === view.getUint32(table + 12)) return 0
  const first = view.getUint32(groupAt(low))
  return point < first ? 0 : view.getUint32(groupAt(low) + 8) + point - first
}

function inSegments(view: DataView, table: number, point: number): number {
  const doubled = view.getUint16(table + 6)
  const [ends, starts] = [table + 14, table + 16 + doubled]
  for (let at = 0; at < doubled; at += 2) {
    if (point > view.getUint16(ends + at)) continue
    const start = view.getUint16(starts + at)
    if (point < start) return 0
    const delta = view.getUint16(starts + doubled + at)
    const range = starts + 2 * doubled + at
    const offset = view.getUint16(range)
    const glyph = offset === 0 ? point : view.getUint16(range + offset + 2 * (point - start))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}
