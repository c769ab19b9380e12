import {describe, expect, it} from 'vitest'
import {toMarkdown} from '../../../src/parse/markdown/index.ts'
import {blocks, read, text} from './reading.ts'

const paragraph = (value: string) => ({type: 'paragraph', children: [text(value)]})
const term = (value: string) => ({type: 'definitionTerm', children: [text(value)]})
const described = (spread: boolean, ...children: ReadonlyArray<object>) => ({
  type: 'definitionDescription',
  spread,
  children
})
const list = (...children: ReadonlyArray<object>) => ({type: 'definitionList', children})

describe('definition lists', () => {
  it.each([
    ['a term and its definition', 'A\n:   b', [list(term('A'), described(false, paragraph('b')))]],
    ['a definition set apart', 'A\n\n: b', [list(term('A'), described(true, paragraph('b')))]],
    [
      'several definitions',
      'A\n: b\n: c',
      [list(term('A'), described(false, paragraph('b')), described(false, paragraph('c')))]
    ],
    [
      'several terms',
      'A\n: b\n\nC\n: d\n\ne',
      [list(term('A'), described(false, paragraph('b')), term('C'), described(false, paragraph('d'))), paragraph('e')]
    ],
    ['a line that goes on', 'A\n: b\nc', [list(term('A'), described(false, paragraph('b\nc')))]],
    ['a wave', 'A\n~ b', [list(term('A'), {...described(false, paragraph('b')), data: {mark: '~'}})]],
    ['a wave that defines nothing', '~ b', [paragraph('~ b')]],
    ['paragraphs', 'A\n:   b\n\n    c', [list(term('A'), described(false, paragraph('b'), paragraph('c')))]],
    [
      'code',
      'A\n:   b\n\n        c',
      [list(term('A'), described(false, paragraph('b'), {type: 'code', lang: null, meta: null, value: 'c'}))]
    ],
    [
      'a list in a definition',
      'A\n:   B\n    :   c',
      [list(term('A'), described(false, list(term('B'), described(false, paragraph('c')))))]
    ],
    ['a mark that is indented', 'A\n  :   b\n\nc', [list(term('A'), described(false, paragraph('b'))), paragraph('c')]]
  ])('should read %s', (_name, source, nodes) => {
    expect(blocks(source)).toEqual(nodes)
  })

  it.each([
    ['no term', ': b', [paragraph(': b')]],
    ['a term of two lines', 'A\nb\n: c', [paragraph('A\nb\n: c')]],
    ['no space behind the mark', 'A\n:b', [paragraph('A\n:b')]],
    ['nothing behind the mark', 'A\n:', [paragraph('A\n:')]],
    ['two empty lines', 'A\n\n\n: b', [paragraph('A'), paragraph(': b')]],
    ['an escaped mark', 'A\n\\: b', [paragraph('A\n: b')]],
    ['a mark behind a mark', 'A\n: : b', [list(term('A'), described(false, paragraph(': b')))]]
  ])('should leave text alone that has %s', (_name, source, nodes) => {
    expect(blocks(source)).toEqual(nodes)
  })

  it.each([
    '| a |\n|---|\n| b |\n\n: C {#tbl:c}',
    '| a |\n|---|\n| b |\n: C {#tbl:c}',
    'Text.\n\n: C {#tbl:c}\n\n| a |\n|---|\n| b |'
  ])('should leave captions to tables: %j', (source) => {
    const figure = blocks(source).at(-1)
    expect(figure).toMatchObject({
      type: 'figure',
      kind: 'table',
      children: [{}, {type: 'caption', children: [text('C')]}]
    })
  })

  it('should be printed as they are read', () => {
    const source = 'A\n:   b\n:   c\n\nD\n\n:   e\n\n    * f\n'
    expect(toMarkdown(read(source).root)).toBe(source)
  })

  it('should leave the lines of code alone', () => {
    expect(blocks('```\nA\n: b\n```')).toMatchObject([{type: 'code', value: 'A\n: b'}])
  })

  it('should know where everything stands', () => {
    const [found] = read('x\n\nA\n:   *b*\n').root.children
    expect(found?.position?.start.line).toBe(1)
    const [, defined] = read('x\n\nA\n:   *b*\n').root.children
    expect(defined?.position).toMatchObject({start: {line: 3, column: 1}, end: {line: 4, column: 8}})
  })
})
