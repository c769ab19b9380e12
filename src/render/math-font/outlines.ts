import type {Tables} from './woff.ts'
import {packed, tableOf, viewOf} from './woff.ts'

/** The outlines of a font's glyphs (OpenType, `glyf` and `loca`). */
export interface Outlines {
  readonly count: number
  /** A glyph's outline; empty where it has none. */
  of(glyph: number): Uint8Array
}

/** The outlines of a font; `undefined` where it has none of this kind. */
export function outlinesOf(tables: Tables): Outlines | undefined {
  const [head, glyf, loca, maxp] = ['head', 'glyf', 'loca', 'maxp'].map((tag) => tableOf(tables, tag))
  if (head === undefined || glyf === undefined || loca === undefined || maxp === undefined) return undefined
  const view = viewOf(loca)
  const isLong = viewOf(head).getInt16(50) === 1
  const at = (index: number) => (isLong ? view.getUint32(4 * index) : 2 * view.getUint16(2 * index))
  return {count: viewOf(maxp).getUint16(4), of: (glyph) => glyf.subarray(at(glyph), at(glyph + 1))}
}

/** Flags of a component: its arguments are words, more follow, and it is scaled by one number, by two or by four. */
const flag = {words: 0x0001, scaled: 0x0008, more: 0x0020, scaledTwice: 0x0040, matrix: 0x0080} as const

/** The glyphs that an outline is put together of. */
export function componentsOf(outline: Uint8Array): ReadonlyArray<number> {
  if (outline.length < 10) return []
  const view = viewOf(outline)
  const components: Array<number> = []
  // One with contours of its own is put together of none.
  let isMore = view.getInt16(0) < 0
  for (let at = 10; isMore && at + 4 <= outline.length; ) {
    const flags = view.getUint16(at)
    components.push(view.getUint16(at + 2))
    isMore = (flags & flag.more) !== 0
    at += componentSize(flags)
  }
  return components
}

function componentSize(flags: number): number {
  const words = (flags & flag.words) === 0 ? 6 : 8
  if ((flags & flag.scaled) !== 0) return words + 2
  if ((flags & flag.scaledTwice) !== 0) return words + 4
  return (flags & flag.matrix) === 0 ? words : words + 8
}

/** The same tables with the outlines of some glyphs alone; each glyph keeps its number. */
export function withOutlines(tables: Tables, outlines: Outlines, kept: ReadonlySet<number>): Tables {
  const parts: Array<Uint8Array> = []
  const loca = new Uint8Array(4 * (outlines.count + 1))
  const offsets = viewOf(loca)
  let size = 0
  for (let glyph = 0; glyph < outlines.count; glyph += 1) {
    const outline = kept.has(glyph) ? outlines.of(glyph) : new Uint8Array()
    parts.push(outline)
    size += Math.ceil(outline.length / 4) * 4
    offsets.setUint32(4 * (glyph + 1), size)
  }
  const glyf = new Uint8Array(Math.max(1, size))
  for (const [glyph, outline] of parts.entries()) glyf.set(outline, offsets.getUint32(4 * glyph))
  const head = tableOf(tables, 'head') ?? new Uint8Array(54)
  viewOf(head).setInt16(50, 1)
  return new Map([...tables, ['glyf', packed(glyf)], ['head', packed(head)], ['loca', packed(loca)]])
}
