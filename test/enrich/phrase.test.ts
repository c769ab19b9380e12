import {describe, expect, it} from 'vitest'
import {phrase} from '../../src/enrich/phrase.ts'
import {terms} from '../../src/util/terms.ts'
import {textOf} from '../../src/util/text.ts'

function read(numbers: ReadonlyArray<string>): string {
  const targets = numbers.map((number) => ({kind: 'section' as const, number, identifier: number}))
  return textOf(phrase({kind: 'section', targets, words: terms('en'), bare: true, capital: undefined}))
}

describe('phrase', () => {
  it.each([
    [['1.1', '2.2', '3.3'], '1.1, 2.2 and 3.3'],
    [['2.9', '2.11', '2.10'], '2.9–2.11'],
    [['A', 'B', 'C'], 'A–C'],
    [['A.1', 'A.2', 'A.3', '1'], '1 and A.1–A.3'],
    [['S1', 'S2', 'S3'], 'S1–S3'],
    [['1', '2', 'S3'], '1, 2 and S3'],
    [['99999999999999999999', '100000000000000000000'], '99999999999999999999 and 100000000000000000000']
  ])('%j reads %s', (numbers, text) => {
    expect(read(numbers)).toBe(text)
  })
})
