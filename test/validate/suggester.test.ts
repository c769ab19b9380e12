import {describe, expect, it} from 'vitest'
import {suggester} from '../../src/validate/suggester.ts'

describe('suggester', () => {
  it('gives what is near', () => {
    const suggest = suggester(['knuth1984', 'lamport1994'])
    expect(suggest('knuth1985')).toEqual(['knuth1984'])
    expect(suggest('knuth1985')).toEqual(['knuth1984'])
  })

  it('gives up guessing when everything is wrong', () => {
    const suggest = suggester(Array.from({length: 20_000}, (_, index) => `reference${index}`))
    const start = performance.now()
    for (let index = 0; index < 20_000; index++) suggest(`refrence${index}`)
    expect(performance.now() - start).toBeLessThan(3000)
    expect(suggest('reference1x')).toEqual([])
  })
})
