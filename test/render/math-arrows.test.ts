import {readFileSync} from 'node:fs'
import {inflateSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {withArrows} from '../../src/render/math-arrows.ts'

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

describe('arrows of the mathematical font', () => {
  it('join the line that makes them longer', async () => {
    const [before, after] = [tablesOf(font), tablesOf(await withArrows(font))]
    const turned = ([start]: readonly [number, number]) => start === 0
    expect(endsOf(before.get('MATH'), 505).filter(turned)).toHaveLength(3)
    expect(endsOf(after.get('MATH'), 505).filter(turned)).toEqual([])
    expect(endsOf(after.get('MATH'), 505)).toHaveLength(endsOf(before.get('MATH'), 505).length)
    expect(endsOf(after.get('MATH'), 506)).toEqual(endsOf(before.get('MATH'), 506))
    for (const [tag, table] of before) if (tag !== 'MATH') expect(after.get(tag)?.equals(table), tag).toBe(true)
  })

  it('are left as they are where nothing is wrong, or nothing is known', async () => {
    const once = await withArrows(font)
    expect(await withArrows(once)).toBe(once)
    const none = new TextEncoder().encode('no font')
    expect(await withArrows(none)).toBe(none)
  })
})
