import {describe, expect, it} from 'vitest'
import type {Meta} from '../../../src/model/meta.ts'
import {textOf} from '../../../src/util/text.ts'
import {bare, readMeta} from './read-meta.ts'

const title = ({title}: Pick<Meta, 'title'>) => textOf([...title])

describe('metaOf', () => {
  it('leaves out what the author left out', () => {
    const {meta, told} = readMeta('')
    expect(told).toEqual([])
    expect(bare(meta)).toEqual({language: 'en', places: {'': {file: 'paper.md', start: {line: 1, column: 1}}}})
  })

  it('reads the first layer before those beneath', () => {
    const {meta} = readMeta('title: A', 'title: B\nkeywords: [x]')
    expect([title(meta), meta.keywords]).toEqual(['A', ['x']])
  })

  it('says where its fields stand', () => {
    const {places} = readMeta('title: A\nlicense: MIT\nshort_title: B\nauthors: [C D]\ntags: [e]\nlang: uz').meta
    expect([...places.keys()].filter((key) => !key.includes('.'))).toEqual([
      '',
      'title',
      'licence',
      'shortTitle',
      'authors',
      'keywords',
      'language'
    ])
    expect(places.get('title')?.start).toEqual({line: 1, column: 8})
  })

  it.each([
    ['keywords: [a, b]', ['a', 'b']],
    ['keywords: a; b, c; d', ['a', 'b, c', 'd']],
    ['keywords: a, b', ['a', 'b']],
    ['keywords: |\n  a\n  b', ['a', 'b']],
    ['tags: [a, b]', ['a', 'b']],
    ['tags: [a]\nkeywords: [b]', ['b']],
    ['keywords: ["semi\\\\-Markov"]', ['semi-Markov']]
  ])('%j', (yaml, keywords) => {
    expect(readMeta(yaml).meta.keywords).toEqual(keywords)
  })

  it.each([
    ['abstract: One.', ['One.']],
    ['abstract: [One., Two.]', ['One.', 'Two.']],
    ['abstract: {Background: One., Methods: Two.}', ['Background: One.', 'Methods: Two.']]
  ])('%j', (yaml, paragraphs) => {
    expect(readMeta(yaml).meta.abstract?.children.map((node) => textOf(node))).toEqual(paragraphs)
  })

  it('keeps statements, summary and highlights', () => {
    const {meta, told} = readMeta(
      'acknowledgments: A\nconflict-of-interest: B\ndata-availability: C\nplain-language-summary: D\nhighlights: [E, F]'
    )
    expect(told).toEqual([])
    expect([...(meta.statements ?? [])].map(([kind, root]) => [kind, textOf(root)])).toEqual([
      ['acknowledgements', 'A'],
      ['competing-interests', 'B'],
      ['data-availability', 'C']
    ])
    expect([textOf(meta.plainSummary ?? []), meta.highlights]).toEqual(['D', ['E', 'F']])
  })
})

describe('languages', () => {
  const uz = (yaml: string) => {
    const translation = readMeta(yaml).meta.translations.get('uz')
    return translation && [textOf([...(translation.title ?? [])]), translation.keywords]
  }

  it.each([
    ['translations', 'title: A\nlang: en\ntranslations: {uz: {title: B, keywords: [c]}}'],
    ['a list of translations', 'title: A\nlang: en\ntranslations: [{lang: uz, title: B, keywords: [c]}]'],
    ['fields by language', 'title: {en: A, uz: B}\nlang: en\nkeywords: {en: [], uz: [c]}'],
    ['fields named for a language', 'title: A\nlang: en\ntitle-uz: B\nkeywords_uz: [c]']
  ])('are told by %s', (_, yaml) => {
    const {meta, told} = readMeta(yaml)
    expect(told).toEqual([])
    expect(title(meta)).toBe('A')
    expect(uz(yaml)).toEqual(['B', ['c']])
    expect(meta.places.has('translations.uz.title')).toBe(true)
  })

  it('of a title are told by kin', () => {
    expect(title(readMeta('title: {en: A, ru: B}\nlang: en-GB').meta)).toBe('A')
    expect(readMeta('title: {ru: A, en: B}').meta.language).toBe('ru')
  })

  it.each([
    ['en-gb', 'en-GB'],
    ['uz_Cyrl', 'uz-Cyrl']
  ])('%s is %s', (written, tag) => {
    expect(readMeta(`lang: ${written}`).meta.language).toBe(tag)
  })

  it.each([
    ['lang: english', '1:7 Unexpected language `english`, expected a tag such as `en-GB` or `uz`'],
    ['lang: [en]', '1:7 Unexpected list as `lang`, expected text'],
    [
      'translations: {klingonese: {title: A}}',
      '1:28 Unexpected translation `klingonese`, expected a language such as `uz` with fields'
    ],
    ['translations: {uz: A}', '1:20 Unexpected translation `uz`, expected a language such as `uz` with fields'],
    ['translations: {uz: {titel: A}}', '1:21 Unexpected field `titel`']
  ])('%j is reported', (yaml, reason) => {
    expect(readMeta(yaml).told).toEqual([reason])
  })
})

describe('fields', () => {
  it('of other tools are passed over', () => {
    expect(
      readMeta('output: pdf\nheader-includes: [a]\nformat: {html: {toc: true}}\nbibliography: a.bib\nfigureTitle: Fig')
        .told
    ).toEqual([])
  })

  it.each([
    ['titel: A', 'titel', ['title']],
    ['auther: A', 'auther', ['author']],
    ['keyword_s: A', 'keyword_s', ['keywords']],
    ['frobnicate: A', 'frobnicate', []],
    ['__proto__: A', '__proto__', []],
    ['constructor: A', 'constructor', []],
    [`${'k'.repeat(1000)}: A`, `${'k'.repeat(59)}…`, []]
  ])('%.20s is unknown', (yaml, name, expected) => {
    const {found} = readMeta(yaml)
    expect(found.map((finding) => finding.reason)).toEqual([`Unexpected field \`${name}\``])
    expect(found[0]?.expected?.slice(0, 1)).toEqual(expected)
    expect(found[0]?.place?.start).toEqual({line: 1, column: 1})
  })

  it.each([
    ['title: {a: {b: c}}', '1:8 Unexpected map as `title`, expected text'],
    ['title: [A, B]', '1:8 Unexpected list as `title`, expected text'],
    ['title: A\ndate: someday', '2:7 Unexpected date `someday`, expected one such as `2025-03-09`'],
    ['keywords: [[a]]', '1:12 Unexpected list in `keywords`, expected text'],
    ['doi: [10.1000/182]', '1:6 Unexpected list as `doi`, expected text'],
    ['authors: [A B]\nauthor: C D', '2:1 Unexpected `author`: `author` is given already']
  ])('%j is reported', (yaml, reason) => {
    expect(readMeta(yaml).told).toEqual([reason])
  })

  it('without number are read in good time', () => {
    const begun = performance.now()
    const many = Array.from(
      {length: 5000},
      (_, index) => `  - {name: "Given${index} Family${index}", affiliation: "Place ${index}"}`
    )
    expect(readMeta(`authors:\n${many.join('\n')}`).meta.affiliations).toHaveLength(5000)
    readMeta(Array.from({length: 3000}, (_, index) => `unknown${index}: x`).join('\n'))
    expect(performance.now() - begun).toBeLessThan(15_000)
  })
})
