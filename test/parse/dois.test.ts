import type {Root} from 'mdast'
import {describe, expect, it} from 'vitest'
import type {Library} from '../../src/model/article.ts'
import type {CitationItem} from '../../src/model/nodes.ts'
import type {Problem} from '../../src/model/problem.ts'
import {citeByDoi, lockedEntries} from '../../src/parse/dois.ts'
import {digest, writeLock} from '../../src/util/references-lock.ts'

function citing(key: string): Root {
  const item: CitationItem = {key, prefix: [], suffix: [], suppressAuthor: false}
  const citation = {type: 'citation', mode: 'parenthetical', items: [item], children: []} as const
  return {type: 'root', children: [{type: 'paragraph', children: [{...citation, children: []}]}]}
}

function keysOf(tree: Root): ReadonlyArray<string> {
  return JSON.stringify(tree).match(/(?<="key":")[^"]+/g) ?? []
}

const library: Library = new Map([
  ['knuth', {key: 'knuth', csl: {id: 'knuth', type: 'book', DOI: '10.1093/COMJNL/27.2.97'}, duplicates: []}],
  ['linked', {key: 'linked', csl: {id: 'linked', type: 'book', DOI: 'https://doi.org/10.1000/x'}, duplicates: []}]
])

describe('citeByDoi', () => {
  it.each([
    ['doi:10.1093/comjnl/27.2.97', 'knuth'],
    ['https://doi.org/10.1093/comjnl/27.2.97', 'knuth'],
    ['doi:10.1000/X', 'linked'],
    ['DOI:10.1000/ABC', 'doi:10.1000/abc'],
    ['knuth', 'knuth'],
    ['nobody', 'nobody']
  ])('%s → %s', (written, key) => {
    const tree = citing(written)
    citeByDoi([tree], library)
    expect(keysOf(tree)).toEqual([key])
  })
})

describe('lockedEntries', () => {
  const csl = {id: 'doi:10.1000/182', type: 'book', title: 'A'}
  const text = writeLock(new Map([['10.1000/182', {csl, fetched: '', sha256: digest(csl)}]]))
  const source = (content: string) => ({path: 'references.lock.json', text: content, bytes: new Uint8Array()})

  it('gives entries by key', () => {
    const problems: Array<Problem> = []
    const entries = lockedEntries(source(text), (problem) => problems.push(problem))
    expect(entries.get('doi:10.1000/182')?.csl).toEqual(csl)
    expect(problems).toEqual([])
  })

  it('reports a record changed by hand', () => {
    const problems: Array<Problem> = []
    lockedEntries(source(text.replace('"A"', '"B"')), (problem) => problems.push(problem))
    expect(problems).toMatchObject([
      {id: 'references-lock', severity: 'warning', place: {file: 'references.lock.json'}}
    ])
  })

  it('is empty without a file', () => {
    expect(lockedEntries(undefined, () => undefined).size).toBe(0)
  })
})
