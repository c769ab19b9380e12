import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {printPage} from '../../src/render/html/index.ts'
import {describe as description} from '../../src/render/pdf/description.ts'
import {xmp} from '../../src/render/pdf/xmp.ts'
import {packageFiles} from '../../src/world/installation.ts'
import {memoryWorld} from '../../src/world/memory.ts'
import {articleOf, worldOf} from '../support/manuscript.ts'
import {unzipped} from '../support/unzipped.ts'

const manuscript = `---
title: {uz: Bir sinov, ru: Одна проба, en: One trial}
subtitle: {uz: Kichik sarlavha, ru: Подзаголовок, en: A subtitle}
lang: uz
author:
  - {given: Nodira, family: Namunayeva, affiliation: uni, names: {ru: Нодира Намунаева, uz-Cyrl: Нодира Намунаева-Ўзб}}
  - {given: Ada, family: Example, affiliation: uni}
affiliations:
  - id: uni
    name: Namuna universiteti
    city: Toshkent
    translations:
      ru: {name: Университет образцов, city: Ташкент}
      en: {name: University of Samples, city: Tashkent}
abstract: {uz: Qisqacha., ru: Коротко., en: In short.}
keywords: {uz: [namuna], ru: [образец], en: [sample]}
---

Matn.
`

const said = {
  ru: ['Одна проба', 'Подзаголовок', 'Нодира Намунаева', 'Университет образцов', 'Ташкент', 'Коротко.', 'образец'],
  en: ['One trial', 'A subtitle', 'University of Samples', 'Tashkent', 'In short.', 'sample'],
  'uz-Cyrl': ['Нодира Намунаева-Ўзб']
}

const every = Object.values(said).flat()
const titles = ['Одна проба', 'Подзаголовок', 'One trial', 'A subtitle']

async function made(format: string, template?: string): Promise<string> {
  const {output} = await build(worldOf(manuscript), {to: [format], template})
  return [...output]
    .flatMap(([path, bytes]) => (/\.(?:epub|docx)$/.test(path) ? [...unzipped(bytes).values()] : [bytes]))
    .map((bytes) => new TextDecoder().decode(bytes))
    .join('\n')
}

const lacking = (text: string, wanted: ReadonlyArray<string>) => wanted.filter((words) => !text.includes(words))

describe('what an article says of itself in other languages', () => {
  it.each(['html', 'epub', 'text', 'latex'])('is all in %s', async (format) => {
    expect(lacking((await made(format)).replace(/\\incyrillic\{([^}]*)\}/g, '$1'), every)).toEqual([])
  })

  it.each(['jats', 'markdown'])('is all in %s, names by their parts', async (format) => {
    const parts = every.flatMap((words) => (words.startsWith('Нодира') ? words.split(' ') : [words]))
    expect(lacking(await made(format), parts)).toEqual([])
  })

  it('is all in Word, whose runs divide it', async () => {
    expect(lacking((await made('docx')).replace(/<[^>]*>/g, ''), every)).toEqual([])
  })

  it('is on the page that is printed, in both designs', async () => {
    const {print, now} = memoryWorld({})
    const context = {slug: 'paper', problems: [], report: () => undefined, print, resources: packageFiles(), now}
    expect(lacking(await printPage(await articleOf(manuscript), context), every)).toEqual([])
    expect(lacking(await made('html', 'proceedings'), every)).toEqual([])
  })

  it('is said to be in its language, in its order', async () => {
    const html = await made('html')
    const [, ru = ''] = /<section class="translation" lang="ru">(.*?)<\/section>/s.exec(html) ?? []
    const words = ru
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    expect(words).toBe(
      'Одна проба Подзаголовок Нодира Намунаева, Ada Example Университет образцов, Ташкент Аннотация Коротко. Ключевые слова образец'
    )
  })

  it('is in the records that have a place for it', async () => {
    const datacite = JSON.parse(await made('datacite'))
    expect(datacite.titles.map(({title}: {title: string}) => title)).toEqual(expect.arrayContaining(titles))
    expect(await made('html')).toMatch(/"alternateName":\["Нодира Намунаева","Нодира Намунаева-Ўзб"\]/)
    expect(await made('html')).toMatch(/"alternateName":\["Университет образцов","University of Samples"\]/)
    const opf = await made('epub')
    expect(opf).toContain('<meta property="alternate-script" refines="#title" xml:lang="ru">Одна проба</meta>')
    expect(opf).toContain(
      '<meta property="alternate-script" refines="#creator-1" xml:lang="ru">Нодира Намунаева</meta>'
    )
    const packet = xmp(description(await articleOf(manuscript)), '')
    expect(packet).toContain('<rdf:li xml:lang="ru">Одна проба: Подзаголовок</rdf:li>')
    expect(packet).toContain('<rdf:li xml:lang="en">In short.</rdf:li>')
  })
})
