import {mended} from './arrows.ts'
import {characterMap} from './character-map.ts'
import type {Outlines} from './outlines.ts'
import {componentsOf, outlinesOf, withOutlines} from './outlines.ts'
import type {Successors} from './substitutes.ts'
import {substitutes} from './substitutes.ts'
import {variants} from './variants.ts'
import {packed, readWoff, type Tables, tableOf, viewOf, writeWoff} from './woff.ts'

/**
 * What browsers put in place of characters of MathML: italic letters of one letter by itself, the minus of a hyphen, the root
 * (MathML Core, §2.4.2 and “Radicals”).
 */
const always = [
  ...range(0x1d434, 0x1d467),
  ...range(0x1d6e2, 0x1d71b),
  ...[0x20, 0xa0, 0x210e, 0x2032, 0x2212, 0x221a, 0x1d6a4, 0x1d6a5]
]

/**
 * The WOFF file of a mathematical font with its arrows mended, and the outlines of what a text may show alone: its characters,
 * what browsers put in their place, and all that these may grow into. As it is where it is no such file.
 */
export function mathFont(woff: Uint8Array, text: string): Uint8Array {
  const tables = readWoff(woff)
  const outlines = tables === undefined ? undefined : outlinesOf(tables)
  if (tables === undefined || outlines === undefined) return woff
  const math = tableOf(tables, 'MATH')
  const own = math !== undefined && mended(math) ? new Map([...tables, ['MATH', packed(math)] as const]) : tables
  return writeWoff(withOutlines(own, outlines, keptGlyphs(own, outlines, text)), viewOf(woff).getUint32(4))
}

/** The glyphs of a text, and all that may come of them. */
function keptGlyphs(tables: Tables, outlines: Outlines, text: string): ReadonlySet<number> {
  const [cmap, gsub, math] = ['cmap', 'GSUB', 'MATH'].map((tag) => tableOf(tables, tag))
  const glyphOf = cmap === undefined ? () => 0 : characterMap(cmap)
  const none: Successors = new Map()
  const ways = [gsub === undefined ? none : substitutes(gsub), math === undefined ? none : variants(math)]
  const points = new Set([...always, ...[...new Set(text)].map((character) => character.codePointAt(0) ?? 0)])
  const kept = new Set([0, ...[...points].map(glyphOf)])
  // A set is walked through what is added meanwhile, too.
  for (const glyph of kept) {
    for (const other of [...componentsOf(outlines.of(glyph)), ...ways.flatMap((way) => way.get(glyph) ?? [])]) {
      if (other < outlines.count) kept.add(other)
    }
  }
  return kept
}

function range(first: number, last: number): ReadonlyArray<number> {
  return Array.from({length: last - first + 1}, (_, index) => first + index)
}
