import fc from 'fast-check'
import type {Extension} from 'micromark-util-types'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, it} from 'vitest'
import {dashTable} from '../../../src/parse/markdown/syntax/dash-table.ts'
import {ruled} from '../../../src/parse/markdown/syntax/ruled.ts'

/** The tables that a text is read with, by the constructs as they are or kept from lines without rules. */
function read(text: string, guard: (extension: Extension) => Extension): unknown {
  const heads: Array<number> = []
  const counted: Extension = {flowInitial: {null: dashTable}}
  const root = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(function drawn() {
      const data = this.data()
      data.micromarkExtensions = [...(data.micromarkExtensions ?? []), counted].map(guard)
      data.fromMarkdownExtensions?.push({
        enter: {
          drawnTable: ({start, end}) => void heads.push(start.line, end.line)
        }
      })
    })
    .parse(text)
  return {root, heads}
}

it('a table is begun where it would be if each line were read for it', () => {
  const lines = [
    'a | b',
    '--- | ---',
    '| - |',
    ':-:',
    '',
    'word',
    '> a | b',
    '> - | :-',
    '- a',
    '  | -',
    '--- ---',
    '  a   b',
    '-------',
    '1. x',
    '   -|-',
    '\ta|b'
  ]
  const written = fc
    .tuple(fc.array(fc.constantFrom(...lines), {maxLength: 9}), fc.constantFrom('\n', '\r\n', '\r'))
    .map(([some, end]) => some.join(end))
  fc.assert(
    fc.property(written, (text) => {
      expect(read(text, ruled(text))).toEqual(read(text, (extension) => extension))
    }),
    {numRuns: 300}
  )
})

it('a paragraph is not read as the head of a table', () => {
  let tries = 0
  const text = 'A line.\n\nTwo\nlines.\n'
  const counting: Extension = {
    flow: {
      null: {
        name: 'table',
        tokenize: (_effects, _ok, nok) => {
          tries++
          return nok
        }
      }
    }
  }
  unified()
    .use(remarkParse)
    .use(function ours() {
      this.data().micromarkExtensions = [ruled(text)(counting)]
    })
    .parse(text)
  expect(tries).toBe(0)
})
