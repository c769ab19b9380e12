import {describe, expect, it} from 'vitest'
import {nearest} from '../../src/util/nearest.ts'

describe('nearest', () => {
  it.each([
    ['abstrct', ['title', 'abstract', 'author'], ['abstract']],
    ['ABSTRACT', ['abstract'], ['abstract']],
    ['teh', ['the', 'ten', 'zoo'], ['the', 'ten']],
    ['knuth84', ['lamport94', 'knuth1984', 'knuth86'], ['knuth86', 'knuth1984']],
    ['affil', ['affiliation', 'title'], ['affiliation']],
    ['fig:map-of-asia', ['fig:map', 'tab:map'], ['fig:map']],
    ['zzz', ['abstract', 'title'], []],
    ['', ['abstract'], []],
    ['мухаммад', ['мухамад', 'ахмад'], ['мухамад']]
  ])('%s among %j', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toEqual(expected)
  })

  it('gives as many as asked for, each once', () => {
    expect(nearest('key1', ['key2', 'key3', 'key3', 'key4', 'key5'], 2)).toEqual(['key2', 'key3'])
  })

  it('keeps the order of equals', () => {
    expect(nearest('kez', ['key', 'kei', 'ken'])).toEqual(['key', 'kei', 'ken'])
  })

  it('takes any iterable, such as the keys of a map', () => {
    expect(nearest('titel', new Map([['title', 1]]).keys())).toEqual(['title'])
  })

  it('does not mind huge words or lists', () => {
    const huge = 'a'.repeat(5_000_000)
    const many = Array.from({length: 200_000}, (_, index) => `reference${index}`)
    const begun = performance.now()
    expect(nearest(huge, ['abstract'])).toEqual([])
    expect(nearest('abstract', [huge, 'abstrakt'])).toEqual(['abstrakt'])
    expect(nearest('refernce17', many)[0]).toBe('reference17')
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})
