import fc from 'fast-check'
import type {Root} from 'mdast'
import type {Extension} from 'micromark-util-types'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, it} from 'vitest'
import {bareAddresses} from '../../../src/parse/markdown/syntax/bare-addresses.ts'

function read(text: string, guard: (extension: Extension) => Extension): Root {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(function guarded() {
      const data = this.data()
      data.micromarkExtensions = (data.micromarkExtensions ?? []).map(guard)
    })
    .parse(text)
}

it('a text has the links of bare addresses that it has where each word is looked at', () => {
  const pieces = [
    'a',
    'h',
    'http://',
    'HTTPS://',
    'www.',
    'WWW',
    '@',
    '.',
    '-',
    '_',
    '+',
    ' ',
    '*',
    '[',
    ']',
    '\\',
    '<',
    '\n'
  ]
  const text = fc.array(fc.constantFrom(...pieces, 'b.c', '7', '>', '/', '`'), {maxLength: 12})
  fc.assert(
    fc.property(text, (some) => {
      const joined = some.join('')
      expect(read(joined, bareAddresses(joined))).toEqual(read(joined, (extension) => extension))
    }),
    {numRuns: 500}
  )
})
