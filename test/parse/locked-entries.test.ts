import {describe, expect, it} from 'vitest'
import type {Problem} from '../../src/model/problem.ts'
import {lockedEntries} from '../../src/parse/locked-entries.ts'
import {digest, writeLock} from '../../src/util/references-lock.ts'

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

  it('reads what a registry gives amiss, and names the record', () => {
    const problems: Array<Problem> = []
    const odd = {
      id: 'doi:10.1000/182',
      type: 'journal-article',
      title: ['A'],
      'container-title': {},
      issued: {'date-parts': [[2000, 1, 2], [2001]]}
    }
    const odds = writeLock(new Map([['10.1000/182', {csl: odd, fetched: '', sha256: digest(odd)}]]))
    const entries = lockedEntries(source(odds), (problem) => problems.push(problem))
    expect(entries.get('doi:10.1000/182')?.csl).toEqual({
      id: 'doi:10.1000/182',
      type: 'article-journal',
      title: 'A',
      issued: {'date-parts': [[2000], [2001]]}
    })
    expect(problems.map(({reason}) => reason)).toEqual([])
    const worse = {...odd, 'container-title': {text: 'J'}}
    const worst = writeLock(new Map([['10.1000/182', {csl: worse, fetched: '', sha256: digest(worse)}]]))
    lockedEntries(source(worst), (problem) => problems.push(problem))
    expect(problems.map(({reason}) => reason)).toEqual([
      'Unexpected value of `container-title` in the record of `10.1000/182`, expected text'
    ])
  })

  it('is empty without a file', () => {
    expect(lockedEntries(undefined, () => undefined).size).toBe(0)
  })
})
