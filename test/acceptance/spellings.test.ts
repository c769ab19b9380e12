import {describe, expect, it} from 'vitest'
import type {Author, Meta} from '../../src/model/meta.ts'
import {check} from '../support/manuscript.ts'

/** The metadata that a front matter gives, and what is wrong with it. */
async function read(yaml: string): Promise<{meta: Meta; told: ReadonlyArray<string>}> {
  const {article, problems} = await check(`---\ntitle: T\n${yaml}\n---\n\nText.\n`)
  const told = problems.filter(({id}) => id.startsWith('front-matter') || id === 'yaml-valid')
  return {meta: article.meta, told: told.map(({reason}) => reason)}
}

const ada = 'Ada|Lovelace|London University'

/** `Given|Family|Institutions` of each author. */
function people({authors, affiliations}: Meta): ReadonlyArray<string> {
  const place = (wanted: string) => affiliations.find(({id}) => id === wanted)?.name ?? '?'
  return authors.map(({name, affiliations: own}) => [name.given, name.family, own.map(place).join('; ')].join('|'))
}

describe('authors and their affiliations', () => {
  it.each([
    [
      'JOSS, by index',
      'authors:\n  - name: Ada Lovelace\n    affiliation: 1\naffiliations:\n  - {name: London University, index: 1}'
    ],
    [
      'JOSS, by several',
      'authors:\n  - {name: Ada Lovelace, affiliation: "1"}\naffiliations:\n  - {index: 1, name: London University}\n  - {index: 2, name: Other}'
    ],
    [
      'pandoc, by id',
      'author:\n  - {name: Ada Lovelace, institute: lon}\ninstitute:\n  - {id: lon, name: London University}'
    ],
    ['pandoc’s scholars', 'author:\n  - Ada Lovelace:\n      institute: [lon]\ninstitute:\n  - lon: London University'],
    [
      'Quarto, by ref',
      'author:\n  - name: {given: Ada, family: Lovelace}\n    affiliations:\n      - ref: lon\naffiliations:\n  - {id: lon, name: London University}'
    ],
    [
      'Quarto, inline',
      'author:\n  - name: Ada Lovelace\n    affiliations:\n      - {name: London University, city: London}'
    ],
    ['Quarto, inline text', 'author:\n  - {name: Ada Lovelace, affiliation: London University}'],
    [
      'MyST',
      'authors:\n  - name: Ada Lovelace\n    affiliations: [lon]\naffiliations:\n  - {id: lon, institution: London University}'
    ],
    [
      'MyST, by name',
      'authors:\n  - name: Ada Lovelace\n    affiliations: [London University]\naffiliations:\n  - name: London University'
    ],
    ['Manubot', 'authors:\n  - {github: ada, name: Ada Lovelace, initials: AL, affiliations: [London University]}'],
    ['R Markdown, in parts', 'author:\n  - {first: Ada, last: Lovelace, affiliation: London University}'],
    ['family first', 'author:\n  - {name: "Lovelace, Ada", affiliation: London University}'],
    [
      'CSL',
      'author:\n  - {family-names: Lovelace, given-names: Ada, affiliation: London University}'.replace(
        'family-names',
        'family'
      )
    ]
  ])('are read as %s has them', async (_, yaml) => {
    const {meta, told} = await read(yaml)
    expect([people(meta), told]).toEqual([[ada], []])
  })
})

const person = async (fields: string): Promise<Author | undefined> =>
  (await read(`author:\n  - {name: Ada Lovelace, ${fields}}`)).meta.authors[0]

describe('what is said of an author', () => {
  it.each([
    ['0000-0002-1825-0097'],
    ['https://orcid.org/0000-0002-1825-0097'],
    ['http://orcid.org/0000-0002-1825-0097/'],
    ['orcid.org/0000-0002-1825-0097'],
    ['0000000218250097']
  ])('ORCID `%s`', async (orcid) => {
    expect((await person(`orcid: "${orcid}"`))?.orcid).toBe('0000-0002-1825-0097')
  })

  it.each([
    'equal-contrib: true',
    'equal-contributor: yes',
    'equal_contributor: true',
    'attributes: {equal-contributor: true}',
    'co-first: true'
  ])('equal: `%s`', async (field) => {
    expect((await person(field))?.equalContribution).toBe(true)
  })

  it.each([
    'corresponding: true',
    'correspondence: "yes"',
    'attributes: {corresponding: true}',
    'corresponding-author: true',
    'corresp: true'
  ])('corresponding: `%s`', async (field) => {
    expect((await person(field))?.corresponding).toBe(true)
  })

  it('notes in the name', async () => {
    const {meta, told} = await read(
      'author:\n  - Ada Lovelace^[Corresponding author, ada@example.org]\n  - Jan Jansen^[Thanks.]'
    )
    expect(meta.authors.map(({name, corresponding, notes}) => [name.display, corresponding, notes])).toEqual([
      ['Ada Lovelace', true, ['Corresponding author, ada@example.org']],
      ['Jan Jansen', false, ['Thanks.']]
    ])
    expect(told).toEqual([])
  })

  it.each([
    'roles: [Software, Writing – original draft]',
    'role: [{software: lead}, {writing original draft: supporting}]'.replace(
      '{writing original',
      '{Writing - original'
    ),
    'roles: "Software; Writing - Original Draft"',
    'roles: [{role: software}, {type: writing-original-draft}]',
    'credit: [{Software: true}, {Writing – original draft: true}, {Supervision: false}]'
  ])('roles: `%s`', async (field) => {
    expect((await person(field))?.roles).toEqual(['Software', 'Writing – original draft'])
  })

  it.each(['04yzbzc51', 'https://ror.org/04yzbzc51', 'ror.org/04yzbzc51'])('ROR `%s`', async (ror) => {
    const {meta} = await read(`affiliations:\n  - {id: a, name: U, ror: "${ror}"}`)
    expect(meta.affiliations[0]?.ror).toBe('https://ror.org/04yzbzc51')
  })
})

describe('names', () => {
  it.each([
    ['Ludwig van Beethoven', {given: 'Ludwig', particle: 'van', family: 'Beethoven'}],
    ['Charles de la Vallée Poussin', {given: 'Charles', particle: 'de la', family: 'Vallée Poussin'}],
    ['Martin Luther King Jr.', {given: 'Martin Luther', family: 'King', suffix: 'Jr.'}],
    ['Иванов Пётр Сергеевич', {given: 'Пётр', middle: 'Сергеевич', family: 'Иванов'}],
    ['Пётр Сергеевич Иванов', {given: 'Пётр', middle: 'Сергеевич', family: 'Иванов'}],
    ['Karimov Anvar Botir oʻgʻli', {given: 'Anvar', middle: 'Botir oʻgʻli', family: 'Karimov'}],
    ['Каримова Нодира Ботир қизи', {given: 'Нодира', middle: 'Ботир қизи', family: 'Каримова'}],
    ['Navoiy', {literal: 'Navoiy'}],
    ['{Ministry of Samples}', {literal: 'Ministry of Samples'}]
  ])('%s', async (name, parts) => {
    const {meta} = await read(`author: ["${name}"]`)
    const {display: _, ...found} = meta.authors[0]?.name ?? {display: ''}
    expect(Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))).toEqual(parts)
  })

  it('in two scripts', async () => {
    const {meta, told} = await read('lang: uz\nauthor:\n  - name: {uz: Nodira Namunayeva, ru: Нодира Намунаева}')
    expect([meta.authors[0]?.name.family, meta.authors[0]?.names?.get('ru')?.family, told]).toEqual([
      'Namunayeva',
      'Намунаева',
      []
    ])
  })
})

describe('the rest of the front matter', () => {
  it.each([
    ['license: CC-BY-4.0', 'CC-BY-4.0'],
    ['license: CC BY 4.0', 'CC-BY-4.0'],
    ['licence: {type: CC BY-SA, url: "https://creativecommons.org/licenses/by-sa/4.0/"}', 'CC-BY-SA-4.0'],
    ['copyright: {holder: A}\nlicense: {content: CC-BY-4.0, code: MIT}', 'CC-BY-4.0'],
    ['license: "https://creativecommons.org/publicdomain/zero/1.0/"', 'CC0-1.0']
  ])('%s', async (yaml, spdx) => {
    const {meta, told} = await read(yaml)
    expect([meta.licence?.spdx, told]).toEqual([spdx, []])
  })

  it.each([
    ['date: 2025-03-09', '2025-03-09'],
    ['date: 9 March 2025', '2025-03-09'],
    ['date: March 9, 2025', '2025-03-09'],
    ['date: 09.03.2025', '2025-03-09'],
    ['lang: ru\ndate: 9 марта 2025 г.', '2025-03-09'],
    ['lang: uz\ndate: 2025-yil 9-mart', '2025-03-09'],
    ['date: {year: 2025, month: 3, day: 9}', '2025-03-09'],
    ['published: 2025-03', '2025-03'],
    ['history: {published: 2025-03-09}', '2025-03-09']
  ])('%s', async (yaml, date) => {
    const {meta, told} = await read(yaml)
    expect([meta.publication.date, told]).toEqual([date, []])
  })

  it.each([
    ['history: {received: 2024-01-02, accepted: 2024-03-04}'],
    ['date-received: 2024-01-02\ndate_accepted: 2024-03-04'],
    ['dates: {submitted: 2024-01-02, accepted: 2024-03-04}'],
    ['received: 2 January 2024\naccepted: 4 March 2024']
  ])('%s', async (yaml) => {
    const {meta, told} = await read(yaml)
    expect([meta.publication.received, meta.publication.accepted, told]).toEqual(['2024-01-02', '2024-03-04', []])
  })

  it.each([
    'keywords: [one, two]',
    'keywords: one, two',
    'keywords: one; two',
    'tags:\n  - one\n  - two',
    'kwd: [one, two]'
  ])('%s', async (yaml) => {
    expect((await read(yaml)).meta.keywords).toEqual(['one', 'two'])
  })

  it.each(['udc: 330.1', 'UDK: 330.1', 'УДК: 330.1', 'UOʻK: 330.1'])('%s', async (yaml) => {
    const {meta, told} = await read(yaml)
    expect([meta.publication.udc, told]).toEqual(['330.1', []])
  })

  it.each(['subject: Samples', 'subjects: [Samples]', 'categories: [Samples]'])('%s', async (yaml) => {
    expect((await read(yaml)).meta.publication.subjects).toEqual(['Samples'])
  })

  it.each([
    'funding: [{funder: Fund, award: A-1}]',
    'funding:\n  - source: Fund\n    award-number: A-1',
    'funding:\n  awards:\n    - {id: A-1, sources: [Fund]}',
    'funding: {awards: [{id: A-1, name: A project, sources: [{institution: Fund}]}], statement: We thank them.}'
  ])('%s', async (yaml) => {
    const {meta, told} = await read(yaml)
    expect([meta.funding.map(({funder, awards}) => `${funder} ${awards.join()}`), told]).toEqual([['Fund A-1'], []])
  })
})
