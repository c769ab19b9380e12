import {describe, expect, it} from 'vitest'
import type {Face} from '../../src/render/fonts.ts'
import {facesOf} from '../../src/render/fonts.ts'
import type {SetIn} from '../../src/util/held-characters.ts'
import {isHeld} from '../../src/util/held-characters.ts'
import {packageFiles} from '../../src/world/installation.ts'
import {glyphsOf} from '../support/woff2.ts'

const resources = packageFiles()
const unseen = /\u034F|[\p{C}\p{Z}\p{Variation_Selector}]/u
const letters = Array.from({length: 0x1f000 - 0x20}, (_, index) => String.fromCodePoint(index + 0x20))
const heldIn = (setIn: SetIn) => letters.filter((letter) => !unseen.test(letter) && isHeld(letter, setIn))

const maps = new Map<string, (point: number) => number>()

/** Characters that no face shows of those that they alone put into a page. */
async function lackingOf(families: string, letters: ReadonlyArray<string>, isCode = false) {
  const css = `html { font-family: ${families} }`
  const lacking: Array<string> = []
  for (const letter of letters) {
    const faces = facesOf({
      css,
      text: letter,
      code: isCode ? letter : '',
      math: false,
      italic: false,
      boldItalic: false
    })
    const has = await Promise.all(faces.map(async (face) => (await mapOf(face))(letter.codePointAt(0) ?? 0) !== 0))
    if (!has.includes(true)) lacking.push(`${letter} ${letter.codePointAt(0)?.toString(16)}`)
  }
  return lacking
}

async function mapOf({family, subset}: Face): Promise<(point: number) => number> {
  const path = `@fontsource/${family.id}/files/${family.id}-${subset}-400-normal.${family.format}`
  const map = maps.get(path) ?? glyphsOf((await resources.read(path)) ?? new Uint8Array())
  maps.set(path, map)
  return map
}

describe('what is said to be in fonts of ours', () => {
  it.each([
    ['"STIX Two Text", "Tinos", "STIX Two Math"', heldIn('STIX Two')],
    ['"Tinos Text", "STIX Two Math"', heldIn('Tinos')],
    ['"EB Garamond", "STIX Two Math"', heldIn('EB Garamond')],
    ['"Source Serif 4", "Tinos Greek", "STIX Two Math"', heldIn('Source Serif')]
  ])('is drawn in them: %s', async (families, letters) => {
    expect(await lackingOf(families, letters)).toEqual([])
  })

  it('is drawn in them amid code', async () => {
    expect(await lackingOf('"IBM Plex Mono", "STIX Two Signs"', heldIn('code'), true)).toEqual([])
  })
})
