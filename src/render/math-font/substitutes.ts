import {coverageOf, offsetsAt} from './coverage.ts'
import {viewOf} from './woff.ts'

/** From a glyph to what may stand for it or be made of it. */
export type Successors = ReadonlyMap<number, ReadonlyArray<number>>

/** What `GSUB` puts in place of glyphs, in whatever context (OpenType, lookups 1 to 4, and 7 around them). */
export function substitutes(table: Uint8Array): Successors {
  const view = viewOf(table)
  const found = new Map<number, Array<number>>()
  const add = (glyph: number, others: ReadonlyArray<number>) =>
    found.set(glyph, [...(found.get(glyph) ?? []), ...others])
  const list = view.getUint16(8)
  for (const lookup of offsetsAt(view, list, list)) {
    const type = view.getUint16(lookup)
    for (const subtable of offsetsAt(view, lookup, lookup + 4)) {
      const isExtended = type === 7
      const at = isExtended ? subtable + view.getUint32(subtable + 4) : subtable
      inSubtable(view, isExtended ? view.getUint16(subtable + 2) : type, at, add)
    }
  }
  return found
}

type Add = (glyph: number, others: ReadonlyArray<number>) => void

function inSubtable(view: DataView, type: number, at: number, add: Add): void {
  if (type < 1 || type > 4) return
  const covered = coverageOf(view, at + view.getUint16(at + 2))
  if (type === 1) {
    const isDelta = view.getUint16(at) === 1
    for (const [index, glyph] of covered.entries())
      add(glyph, [isDelta ? (glyph + view.getInt16(at + 4)) & 0xffff : view.getUint16(at + 6 + 2 * index)])
    return
  }
  for (const [index, set] of offsetsAt(view, at, at + 4).entries()) {
    const glyph = covered[index]
    if (glyph === undefined) continue
    // A ligature is the first number of its table; others are lists of glyphs.
    if (type === 4)
      add(
        glyph,
        offsetsAt(view, set, set).map((ligature) => view.getUint16(ligature))
      )
    else add(glyph, offsetsAt(view, 0, set))
  }
}
