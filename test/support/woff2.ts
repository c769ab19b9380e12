import {brotliDecompressSync} from 'node:zlib'
import {characterMap} from '../../src/render/math-font/character-map.ts'
import {readWoff, tableOf, viewOf} from '../../src/render/math-font/woff.ts'

/** The tags that WOFF 2.0 has numbers for, as far as it matters here: `cmap`, and two whose form may be another. */
const [cmap, glyf, loca, own] = [0, 10, 11, 63]

/** The glyph of each character that a font has, WOFF or WOFF 2.0; 0 for none. */
export function glyphsOf(font: Uint8Array): (point: number) => number {
  const tables = readWoff(font)
  return characterMap((tables === undefined ? packedMap(font) : tableOf(tables, 'cmap')) ?? new Uint8Array())
}

/** The table `cmap` of a WOFF 2.0 file (W3C WOFF File Format 2.0, §4). */
function packedMap(font: Uint8Array): Uint8Array | undefined {
  const view = viewOf(font)
  let at = 48
  let offset = 0
  let found: readonly [number, number] | undefined
  for (let table = 0; table < view.getUint16(12); table += 1) {
    const flags = font[at] ?? 0
    at += 1
    const tag = flags & 63
    if (tag === own) at += 4
    const length = number()
    const isPlain = tag === glyf || tag === loca ? flags >> 6 === 3 : flags >> 6 === 0
    if (tag === cmap) found = [offset, length]
    offset += isPlain ? length : number()
  }
  const all = brotliDecompressSync(font.subarray(at, at + view.getUint32(20)))
  return found && Uint8Array.from(all.subarray(found[0], found[0] + found[1]))

  /** A number in base 128, its last byte below that. */
  function number(): number {
    let value = 0
    for (;;) {
      const byte = font[at] ?? 0
      at += 1
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
}
