import {describe, expect, it} from 'vitest'
import type {Finding} from '../../src/model/problem.ts'
import type {YamlMap, YamlNode} from '../../src/util/yaml.ts'
import {readYaml} from '../../src/util/yaml.ts'
import {placeAt, plain} from '../../src/util/yaml-plain.ts'

function read(text: string, line = 0): {node: YamlNode | undefined; found: ReadonlyArray<Finding>} {
  const found: Array<Finding> = []
  const node = readYaml({file: 'paper.md', text, line}, (finding) => void found.push(finding))
  return {node, found}
}

function told({found}: {found: ReadonlyArray<Finding>}): ReadonlyArray<string> {
  return found.map(({reason, place}) => `${place?.start?.line}:${place?.start?.column} ${reason}`)
}

function entry(node: YamlNode | undefined, key: string): YamlNode {
  const found = node?.kind === 'map' ? node.entries.get(key) : undefined
  if (found === undefined) throw new Error(`no ${key}`)
  return found.value
}

describe('readYaml', () => {
  it('reads what there is', () => {
    const {node, found} = read('a: text\nb: [1, true, null]\nc:\n  d: "quoted"\ne:\n')
    expect(plain(node)).toEqual({a: 'text', b: [1, true, undefined], c: {d: 'quoted'}, e: undefined})
    expect(found).toEqual([])
    expect(read('').node).toBeUndefined()
  })

  it('keeps text as written', () => {
    const {node} = read('postcode: 010100\nversion: 1.10\nphone: +998930033011\nday: 2025-03-09\nno: no')
    const texts = [...(node as YamlMap).entries.values()].map(({value}) => value.kind === 'scalar' && value.text)
    expect(texts).toEqual(['010100', '1.10', '+998930033011', '2025-03-09', 'no'])
  })

  it('knows every place, with lines above counted', () => {
    const {node} = read('title: A\nauthor:\n  - name: B\n    orcid: 1', 1)
    expect(node).toBeDefined()
    if (node === undefined) return
    expect(placeAt(node, ['title'])).toMatchObject({file: 'paper.md', start: {line: 2, column: 1}})
    expect(placeAt(node, ['author', 0, 'orcid'])).toMatchObject({
      start: {line: 5, column: 5},
      end: {line: 5, column: 10}
    })
    expect(placeAt(node, ['author', 7, 'orcid'])).toMatchObject({start: {line: 3, column: 1}})
  })

  it.each([
    ['a: b: c', '1:4 Unexpected colon in text, expected quotes around the text'],
    ['a: 1\nb: "open\nc: 2', '2:4 Cannot find the end of this quotation, expected a closing quotation mark'],
    ["a: 'it's'", '1:8 Cannot read YAML: unexpected scalar at node end'],
    [
      'a: [b\nc: d',
      '2:1 Cannot read YAML: flow sequence in block collection must be sufficiently indented and end with a ]'
    ],
    ['a: @b', '1:4 Cannot read YAML: plain value cannot start with reserved character @'],
    ['a: !custom b', '1:4 Unexpected tag, expected text in quotes'],
    ['a: *b', '1:4 Cannot find the anchor of `*b`'],
    ['a: 1\nb: 2\na: 3', '3:1 Unexpected second `a`'],
    ['[a]: b', '1:1 Unexpected list or map as a key, expected text'],
    ['a: &x [*x]', '1:8 Unexpected `*x` within what it stands for']
  ])('complains of %j', (text, reason) => {
    expect(told(read(text))).toEqual([reason])
  })

  it('names both of two equal keys', () => {
    const [finding] = read('a: 1\nb: 2\na: 3').found
    expect(finding?.cause).toMatchObject({start: {line: 1, column: 1}})
  })

  it('reads on where it can', () => {
    expect(plain(read('title: A: B\nlang: uz\nx: C: "D"').node)).toEqual({title: 'A: B', lang: 'uz', x: 'C: "D"'})
    const tabbed = read('a:\n\t- x\nb: 1')
    expect(told(tabbed)).toEqual(['2:1 Unexpected tab, expected spaces'])
    expect(plain(tabbed.node)).toEqual({a: ['x'], b: 1})
  })

  it('mends many slips in good time, and leaves comments alone', () => {
    expect(plain(read('title: A: B # note\nx: 1').node)).toEqual({title: 'A: B', x: 1})
    const begun = performance.now()
    const {found} = read(Array.from({length: 2000}, (_, index) => `k${index}: a: b`).join('\n'))
    read(`a: b: ${' '.repeat(1_000_000)}c`)
    read(`a: b: ${'\t'.repeat(150_000)}c\nd:\n${'\t'.repeat(40_000)}- e`)
    expect(found.length).toBeLessThan(30)
    expect(performance.now() - begun).toBeLessThan(15_000)
  })

  it('follows aliases and merges', () => {
    const {node, found} = read('a: &x {k: 1, l: 2}\nb: *x\nc: {<<: *x, k: 3}')
    expect(plain(node)).toEqual({a: {k: 1, l: 2}, b: {k: 1, l: 2}, c: {k: 3, l: 2}})
    expect(found).toEqual([])
  })

  it('takes any key for a key', () => {
    const {node} = read('__proto__: {polluted: true}\nconstructor: {prototype: 1}\ntoString: 2')
    const data = plain(node)
    expect(Object.keys(data as object)).toEqual(['__proto__', 'constructor', 'toString'])
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
    expect('polluted' in {}).toBe(false)
  })
})

describe('the prose of a scalar', () => {
  it.each([
    ['a: one line', 'one line', 1, 4],
    ['a: "one line"', 'one line', 1, 5],
    ['a: |\n  one\n\n    two\n', 'one\n\n  two\n', 2, 3],
    ['a:\n  b: |2\n      one\n    two', undefined, 0, 0],
    ['a: >\n  one\n  two\n', 'one\ntwo\n', 2, 3],
    ['a: one\n   two', 'one\n   two', 1, 4],
    ['a: "one \\" two"', undefined, 0, 0],
    ['a: >\n  one\n\n  two\n', undefined, 0, 0],
    ['a: one\n  - two', undefined, 0, 0]
  ])('%j', (text, prose, line, column) => {
    const node = read(text).node
    const value = entry(node, 'a')
    const scalar = value.kind === 'map' ? entry(value, 'b') : value
    const found = scalar.kind === 'scalar' ? scalar.prose : undefined
    if (prose === undefined && value.kind === 'scalar') expect(found).toBeUndefined()
    if (prose !== undefined) expect(found).toMatchObject({text: prose, start: {line, column}})
  })

  it('stands where the file has it', () => {
    const text = 'a: |\n    first\n      second\n\n    third\nb: >\n   fourth\n   fifth\n'
    const lines = text.split('\n')
    for (const key of ['a', 'b']) {
      const scalar = entry(read(text).node, key)
      if (scalar.kind !== 'scalar' || scalar.prose === undefined) throw new Error('no prose')
      const {text: prose, start, indent} = scalar.prose
      for (const [index, line] of prose.trimEnd().split('\n').entries()) {
        expect(lines[start.line - 1 + index]?.slice(index === 0 ? start.column - 1 : indent)).toBe(line)
      }
    }
  })
})

describe('hostile YAML', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
    .map(
      (key, index, keys) =>
        `${key}: &${key} [${Array(9)
          .fill(`*${keys[index - 1] ?? 'a'}`)
          .join(',')}]`
    )
    .join('\n')}\n`

  it.each([
    ['a bomb of aliases', bomb, 'Unexpected growth of aliases'],
    ['many brackets', `a: ${'['.repeat(100_000)}`, 'Cannot read YAML nested more than 100 deep'],
    ['many closed brackets', '['.repeat(5000) + ']'.repeat(5000), 'Cannot read YAML nested more than 100 deep'],
    [
      'many brackets behind closing ones',
      `a: ${']'.repeat(5000)}${'['.repeat(5000)}\n${']\n'.repeat(300)}${'['.repeat(5000)}`,
      'Cannot read YAML nested more than 100 deep'
    ],
    ['many maps', '{a: '.repeat(10_000), 'Cannot read YAML nested more than 100 deep'],
    ['many dashes', '- '.repeat(10_000), 'Cannot read YAML nested more than 100 deep'],
    ['many questions', '? '.repeat(10_000), 'Cannot read YAML nested more than 100 deep'],
    [
      'much indentation',
      Array.from({length: 1000}, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      'Cannot read YAML nested more than 100 deep'
    ]
  ])('%s is refused', (_, text, reason) => {
    const begun = performance.now()
    expect(read(text).found.map((finding) => finding.reason)).toEqual([reason])
    expect(performance.now() - begun).toBeLessThan(10_000)
  })

  it('of great size is read', () => {
    const begun = performance.now()
    const huge = 'word '.repeat(1_000_000)
    const scalar = entry(read(`abstract: |\n  ${huge}\n`).node, 'abstract')
    expect(scalar.kind === 'scalar' && scalar.text.length).toBe(huge.length + 1)
    const keys = read(Array.from({length: 20_000}, (_, index) => `k${index}: v`).join('\n')).node
    expect(keys?.kind === 'map' && keys.entries.size).toBe(20_000)
    expect(performance.now() - begun).toBeLessThan(15_000)
  })

  it('with brackets in text is no nesting', () => {
    expect(
      read(`a: "${'['.repeat(500)}"\nb: x${'['.repeat(500)}\nc: |\n${' x\n'.repeat(500)}# ${'['.repeat(500)}`).found
    ).toEqual([])
    const blocks = Array.from({length: 300}, (_, index) => ` ${' '.repeat(index)}a:`).join('\n')
    expect(read(`a: |\n${blocks}\n`).found).toEqual([])
  })
})
