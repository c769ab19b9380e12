import {describe, expect, test} from 'vitest'
import {read} from './reading.ts'

describe('CSL-JSON', () => {
  test('keeps what the schema does not know, and reads dates however they are written', async () => {
    const {library, told} = await read({
      'refs.json': JSON.stringify([
        {id: 'a', type: 'preprint', title: 'A', issued: '2000-03', publisher: ['P', 'Q'], special: 'kept'},
        {id: 'b', type: 'book', issued: {'date-parts': [], literal: 'in press'}, DOI: 'https://doi.org/10.1000/182'},
        {id: 'c', type: 'book', issued: {'date-parts': [['2000', '', '']]}, 'collection-title-short': 'S'},
        {id: 4, type: 'book', author: [{family: 'Lee', given: 'Bo'}], event: 'Conf'}
      ])
    })
    expect(told).toEqual([])
    expect([...library.values()].map(({csl}) => csl)).toEqual([
      {id: 'a', type: 'article', title: 'A', issued: {'date-parts': [[2000, 3]]}, publisher: 'P; Q', special: 'kept'},
      {id: 'b', type: 'book', issued: {literal: 'in press'}, DOI: '10.1000/182'},
      {id: 'c', type: 'book', issued: {'date-parts': [[2000]]}, 'collection-title-short': 'S'},
      {id: '4', type: 'book', author: [{family: 'Lee', given: 'Bo'}], 'event-title': 'Conf'}
    ])
  })

  test('a field that cannot be is left out and told', async () => {
    const {library, told} = await read({
      'refs.json': JSON.stringify([
        {
          id: 'a',
          type: 'gadget',
          title: {text: 'A'},
          'container-title': 7,
          volume: '7',
          author: [{family: 'Lee', given: 5, suffix: {}}, 3, [], {affiliation: []}],
          editor: true,
          issued: {'date-parts': [[2000, 3], [2001]], season: null},
          accessed: {'date-time': '2000-01-01'},
          submitted: {'date-parts': [[]]}
        }
      ])
    })
    expect(told).toEqual([
      '1:2 Unexpected value of `title` in reference `a`, expected text',
      '1:2 Unexpected value of `editor` in reference `a`, expected names',
      '1:2 Unexpected value of `accessed` in reference `a`, expected a date',
      '1:2 Unexpected value of `type` in reference `a`, expected a type of CSL'
    ])
    expect(library.get('a')?.csl).toEqual({
      id: 'a',
      type: 'document',
      'container-title': '7',
      volume: '7',
      author: [{family: 'Lee', given: '5'}, {literal: '3'}],
      issued: {'date-parts': [[2000], [2001]]}
    })
  })

  test.each([
    ['journal-article', 'article-journal'],
    ['Posted-Content', 'article'],
    ['book_chapter', 'chapter'],
    ['legal_case', 'legal_case']
  ])('the type %s is %s', async (typed, type) => {
    const {library, told} = await read({'refs.json': JSON.stringify([{id: 'a', type: typed}])})
    expect(library.get('a')?.csl.type).toBe(type)
    expect(told).toEqual([])
  })

  test('a bad item costs itself', async () => {
    const text = '[\n{"id": "a", "type": "book"},\n{"id": "b", "type": },\n{"id": "c", "type": "book"}\n]'
    const {library, problems} = await read({'refs.json': text})
    expect([...library.keys()]).toEqual(['a', 'c'])
    expect(problems.map(({place}) => place?.start)).toEqual([{line: 3, column: 1}])
    expect(library.get('c')?.place?.start).toEqual({line: 4, column: 1})
  })

  test.each(['', 'null', '[1, "x"]', '{', '[', '"]', '{"references": 3}'])('%j is told', async (text) => {
    const {problems} = await read({'refs.json': text})
    expect(problems.length).toBeGreaterThan(0)
  })
})

describe('CSL-YAML', () => {
  const items =
    '- id: a\n  type: book\n  title: "*A* and H~2~O"\n  issued: 2000-03-05\n  author:\n  - family: Lee\n    given: Bo\n'

  test.each([
    ['a list', items],
    ['under references', `references:\n${items}`],
    ['framed', `---\nreferences:\n${items}...\n`]
  ])('%s', async (_, text) => {
    const {library, told} = await read({'refs.yaml': text})
    expect(told).toEqual([])
    expect(library.get('a')?.csl).toEqual({
      id: 'a',
      type: 'book',
      title: '<i>A</i> and H<sub>2</sub>O',
      issued: {'date-parts': [[2000, 3, 5]]},
      author: [{family: 'Lee', given: 'Bo'}]
    })
  })

  test('places are those of the file', async () => {
    const {library} = await read({'refs.yaml': `---\nreferences:\n${items}---\n`})
    expect(library.get('a')?.place?.start).toEqual({line: 3, column: 3})
    expect(library.get('a')?.places?.get('title')?.start).toEqual({line: 5, column: 3})
  })

  test('what is no list is told', async () => {
    const {told} = await read({'refs.yaml': 'title: A'})
    expect(told).toEqual(['1:1 Cannot find references in `refs.yaml`, expected a list under `references:`'])
  })
})

test('references in the front matter go before files', async () => {
  const {library} = await read({'refs.bib': '@book{a, title = {File}}'}, [{id: 'a', type: 'book', title: 'Front'}])
  expect(library.get('a')?.csl['title']).toBe('Front')
  expect(library.get('a')?.duplicates).toHaveLength(1)
})

test('RIS', async () => {
  const {library, told} = await read({
    'refs.ris': `TY  - JOUR
AU  - Lee, Bo
TI  - Of things
JO  - Journal
PY  - 2000
SP  - 1
EP  - 9
DO  - 10.1000/182
ER  - 

TY  - BOOK
ID  - smith
AU  - Smith, Ann
TI  - A book
ER  - 
`
  })
  expect(told).toEqual([])
  expect([...library.keys()]).toEqual(['lee2000', 'smith'])
  expect(library.get('lee2000')?.csl).toMatchObject({
    type: 'article-journal',
    author: [{family: 'Lee', given: 'Bo'}],
    page: '1-9',
    DOI: '10.1000/182',
    issued: {'date-parts': [[2000]]}
  })
  expect(library.get('smith')?.place?.start).toEqual({line: 11, column: 1})
})

test('PubMed', async () => {
  const {library, told} = await read({
    'refs.nbib': `PMID- 123
TI  - Of things that
      are long.
FAU - Lee, Bo
JT  - Journal
DP  - 2000 Mar 5
PG  - 1-9
LID - 10.1000/182 [doi]
`
  })
  expect(told).toEqual([])
  expect(library.get('pmid123')?.csl).toMatchObject({
    type: 'article-journal',
    title: 'Of things that are long',
    author: [{family: 'Lee', given: 'Bo'}],
    issued: {'date-parts': [[2000, 3, 5]]},
    DOI: '10.1000/182',
    PMID: '123'
  })
})

test('EndNote', async () => {
  const {library, told} = await read({
    'refs.enw':
      '%0 Journal Article\n%A Lee, Bo\n%A Smith, Ann\n%T Of things\n%J Journal\n%D 2000\n%N 3\n%P 1-9\n\n%0 Book\n%T Alone\n'
  })
  expect(told).toEqual([])
  expect(library.get('lee2000')?.csl).toMatchObject({type: 'article-journal', issue: '3', page: '1-9'})
  expect(library.get('alone')?.csl).toMatchObject({type: 'book', title: 'Alone'})
})
