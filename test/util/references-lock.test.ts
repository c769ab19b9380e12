import {describe, expect, it} from 'vitest'
import {digest, doiOfKey, readLock, writeLock} from '../../src/util/references-lock.ts'

const csl = {id: 'doi:10.1000/182', type: 'book', title: 'A', DOI: '10.1000/182'}
const entry = {csl, fetched: '2025-01-01T00:00:00.000Z', sha256: digest(csl)}

describe('the lock', () => {
  it('is read as it was written', () => {
    const lock = new Map([['10.1000/182', entry]])
    expect(readLock(writeLock(lock))).toEqual({lock, complaints: []})
  })

  it('is sorted, whatever the order of additions', () => {
    const other = {...entry, csl: {...csl, id: 'doi:10.1/b'}}
    const one = writeLock(
      new Map([
        ['10.1/b', other],
        ['10.1/a', entry]
      ])
    )
    expect(one).toBe(
      writeLock(
        new Map([
          ['10.1/a', entry],
          ['10.1/b', other]
        ])
      )
    )
  })

  it('notices a record changed by hand', () => {
    const text = writeLock(new Map([['10.1000/182', entry]])).replace('"title": "A"', '"title": "B"')
    expect(readLock(text).complaints).toEqual([
      'Unexpected record of `10.1000/182`: it was changed after it was fetched'
    ])
  })

  it.each(['', '[]', '{}', '{"references": []}'])('complains of `%s`', (text) => {
    expect(readLock(text).complaints).toHaveLength(1)
  })

  it('leaves out what is no record', () => {
    const {lock, complaints} = readLock('{"references": {"10.1/x": {"csl": 3}}}')
    expect(lock.size).toBe(0)
    expect(complaints[0]).toContain('10.1/x')
  })
})

describe('doiOfKey', () => {
  it.each([
    ['doi:10.1000/182', '10.1000/182'],
    ['DOI:10.1000/AbC', '10.1000/abc'],
    ['https://doi.org/10.1000/182', '10.1000/182'],
    ['http://dx.doi.org/10.1000/182', '10.1000/182'],
    ['knuth1984', undefined],
    ['doi:knuth', undefined],
    ['10.1000/182', undefined]
  ])('%s → %s', (key, doi) => {
    expect(doiOfKey(key)).toBe(doi)
  })
})
