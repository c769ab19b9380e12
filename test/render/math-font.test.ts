import {readFileSync} from 'node:fs'
import {inflateSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {characterMap} from '../../src/render/math-font/character-map.ts'
import {mathFont} from '../../src/render/math-font/index.ts'

const path = 'node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff'
const font = Uint8Array.from(readFileSync(path))

/** Tables of a WOFF file, unpacked, by their tags. */
function tablesOf(woff: Uint8Array): ReadonlyMap<string, Buffer> {
  const file = Buffer.from(woff)
  expect(file.readUInt32BE(8)).toBe(file.length)
  return new Map(
    Array.from({length: file.readUInt16BE(12)}, (_, index) => {
      const at = 44 + index * 20
      const [offset, stored, length] = [
        file.readUInt32BE(at + 4),
        file.readUInt32BE(at + 8),
        file.readUInt32BE(at + 12)
      ]
      const packed = file.subarray(offset, offset + stored)
      return [file.toString('latin1', at, at + 4), stored === length ? packed : inflateSync(packed)] as const
    })
  )
}

/** Parts of long signs that nothing can be joined to but what they end: their start and end joins, and their lengths. */
function endsOf(math: Buffer | undefined, length: number): ReadonlyArray<readonly [number, number]> {
  const found: Array<readonly [number, number]> = []
  for (let at = 0; math !== undefined && at + 8 <= math.length; at += 2)
    if (math.readUInt16BE(at + 4) === length && math.readUInt16BE(at + 6) === 0 && math.readUInt16BE(at) % 200 === 0)
      found.push([math.readUInt16BE(at), math.readUInt16BE(at + 2)])
  return found.filter(([start, end]) => start + end === 200)
}

/** The outlines of glyphs, by their numbers. */
function outlinesOf(tables: ReadonlyMap<string, Buffer>): ReadonlyArray<Buffer> {
  const [loca, glyf, maxp, head] = ['loca', 'glyf', 'maxp', 'head'].map((tag) => tables.get(tag) ?? Buffer.alloc(0))
  if (loca === undefined || glyf === undefined || maxp === undefined || head === undefined) return []
  const at = (index: number) =>
    head.readInt16BE(50) === 1 ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index)
  return Array.from({length: maxp.readUInt16BE(4)}, (_, glyph) => glyf.subarray(at(glyph), at(glyph + 1)))
}

/** Glyphs whose outlines differ, but for what fills them up to words. */
function emptied(text: string): ReadonlyArray<number> {
  const [before, after] = [outlinesOf(tablesOf(font)), outlinesOf(tablesOf(mathFont(font, text)))]
  expect(after).toHaveLength(before.length)
  return before.flatMap((outline, glyph) =>
    after[glyph]?.subarray(0, outline.length).equals(outline) === true ? [] : [glyph]
  )
}

describe('the mathematical font', () => {
  it('has arrows that join the line which makes them longer', () => {
    const [before, after] = [tablesOf(font), tablesOf(mathFont(font, '→'))]
    const turned = ([start]: readonly [number, number]) => start === 0
    expect(endsOf(before.get('MATH'), 505).filter(turned)).toHaveLength(3)
    expect(endsOf(after.get('MATH'), 505).filter(turned)).toEqual([])
    expect(endsOf(after.get('MATH'), 505)).toHaveLength(endsOf(before.get('MATH'), 505).length)
    expect(endsOf(after.get('MATH'), 506)).toEqual(endsOf(before.get('MATH'), 506))
    for (const [tag, table] of before)
      if (!['MATH', 'glyf', 'head', 'loca'].includes(tag)) expect(after.get(tag)?.equals(table), tag).toBe(true)
  })

  it('has the outlines that a text may show and no others, each under its number', () => {
    const [few = 0, more = 0, all = 0] = ['x', 'x∑ℝ', '∑(→'].map((text) => emptied(text).length)
    const count = outlinesOf(tablesOf(font)).length
    expect(few).toBeGreaterThan(count * 0.8)
    // The sum has a larger one, and each letter is one.
    expect(few - more).toBeGreaterThanOrEqual(3)
    expect(few - all).toBeGreaterThan(15)
    expect(mathFont(font, 'x∑ℝ').length).toBeLessThan(font.length / 3)
  })

  it('keeps what grows out of a sign: larger ones and the parts of still larger ones', () => {
    const whole = new Set(emptied('x⟨'))
    const grown = emptied('x').filter((glyph) => !whole.has(glyph))
    // By the font's own table an angle has a dozen sizes.
    expect(grown.length).toBeGreaterThan(8)
  })

  it('is the same for the same characters, however often and in whichever order they stand', () => {
    expect(mathFont(font, 'abba ∑')).toEqual(mathFont(font, '∑ ab'))
  })

  it('is left as it is where nothing is known', () => {
    const none = new TextEncoder().encode('no font')
    expect(mathFont(none, 'x')).toBe(none)
  })
})

describe('a character map', () => {
  it('knows the first and last of each group, and nothing before, between and behind them', () => {
    const groups = [
      [0x41, 0x43, 5],
      [0x61, 0x62, 9],
      [0x1d434, 0x1d434, 20]
    ]
    const words = [0x00000001, 0x0003000a, 12, 0x000c0000, 16 + 12 * groups.length, 0, groups.length, ...groups.flat()]
    const table = Buffer.alloc(4 * words.length)
    for (const [index, word] of words.entries()) table.writeUInt32BE(word, 4 * index)
    const glyphOf = characterMap(table)
    const points = [0x40, 0x41, 0x43, 0x44, 0x60, 0x61, 0x62, 0x63, 0x1d433, 0x1d434, 0x1d435]
    expect(points.map(glyphOf)).toEqual([0, 5, 7, 0, 0, 9, 10, 0, 0, 20, 0])
  })
})
