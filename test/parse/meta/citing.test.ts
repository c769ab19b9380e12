import {describe, expect, it} from 'vitest'
import {readMeta} from './read-meta.ts'

describe('how works are read and cited', () => {
  it('should be read', () => {
    const {meta, told} = readMeta('citing: {sentence-case: auto, usePrefix: true, terms: entry}')
    expect(meta.citing).toEqual({sentenceCase: 'auto', usePrefix: true, terms: 'entry'})
    expect(told).toEqual([])
  })

  it('should be nothing where nothing is said', () => {
    expect(readMeta('title: T').meta.citing).toBeUndefined()
    expect(readMeta('citing: {}').meta.citing).toEqual({})
  })

  it.each([
    [
      'citing: {sentence-case: sometimes}',
      '1:25 Unexpected `sometimes` as `sentence-case`, expected `auto` or `never`'
    ],
    ['citing: {terms: russian}', '1:17 Unexpected `russian` as `terms`, expected `article` or `entry`'],
    ['citing: {use-prefix: perhaps}', '1:22 Unexpected `perhaps` as `use-prefix`, expected true or false'],
    ['citing: apa', '1:9 Unexpected value of `citing`, expected a map such as `{terms: entry}`']
  ])('%s', (yaml, expected) => {
    expect(readMeta(yaml).told).toEqual([expected])
  })

  it('should tell of a name that is not known', () => {
    expect(readMeta('citing: {term: entry}').told.join()).toContain('`term`')
  })
})
