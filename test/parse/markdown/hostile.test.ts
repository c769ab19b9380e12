import {describe, expect, it} from 'vitest'
import {markdown} from '../../../src/parse/markdown/index.ts'
import {read} from './reading.ts'

const many = 100_000

/** Each within seconds: what took the square of its length would take hours. */
describe('hostile texts', () => {
  const cases: ReadonlyArray<readonly [string, () => string]> = [
    ['a paragraph of 5 MB', () => 'word '.repeat(1_000_000)],
    ['10,000 headings', () => '# h {#a}\n\n'.repeat(10_000)],
    ['quotations 1,000 deep', () => `${'> '.repeat(1000)}x`],
    ['lists 1,000 deep', () => Array.from({length: 1000}, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')],
    ['divs 1,000 deep', () => `${'::: {.a}\n'.repeat(1000)}x\n${':::\n'.repeat(1000)}`],
    ['emphasis 1,000 deep', () => '*a '.repeat(1000) + 'b* '.repeat(1000)],
    ['brackets 1,000 deep', () => `${'['.repeat(1000)}x${']'.repeat(1000)}`],
    ['citations 1,000 deep', () => '[@a '.repeat(1000) + ']'.repeat(1000)],
    ['spans 1,000 deep', () => `${'['.repeat(1000)}x${']{.a}'.repeat(1000)}`],
    ['notes 1,000 deep', () => `${'^['.repeat(1000)}x${']'.repeat(1000)}`],
    ['elements 1,000 deep in a line', () => `a ${'<i>x'.repeat(1000)}${'</i>'.repeat(1000)}`],
    ['elements 10,000 deep in a block', () => '<div>'.repeat(10_000)],
    ['a cell over a thousand million columns', () => '<table><tr><td colspan=1000000000>x</td></tr></table>'],
    ['a grid of 10,000 borders', () => '+---+\n'.repeat(many / 10)],
    ['a grid of 100,000 bars', () => `+---+\n${'|   |\n'.repeat(many)}`],
    ['a grid of 100,000 columns', () => `${'+-'.repeat(many)}+\n${'| '.repeat(many)}|\n${'+-'.repeat(many)}+\n`],
    ['a grid of 100,000 corners in 10,000 lines', () => `${'+-'.repeat(many)}\n${'+-\n|\n'.repeat(many / 20)}`],
    ['100,000 lines of :', () => ':\n'.repeat(many)],
    ['10,000 lines of : x', () => ': x\n'.repeat(many / 10)],
    ['10,000 terms', () => 'A\n: x\n'.repeat(many / 10)],
    ['20,000 definition lists', () => 'A\n: x\n\n'.repeat(many / 5)],
    ['20,000 underlined headings', () => 'A\n===\n\n'.repeat(many / 5)],
    ['10,000 directives', () => ':::{note} A\n:class: b\n\nx\n:::\n\n'.repeat(many / 10)],
    ['10,000 directives begun', () => ':::{note}\nx\n\n'.repeat(many / 10)],
    [
      '1,000 directives in one another',
      () => Array.from({length: 1000}, (_, depth) => `${':'.repeat(1003 - depth)}{note}\n`).join('')
    ],
    ['20,000 targets', () => Array.from({length: many / 5}, (_, index) => `(a${index})=\nx\n\n`).join('')],
    [
      '10,000 tags of works',
      () => Array.from({length: many / 10}, (_, index) => `[@tag:a${index}]: doi:10.1/${index}\n`).join('')
    ],
    [
      'definitions 200 deep',
      () => Array.from({length: 200}, (_, depth) => `${'  '.repeat(depth)}A\n${'  '.repeat(depth)}: B`).join('\n')
    ],
    ['100,000 lines of +', () => '+\n'.repeat(many)],
    ['100,000 grids begun', () => '+-\n\n'.repeat(many)],
    ['a cell of 100,000 lines', () => `+--+\n${'|a |\n'.repeat(many)}+--+\n`],
    ['100,000 lines of -', () => '-\n'.repeat(many)],
    ['10,000 tables begun', () => `${'-- --\na\n\n'.repeat(many / 10)}b`],
    ['10,000 tables begun and none ended', () => `${'-- --\na\n\n---------\n\n'.repeat(many / 10)}b`],
    ['10,000 heads', () => `x\n\n${'---\na\n\n'.repeat(many / 10)}`],
    ['10,000 rows', () => `a  b\n-- --\n${'c  d\n'.repeat(many / 10)}`],
    ['lone surrogates', () => '@\ud800 \udc00@a\ud83d [\ud800](\udfff) ^\ud800^ {.\ud800}'],
    [
      'control characters',
      () => `${String.fromCharCode(...Array.from({length: 32}, (_, code) => code))}\u007f@a\u0000b`
    ],
    ...[
      '[',
      '@',
      '{',
      '^',
      '~',
      '$',
      ';',
      ':',
      '@a',
      '[@a',
      '[@a]',
      '^[',
      '$a',
      '@{',
      '{.a ',
      '<b>',
      '{{',
      '{a}`',
      '{{< a >}}',
      '[](#a)',
      '<a b> '
    ].map((mark) => [`100,000 characters of ${mark}`, () => mark.repeat(many / mark.length)] as const)
  ]
  it.each(cases)('should read %s', {timeout: 60_000}, (_name, text) => {
    expect(read(text()).root.type).toBe('root')
  })

  it('should report what is nested too deep, and keep its text', () => {
    const {root, problems} = read(`${'> '.repeat(1000)}x`)
    expect(problems.map(({id}) => id)).toContain('nesting-read')
    expect(JSON.stringify(root)).toContain('x')
  })

  it('should take an empty text and an empty file', () => {
    expect(read('').root.children).toEqual([])
    expect(
      markdown({path: 'a.md', text: '---\ntitle: x\n---\n', bytes: new Uint8Array()}, () => undefined).children
    ).toEqual([])
  })
})
