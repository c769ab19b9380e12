import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {toMarkdown} from '../../../src/parse/markdown/index.ts'
import {plain, read} from './reading.ts'

const pieces = [
  '@a',
  '@fig:b',
  '[',
  ']',
  ';',
  ', p. 3',
  '{',
  '}',
  '.c',
  '^',
  '~',
  '$',
  '*',
  '`',
  ' ',
  '\n',
  '-',
  '@{x y}',
  'see',
  '\\',
  '<b>',
  '</b>',
  ':::',
  '(u)',
  '|',
  '#',
  '1'
]
const markup = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string()), {maxLength: 30})
  .map((parts) => parts.join(''))

const key = fc.stringMatching(/^[a-zа-яʻ][a-z0-9а-яʻ_]{0,6}(?:[:.#$%&+?<>~/-][a-z0-9]{1,3})?$/)
const words = fc.constantFrom('', 'see', 'see *also*', 'cf. `x`', 'см.')
const tail = fc.constantFrom(
  '',
  ', p. 3',
  ', pp. 3-5 and passim',
  ', {x}',
  ' *passim*',
  ', гл. 2',
  ', 12-bet',
  ', and more'
)
const item = fc
  .tuple(words, fc.boolean(), key, tail)
  .map(([before, dash, name, after]) => `${before} ${dash ? '-' : ''}@${name}${after}`.trim())
const cluster = fc.array(item, {minLength: 1, maxLength: 3}).map((items) => `[${items.join('; ')}]`)
const sentence = fc
  .array(
    fc.oneof(
      cluster,
      key.map((name) => `@${name}`),
      fc.constantFrom('word', 'и слово', '(', 'x.')
    ),
    {minLength: 1, maxLength: 6}
  )
  .map((parts) => parts.join(' '))

describe('any text', () => {
  it('should be read without a throw', () => {
    fc.assert(
      fc.property(markup, (text) => void read(text)),
      {numRuns: 500}
    )
  })

  it('should lose no letter of words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('alpha', 'beta', '@key', '[', ']', ';', '{', '}', '^', '~', '$', ' '), {
          maxLength: 20
        }),
        (parts) => {
          const source = parts.join('')
          const kept = JSON.stringify(plain(read(source).root))
          for (const word of ['alpha', 'beta', 'key'])
            expect(count(kept, word)).toBeGreaterThanOrEqual(count(source, word) > 0 ? 1 : 0)
        }
      ),
      {numRuns: 300}
    )
  })
})

it('should read printed citations as they were', () => {
  fc.assert(
    fc.property(sentence, (source) => {
      const first = read(source).root
      expect(plain(read(toMarkdown(first)).root.children)).toEqual(plain(first.children))
    }),
    {numRuns: 300}
  )
})

function count(text: string, word: string): number {
  return text.split(word).length - 1
}
