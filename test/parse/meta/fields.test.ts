import {describe, expect, it} from 'vitest'
import {isoDate} from '../../../src/parse/meta/dates.ts'
import {bare, readMeta} from './read-meta.ts'

const told = (yaml: string) => readMeta(yaml).told

describe('isoDate', () => {
  it.each([
    ['2025-03-09', 'en', '2025-03-09'],
    ['2025-3-9', 'en', '2025-03-09'],
    ['2025/03/09', 'en', '2025-03-09'],
    ['2025-03', 'en', '2025-03'],
    ['2025', 'en', '2025'],
    ['2025-03-09T10:20:30Z', 'en', '2025-03-09'],
    ['18.10.2022', 'en', '2022-10-18'],
    ['13/02/2021', 'en', '2021-02-13'],
    ['02/13/2021', 'en', '2021-02-13'],
    ['20 January 2021', 'en', '2021-01-20'],
    ['30 january 2022', 'en', '2022-01-30'],
    ['January 20th, 2021', 'en', '2021-01-20'],
    ['1 Dec 2025', 'en', '2025-12-01'],
    ['Aug 2022', 'en', '2022-08'],
    ['9 марта 2025 г.', 'ru', '2025-03-09'],
    ['март 2025', 'ru', '2025-03'],
    ['9-mart, 2025-yil', 'uz', '2025-03-09'],
    ['3. März 2025', 'de', '2025-03-03']
  ])('%s', (text, language, date) => {
    expect(isoDate(text, language)).toBe(date)
  })

  it.each([
    '02/03/2021',
    '2025-13-01',
    '2025-02-30',
    '31.04.2022',
    'last-modified',
    'soon',
    '',
    '20 January',
    '12 13 January 2020',
    '9'.repeat(100_000)
  ])('not %.40s', (text) => {
    expect(isoDate(text, 'en')).toBeUndefined()
  })
})

describe('a licence', () => {
  const by = {spdx: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/'}

  it.each([
    ['CC-BY-4.0', by],
    ['CC BY 4.0', by],
    ['CC BY', by],
    ['https://creativecommons.org/licenses/by/4.0/', by],
    [
      'http://creativecommons.org/licenses/by-nc-nd/3.0',
      {spdx: 'CC-BY-NC-ND-3.0', url: 'https://creativecommons.org/licenses/by-nc-nd/3.0/'}
    ],
    ['CC0', {spdx: 'CC0-1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/'}],
    ['MIT', {spdx: 'MIT', url: 'https://spdx.org/licenses/MIT.html'}],
    ['https://example.org/terms', {url: 'https://example.org/terms'}],
    ['All rights reserved', {text: 'All rights reserved'}],
    [
      '{text: Free to read, type: CC BY, url: "https://example.org"}',
      {spdx: 'CC-BY-4.0', url: 'https://example.org', text: 'Free to read'}
    ]
  ])('%s', (written, expected) => {
    expect(bare(readMeta(`license: ${written}`).meta.licence)).toEqual(expected)
  })
})

describe('funding', () => {
  const funding = (written: string) => bare(readMeta(`funding: ${written}`).meta.funding)

  it.each([
    ['a list of funders', '[Fund A, Fund B]', [{funder: 'Fund A'}, {funder: 'Fund B'}]],
    [
      'funders with awards',
      '[{funder: Fund A, awards: [A1, 2], doi: https://doi.org/10.13039/1}]',
      [{funder: 'Fund A', awards: ['A1', '2'], funderId: '10.13039/1'}]
    ],
    [
      'awards with sources',
      '{awards: [{id: A1, sources: [{name: Fund A, ror: 04yzbzc51}]}]}',
      [{funder: 'Fund A', awards: ['A1'], funderId: 'https://ror.org/04yzbzc51'}]
    ],
    ['sources beside a programme', '{name: Programme, sources: [{institution: Fund A}]}', [{funder: 'Fund A'}]]
  ])('may be %s', (_, written, expected) => {
    expect(funding(written)).toMatchObject(expected)
    expect(told(`funding: ${written}`)).toEqual([])
  })

  it('may be prose', () => {
    for (const yaml of ['funding: None was received.', 'funding: [{statement: None was received.}]']) {
      const {meta} = readMeta(yaml)
      expect(meta.funding).toEqual([])
      expect(meta.statements?.get('funding')?.children).toHaveLength(1)
    }
  })
})

describe('the publication', () => {
  it('is told at the top, in a journal, or in a citation', () => {
    const expected = {
      journal: 'Journal of Samples',
      abbreviation: 'J. Sampl.',
      issn: ['1234-5679', '9876-5432'],
      volume: '7',
      issue: '02',
      firstPage: '12',
      lastPage: '20',
      doi: '10.1000/182',
      date: '2025-03-09'
    }
    const inner = 'volume: 7, issue: 02, pages: 12–20, doi: "https://doi.org/10.1000/182", issn: [1234-5679, 9876-5432]'
    const name = 'abbreviation: J. Sampl.'
    for (const yaml of [
      `journal: Journal of Samples\n${[...inner.split(/, (?=\w+:)/), name].join('\n')}\ndate: 2025-03-09`,
      `journal: {title: Journal of Samples, ${name}, ${inner}}\ndate: 9 March 2025`,
      `citation: {container-title: Journal of Samples, ${name}, ${inner}, issued: 2025-03-09}`
    ]) {
      const {meta, told} = readMeta(yaml)
      expect(told).toEqual([])
      expect(bare(meta.publication)).toEqual(expect.objectContaining(expected))
      expect(meta.places.has('publication.doi')).toBe(true)
    }
  })

  it('has a history, a conference, relations, codes and numbers', () => {
    const {meta, told} = readMeta(`
history: {received: 2024-01-02, accepted: 2024-03-04}
date-revised: 3 February 2024
conference: {name: Conference on Samples, acronym: CS, date: 3–5 June 2024, location: Tashkent}
related-article: [{type: preprint, doi: "doi:10.1000/1"}]
udc: 327.5
msc: [05C10, 05C15]
arxiv: 2401.00001
subject: [Politics]
copyright: {holder: The author, year: 2024}
article-type: Research article
`)
    expect(told).toEqual([])
    expect(bare(meta.publication)).toEqual({
      issn: undefined,
      received: '2024-01-02',
      revised: '2024-02-03',
      accepted: '2024-03-04',
      conference: {name: 'Conference on Samples', acronym: 'CS', date: '3–5 June 2024', location: 'Tashkent'},
      related: [{relation: 'preprint', target: '10.1000/1'}],
      udc: '327.5',
      classifications: {msc: ['05C10', '05C15']},
      identifiers: {arxiv: '2401.00001'},
      subjects: ['Politics'],
      copyrightHolder: 'The author',
      copyrightYear: '2024',
      articleType: 'Research article'
    })
  })
})

describe('nocite', () => {
  const keys = (yaml: string) => readMeta(yaml).meta.nocite.map(({key}) => key)

  it.each([
    ['nocite: "@a, @b2:x"', ['a', 'b2:x']],
    ['nocite: |\n  @a, @b\n  @c.', ['a', 'b', 'c']],
    ['nocite: "@*"', ['*']],
    ['nocite: ["@a", b]', ['a', 'b']],
    ['nocite: "@{https://example.org/a?b=c}, @doi:10.1000/182"', ['https://example.org/a?b=c', 'doi:10.1000/182']]
  ])('%j', (yaml, expected) => {
    expect(keys(yaml)).toEqual(expected)
    expect(told(yaml)).toEqual([])
  })

  it('knows where each key stands', () => {
    const {nocite} = readMeta('nocite: |\n  @a, @b\n  @c\n').meta
    expect(nocite.map(({place}) => `${place?.start?.line}:${place?.start?.column}–${place?.end?.column}`)).toEqual([
      '2:3–5',
      '2:7–9',
      '3:3–5'
    ])
  })

  it('is reported where it names nothing', () => {
    expect(told('nocite: all of them')).toEqual([
      '1:9 Unexpected `all of them` as `nocite`, expected keys such as `@knuth1984`'
    ])
  })
})

describe('macros', () => {
  it('are read with or without their backslash', () => {
    const {meta} = readMeta(
      "macros:\n  '\\R': '\\mathbb{R}'\n  vect: '\\mathbf{#1}'\n  '\\dobs': {title: Data, macro: 'd'}"
    )
    expect([...meta.macros]).toEqual([
      ['\\R', '\\mathbb{R}'],
      ['\\vect', '\\mathbf{#1}'],
      ['\\dobs', 'd']
    ])
  })

  it.each([
    ['macros: [a]', '1:9 Unexpected list as `macros`, expected macros by name'],
    ['macros: {a1: b}', '1:10 Unexpected macro `a1`, expected a TeX command and its text'],
    ['macros: {a: [b]}', '1:10 Unexpected macro `a`, expected a TeX command and its text']
  ])('%j is reported', (yaml, reason) => {
    expect(told(yaml)).toEqual([reason])
  })
})
