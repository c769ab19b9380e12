import {describe, expect, it} from 'vitest'
import {bare, readMeta} from './read-meta.ts'

const authors = (yaml: string) => bare(readMeta(yaml).meta.authors)
const affiliations = (yaml: string) => bare(readMeta(yaml).meta.affiliations)
const told = (yaml: string) => readMeta(yaml).told

const ada = {name: {given: 'Ada', family: 'Lovelace', display: 'Ada Lovelace'}}
const nodira = {name: {given: 'Nodira', family: 'Aliyeva', display: 'Nodira Aliyeva'}}

describe('authors', () => {
  it.each([
    ['a text', 'author: Ada Lovelace', [ada]],
    ['several in a text', 'author: Ada Lovelace and Nodira Aliyeva', [ada, nodira]],
    ['several with semicolons', 'author: Lovelace, Ada; Aliyeva, Nodira', [ada, nodira]],
    ['several with commas', 'author: Ada Lovelace, Nodira Aliyeva, Ada Lovelace', [ada, nodira, ada]],
    ['a list of texts', 'author: [Ada Lovelace, Nodira Aliyeva]', [ada, nodira]],
    ['a name', 'authors:\n  - name: Ada Lovelace', [ada]],
    ['parts', 'author: {given: Ada, family: Lovelace}', [ada]],
    ['parts of other names', 'authors: [{first-name: Ada, lastName: Lovelace}]', [ada]],
    ['parts in the name', 'authors: [{name: {given: Ada, family: Lovelace}}]', [ada]],
    ['a literal in the name', 'authors: [{name: {literal: Ada Lovelace}}]', [ada]],
    ['the name as a key', 'author:\n  - Ada Lovelace:\n      email: a@example.org', [{...ada, email: 'a@example.org'}]],
    ['the name as an empty key', 'author:\n  - Ada Lovelace:', [ada]],
    [
      'a group',
      'authors: [{name: The Sample Group, group: true}]',
      [{name: {literal: 'The Sample Group', display: 'The Sample Group'}, group: true}]
    ]
  ])('may be %s', (_, yaml, expected) => {
    expect(authors(yaml)).toEqual(expected)
    expect(told(yaml)).toEqual([])
  })

  it('have a patronymic, a particle, a suffix', () => {
    const yaml = 'author: {given: Jan, patronymic: Olimovich, particle: van, family: Berg, suffix: Jr.}'
    const name = {
      given: 'Jan',
      middle: 'Olimovich',
      particle: 'van',
      family: 'Berg',
      suffix: 'Jr.',
      display: 'Jan Olimovich van Berg Jr.'
    }
    expect(authors(yaml)).toEqual([{name}])
  })

  it('are shown as they ask', () => {
    expect(authors('author: {given: Ada, family: Lovelace, name: A. Lovelace}')).toEqual([
      {name: {given: 'Ada', family: 'Lovelace', display: 'A. Lovelace'}}
    ])
  })

  it('have names in other languages', () => {
    const ru = {given: 'Нодира', family: 'Алиева', display: 'Нодира Алиева'}
    const expected = [{...nodira, names: {ru}}]
    expect(authors('author: {name: {en: Nodira Aliyeva, ru: Нодира Алиева}}')).toEqual(expected)
    expect(authors('author: {name: Nodira Aliyeva, names: {ru: {given: Нодира, family: Алиева}}}')).toEqual(expected)
  })

  it('have all that a title page asks for', () => {
    const yaml = `author:
  - name: Ada Lovelace
    orcid: https://orcid.org/0000-0002-1825-0097
    e-mail: ada@example.org
    phone: +998930033011
    website: https://example.org
    corresponding: yes
    equal-contrib: true
    deceased: true
    degree: [PhD, DSc]
    position: Professor
    bio: Wrote programs.
    scopus-id: 123
    SPIN: 1234-5678
    github: ada
`
    expect(told(yaml)).toEqual([])
    expect(authors(yaml)).toEqual([
      {
        ...ada,
        orcid: '0000-0002-1825-0097',
        email: 'ada@example.org',
        phone: '+998930033011',
        url: 'https://example.org',
        corresponding: true,
        equalContribution: true,
        deceased: true,
        degrees: 'PhD, DSc',
        position: 'Professor',
        biography: 'Wrote programs.',
        identifiers: {scopus: '123', spin: '1234-5678'}
      }
    ])
  })

  it.each([
    ['0000-0002-1825-0097', '0000-0002-1825-0097'],
    ['"0000 0002 1825 009x"', '0000-0002-1825-009X'],
    ['orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097'],
    ['0000000218250097', '0000-0002-1825-0097'],
    ['1234', '1234']
  ])('write ORCID %s', (written, orcid) => {
    expect(readMeta(`author: {name: Ada Lovelace, orcid: ${written}}`).meta.authors[0]?.orcid).toBe(orcid)
  })

  it('carry notes, which may mark them', () => {
    expect(authors('author: ["Ada Lovelace^[Corresponding author]", "Nodira Aliyeva^[co-first author]"]')).toEqual([
      {...ada, notes: ['Corresponding author'], corresponding: true},
      {...nodira, notes: ['co-first author'], equalContribution: true}
    ])
    expect(authors('author: {name: Ada Lovelace, thanks: Thanks to C., current-address: London}')).toMatchObject([
      {notes: ['Thanks to C.', 'London']}
    ])
  })

  it('may be described elsewhere, by id', () => {
    const below = 'authors: [{id: nodira, name: Nodira Aliyeva}, {id: ada, name: Ada Lovelace}]'
    expect(bare(readMeta('authors: [{id: ada}, nodira]', below).meta.authors)).toEqual([ada, nodira])
    expect(readMeta('authors: [{id: bob}]', below).told).toEqual(['1:11 Cannot find the name of an author'])
  })

  it('keep attributes one floor down', () => {
    expect(authors('author: {name: Ada Lovelace, attributes: {corresponding: true, equal-contributor: true}}')).toEqual(
      [{...ada, corresponding: true, equalContribution: true}]
    )
  })

  it.each([
    ['author: {name: Ada Lovelace, emial: x}', '1:30 Unexpected field `emial`'],
    ['author: {name: Ada Lovelace, email: a, mail: b}', '1:40 Unexpected `mail`: `email` is given already'],
    ['author: {orcid: 0000-0002-1825-0097}', '1:9 Cannot find the name of an author'],
    ['author: {name: Ada Lovelace, email: {a: b}}', '1:37 Unexpected map as `email`, expected text'],
    [
      'author: {name: Ada Lovelace, corresponding: perhaps}',
      '1:45 Unexpected `perhaps` as `corresponding`, expected true or false'
    ],
    ['author: [[[Ada]]]', '1:11 Unexpected list as an author, expected a name or fields']
  ])('%j is reported', (yaml, reason) => {
    expect(told(yaml)).toEqual([reason])
  })

  it('say where each field stands', () => {
    const {places} = readMeta('author:\n  - name: Ada Lovelace\n    orcid: 1\n  - Nodira Aliyeva').meta
    expect(places.get('authors.0.orcid')?.start).toEqual({line: 3, column: 12})
    expect(places.get('authors.1')?.start).toEqual({line: 4, column: 5})
  })
})

describe('roles', () => {
  it.each([
    ['[Software, writing - review and editing]', ['Software', 'Writing – review & editing']],
    ['[{Software: true}, {Resources: false}, {Data curation: lead}]', ['Software', 'Data curation']],
    ['[{role: Conceptualisation, degree: lead}]', ['Conceptualization']],
    ['Visualisation; Validation', ['Visualization', 'Validation']]
  ])('%s', (written, roles) => {
    const {meta, told} = readMeta(`author: {name: Ada Lovelace, roles: ${written}}`)
    expect(meta.authors[0]?.roles).toEqual(roles)
    expect(told).toEqual([])
  })

  it('that CRediT has not are reported with the nearest', () => {
    const {meta, found} = readMeta('author: {name: Ada Lovelace, roles: [Sofware, Magic]}')
    expect(meta.authors[0]?.roles).toEqual([])
    expect(found.map(({reason, expected}) => [reason, expected])).toEqual([
      ['Unexpected role `Sofware`', ['Software']],
      ['Unexpected role `Magic`', []]
    ])
  })
})

describe('affiliations', () => {
  const list = 'affiliations:\n  - {index: 1, name: One}\n  - {id: two, name: Two}\n  - Three\n'
  const ids = (written: string) =>
    readMeta(`author: {name: A B, affiliation: ${written}}\n${list}`).meta.authors[0]?.affiliations

  it.each([
    ['1', ['1']],
    ['"1"', ['1']],
    ['"1, two"', ['1', 'two']],
    ['"1,3"', ['1', '3']],
    ['"1 & 3"', ['1', '3']],
    ['[1, two]', ['1', 'two']],
    ['[{ref: two}]', ['two']],
    ['Two', ['two']],
    ['[1, 1]', ['1']]
  ])('are referred to as %s', (written, expected) => {
    expect(ids(written)).toEqual(expected)
    expect(told(`author: {name: A B, affiliation: ${written}}\n${list}`)).toEqual([])
  })

  it('stand inline, and the same one once', () => {
    const yaml = `author:
  - {name: A B, affiliation: University of Samples}
  - {name: C D, affiliation: {name: Institute, department: Words, city: Tashkent, country: Uzbekistan, ror: 04yzbzc51}}
  - {name: E F, affiliations: [University of Samples, {name: Institute, city: London}]}
`
    expect(affiliations(yaml)).toEqual([
      {id: '1', name: 'University of Samples'},
      {
        id: '2',
        name: 'Institute',
        department: 'Words',
        city: 'Tashkent',
        country: 'Uzbekistan',
        ror: 'https://ror.org/04yzbzc51'
      },
      {id: '3', name: 'Institute', city: 'London'}
    ])
    expect(readMeta(yaml).meta.authors.map((author) => author.affiliations)).toEqual([['1'], ['2'], ['1', '3']])
  })

  it('may be named by another author', () => {
    const yaml = 'author:\n  - {name: A B, affiliations: [{id: x, name: X}]}\n  - {name: C D, affiliations: [{ref: x}]}'
    expect(readMeta(yaml).meta.authors[1]?.affiliations).toEqual(['x'])
  })

  it('may be a map by id, or a list of such maps', () => {
    const expected = [
      {id: 'ud', name: 'University'},
      {id: 'in', name: 'Institute', city: 'London'}
    ]
    expect(affiliations('affiliations: {ud: University, in: {name: Institute, city: London}}')).toEqual(expected)
    expect(affiliations('institute:\n  - ud: University\n  - in: {name: Institute, city: London}')).toEqual(expected)
  })

  it('have names in other languages', () => {
    const yaml =
      'affiliations: [{id: 1, name: {en: University, uz: Universitet}, translations: {ru: {name: Университет, city: Ташкент}}}]'
    expect(affiliations(yaml)).toEqual([
      {
        id: '1',
        name: 'University',
        translations: {uz: {name: 'Universitet'}, ru: {name: 'Университет', city: 'Ташкент'}}
      }
    ])
  })

  it('keep the zeros of a postcode', () => {
    expect(affiliations('affiliations: [{name: A, postal-code: 010100}]')).toEqual([
      {id: '1', name: 'A', postcode: '010100'}
    ])
  })

  it.each([
    [`author: {name: A B, affiliation: 4}\n${list}`, '1:34 Cannot find the affiliation `4`'],
    [`author: {name: A B, affiliation: tow}\n${list}`, '1:34 Cannot find the affiliation `tow`'],
    [`author: {name: A B, affiliation: [{ref: four}]}\n${list}`, '1:35 Cannot find the affiliation `four`'],
    ['affiliations: [{city: London}]', '1:16 Cannot find the name of an affiliation'],
    ['affiliations: [{name: A, citty: London}]', '1:26 Unexpected field `citty`']
  ])('%j is reported', (yaml, reason) => {
    expect(told(yaml)).toEqual([reason])
  })
})
