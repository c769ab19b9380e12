import {describe, expect, it} from 'vitest'
import type {TextFamily} from '../../src/model/template.ts'
import {WorldError} from '../../src/model/world.ts'
import {type FontNeeds, fontFaces} from '../../src/render/fonts.ts'
import {families} from '../../src/render/fonts-known.ts'
import {packageFiles} from '../../src/world/installation.ts'
import {memoryFolder} from '../../src/world/memory.ts'
import {articleOf} from '../support/manuscript.ts'
import {pageOf} from '../support/page.ts'

const resources = packageFiles()
const css =
  'html { font-family: "STIX Two Text", "Tinos", "STIX Two Math" } code { font-family: "IBM Plex Mono", "STIX Two Signs" } strong { font-weight: 600 }'
const plain: FontNeeds = {css, text: 'a', math: false, code: '', italic: false, boldItalic: false}

/** `STIX Two Text 400 normal U+0000…`, one a face. */
async function faces(needs: Partial<FontNeeds>): Promise<ReadonlyArray<string>> {
  const rules = await fontFaces({...plain, ...needs}, resources)
  return [...rules.matchAll(/family:"([^"]+)";font-weight:(\d+);font-style:(\w+);unicode-range:(U\+\w+)/g)].map(
    ([, ...face]) => face.join(' ')
  )
}

describe('fonts of a page', () => {
  it('are those that its style sheet names and its text needs', async () => {
    expect(await faces({})).toEqual(['STIX Two Text 400 normal U+0000', 'STIX Two Text 600 normal U+0000'])
    expect(await faces({italic: true, code: 'a', css: css.replace('600', '400')})).toEqual([
      'STIX Two Text 400 normal U+0000',
      'STIX Two Text 400 italic U+0000',
      'IBM Plex Mono 400 normal U+0000'
    ])
    expect(await faces({boldItalic: true})).toContain('STIX Two Text 600 italic U+0000')
  })

  it.each([
    ['Oʻzbek tili, maʼno', ['STIX Two Text 400 normal U+0000']],
    ['Ў', ['STIX Two Text 400 normal U+0301']],
    ['қ', ['Tinos 400 normal U+0460']],
    ['Ω', ['STIX Two Text 400 normal U+0370']],
    ['ř', ['STIX Two Text 400 normal U+0100']],
    ['≥', ['STIX Two Math 400 normal U+0000']]
  ])('hold %s', async (text, expected) => {
    expect(await faces({text, css: css.replace('600', '400')})).toEqual(expected)
  })

  it.each<[TextFamily, ReadonlyArray<string>]>([
    ['EB Garamond', ['EB Garamond']],
    ['Source Serif', ['Tinos Greek', 'Source Serif 4']],
    ['STIX Two', ['STIX Two Text', 'Tinos']],
    ['Tinos', ['Tinos Text']]
  ])('are of the family %s that a template chooses, and of those that lend it letters', async (family, expected) => {
    const article = await articleOf('---\ntitle: T\n---\n\nOʻz ʼ Ўз қғҳ Ωω ἀ\n')
    const {text} = await pageOf({...article, template: {...article.template, type: {...article.template.type, family}}})
    expect(
      new Set([...text.matchAll(/@font-face\{font-family:"([^"]+)";font-weight/g)].map(([, name]) => name))
    ).toEqual(new Set(expected))
  })

  it.each([
    ['Said.[^1]\n\n[^1]: Noted.\n', false],
    ['Up: ↑.\n', true],
    ['Said.[^1]\n\n[^1]: <https://example.org/>↑\n', true]
  ])(
    'come with mathematical ones for an arrow of the author’s, and not for those back to the text: %s',
    async (body, isHeld) => {
      const {text} = await pageOf(await articleOf(`---\ntitle: T\n---\n\n${body}`))
      expect(text.includes('↑')).toBe(true)
      expect(text.includes('@font-face{font-family:"STIX Two Math";font-weight')).toBe(isHeld)
    }
  )

  it('leave no family that is named and not needed to the machine', async () => {
    expect(await fontFaces({...plain, text: '≥'}, resources)).toContain(
      '@font-face{font-family:"Tinos";unicode-range:U+0;src:url(data:,)}'
    )
    expect(await fontFaces({...plain, text: 'қ'}, resources)).not.toContain('"Tinos";unicode-range:U+0;')
  })

  it('come by the ranges that their packages state', async () => {
    for (const {id, subsets, when} of families) {
      if (when === 'math' || when === 'signs') continue
      const bytes = await resources.read(`@fontsource/${id}/unicode.json`)
      const stated: Record<string, string> = JSON.parse(new TextDecoder().decode(bytes))
      for (const [subset, range] of Object.entries(subsets)) {
        for (const part of range.split(',')) expect(stated[subset]?.split(',')).toContain(part)
      }
    }
  })

  it('fail as the world does where they are not installed', async () => {
    await expect(fontFaces(plain, memoryFolder('resources', {}))).rejects.toBeInstanceOf(WorldError)
  })
})
