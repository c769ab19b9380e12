import {coverageOf} from './coverage.ts'
import type {Successors} from './substitutes.ts'
import {viewOf} from './woff.ts'

/** What `MATH` has for glyphs that grow: larger ones, and parts that they are put together of (OpenType, MathVariants). */
export function variants(table: Uint8Array): Successors {
  const view = viewOf(table)
  const found = new Map<number, ReadonlyArray<number>>()
  const base = view.getUint16(8)
  if (base === 0) return found
  const [vertical, horizontal] = [view.getUint16(base + 6), view.getUint16(base + 8)]
  const directions = [
    {coverage: view.getUint16(base + 2), count: vertical, first: base + 10},
    {coverage: view.getUint16(base + 4), count: horizontal, first: base + 10 + 2 * vertical}
  ]
  for (const {coverage, count, first} of directions) {
    if (coverage === 0) continue
    for (const [index, glyph] of coverageOf(view, base + coverage).entries()) {
      if (index >= count) break
      const others = inConstruction(view, base + view.getUint16(first + 2 * index))
      found.set(glyph, [...(found.get(glyph) ?? []), ...others])
    }
  }
  return found
}

function inConstruction(view: DataView, at: number): ReadonlyArray<number> {
  const larger = Array.from({length: view.getUint16(at + 2)}, (_, index) => view.getUint16(at + 4 + 4 * index))
  const assembly = view.getUint16(at)
  if (assembly === 0) return larger
  const parts = at + assembly + 6
  const count = view.getUint16(at + assembly + 4)
  return [...larger, ...Array.from({length: count}, (_, index) => view.getUint16(parts + 10 * index))]
}
