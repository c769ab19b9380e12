import type {PhrasingContent} from 'mdast'
import {describe, expect, it} from 'vitest'
import type {Citation, CitationItem} from '../../../src/model/nodes.ts'
import {line, read, text} from './reading.ts'

function item(key: string, rest: Partial<CitationItem> = {}): CitationItem {
  return {key, prefix: [], suffix: [], suppressAuthor: false, ...rest}
}

function joined(key: string, rest: Partial<CitationItem> = {}): CitationItem {
  return item(key, {isJoined: true, ...rest})
}

function group(...items: ReadonlyArray<CitationItem>): Citation {
  return {type: 'citation', mode: 'parenthetical', items, children: []}
}

function narrative(...items: ReadonlyArray<CitationItem>): Citation {
  return {type: 'citation', mode: 'narrative', items, children: []}
}

const page = (locator: string) => ({label: 'page', locator})

describe('citations', () => {
  const cases: ReadonlyArray<readonly [string, string, ReadonlyArray<PhrasingContent>]> = [
    ['one key', '[@doe99]', [group(item('doe99'))]],
    [
      'groups with prefixes and locators',
      '[see @doe99, pp. 33-35; also @smith04, chap. 1]',
      [
        group(
          item('doe99', {prefix: [text('see')], ...page('33-35')}),
          item('smith04', {prefix: [text('also')], label: 'chapter', locator: '1'})
        )
      ]
    ],
    [
      'a narrative key with a bracket behind it',
      '@doe99 [p. 3; see also @smith]',
      [narrative(item('doe99', page('3')), item('smith', {prefix: [text('see also')]}))]
    ],
    ['a bracket of other keys behind it', '@a [see @b]', [narrative(item('a'), item('b', {prefix: [text('see')]}))]],
    ['a bracket at once behind it', '@a[p. 3]', [narrative(item('a', page('3')))]],
    [
      'words behind a narrative key',
      '@a [and *passim*]',
      [narrative(item('a', {suffix: [text('and '), {type: 'emphasis', children: [text('passim')]}]}))]
    ],
    [
      'keys in braces',
      '[@{https://example.org/a_b?c=d}, p. 3]',
      [group(item('https://example.org/a_b?c=d', page('3')))]
    ],
    ['braces within braces', '@{a{b}c}', [narrative(item('a{b}c'))]],
    ['a suppressed author', 'x -@doe99 y', [text('x '), group(item('doe99', {suppressAuthor: true})), text(' y')]],
    ['a suppressed author in a group', '[-@a, p. 2]', [group(item('a', {suppressAuthor: true, ...page('2')}))]],
    [
      'markup in prefix and suffix',
      '[*see* @a, and **more**; `x` @b]',
      [
        group(
          item('a', {
            prefix: [{type: 'emphasis', children: [text('see')]}],
            suffix: [text(', and '), {type: 'strong', children: [text('more')]}]
          }),
          item('b', {prefix: [{type: 'inlineCode', value: 'x'}]})
        )
      ]
    ],
    ['a second key behind words', '[@a and @b]', [group(item('a'), joined('b', {prefix: [text('and')]}))]],
    ['keys with commas between', '[@a, @b,@c]', [group(item('a'), joined('b'), joined('c'))]],
    [
      'words and numbers between keys',
      '[@a, p. 3, as cited in @b, p. 4]',
      [group(item('a', page('3')), joined('b', {prefix: [text('as cited in')], ...page('4')}))]
    ],
    [
      'a number before the words',
      '[@a p. 3 and @b]',
      [group(item('a', page('3')), joined('b', {prefix: [text('and')]}))]
    ],
    ['brackets around a group', '[[@a]]', [text('['), group(item('a')), text(']')]],
    ['brackets in a suffix', '[@a [p. 3]]', [group(item('a', {suffix: [text(' [p. 3]')]}))]],
    ['groups side by side', '[@a] [@b]', [group(item('a')), text(' '), group(item('b'))]],
    ['an escaped semicolon', '[@a, x\\; y]', [group(item('a', {suffix: [text(', x; y')]}))]],
    ['a line end in a group', '[see\n@a]', [group(item('a', {prefix: [text('see')]}))]],
    ['the end of a sentence', '@a.b.', [narrative(item('a.b')), text('.')]],
    ['a possessive', '@a’s', [narrative(item('a')), text('’s')]],
    ['everything', '[@*]', [group(item('*'))]],
    ['Cyrillic and Uzbek', '[@кольцов1936; @oʻzbek]', [group(item('кольцов1936'), item('oʻzbek'))]],
    ['letters beyond the basic plane', '@𝒜𝒷', [narrative(item('𝒜𝒷'))]],
    ['an address as a key', '@https://example.org/a', [narrative(item('https://example.org/a'))]],
    ['a DOI as a key', '[@doi:10.1000/182]', [group(item('doi:10.1000/182'))]],
    [
      'a citation in a link',
      '[@doe99](http://x)',
      [{type: 'link', title: null, url: 'http://x', children: [narrative(item('doe99'))]}]
    ],
    [
      'a citation in a span',
      '[@a, p. 3]{.cls}',
      [
        {
          type: 'span',
          children: [narrative(item('a')), text(', p. 3')],
          data: {attributes: {classes: ['cls'], pairs: {}}}
        }
      ] as never
    ],
    ['a citation in emphasis', '*[@a]*', [{type: 'emphasis', children: [group(item('a'))]}]]
  ]
  it.each(cases)('should read %s', (_name, markdown, nodes) => {
    expect(line(markdown)).toEqual(nodes)
  })

  it.each([...':.#$%&-+?<>~/'])('should take `%s` within a key, and not at its end', (mark) => {
    expect(line(`[@a${mark}b]`)).toEqual([group(item(`a${mark}b`))])
    expect(line(`x @a${mark}`)[1]).toEqual(narrative(item('a')))
  })

  it.each([
    ['an e-mail address', 'a@b.org', [{type: 'link', title: null, url: 'mailto:a@b.org', children: [text('a@b.org')]}]],
    ['an escape', '\\@doe99', [text('@doe99')]],
    ['an escape in an e-mail address', 'a\\@b.org', [text('a@b.org')]],
    ['code', '`@doe99`', [{type: 'inlineCode', value: '@doe99'}]],
    ['math', '$@doe99$', [{type: 'inlineMath', value: '@doe99'}]],
    ['a link’s address', '[x](@a)', [{type: 'link', title: null, url: '@a', children: [text('x')]}]],
    ['an at sign alone', 'a @ b @', [text('a @ b @')]],
    ['an unclosed brace', '@{a b}', [text('@{a b}')]],
    ['empty braces', '@{}', [text('@{}')]],
    ['two dashes', 'x --@', [text('x --@')]]
  ])('should see no citation in %s', (_name, markdown, nodes) => {
    expect(line(markdown)).toEqual(nodes)
  })

  it.each([
    ['an item without a key', '[@a; see also]', [text('['), narrative(item('a')), text('; see also]')]],
    ['a first item without a key', '[see foo; @a]', [text('[see foo; '), narrative(item('a')), text(']')]],
    ['a group that is not closed', '[@a', [text('['), narrative(item('a'))]]
  ])('should leave the brackets of %s as text', (_name, markdown, nodes) => {
    expect(line(markdown)).toEqual(nodes)
  })

  it('should place group, item and key', () => {
    const [paragraph] = read('x\ny [see @doe99, p. 3; -@{b}]').root.children
    const citation = paragraph?.type === 'paragraph' ? paragraph.children[1] : undefined
    if (citation?.type !== 'citation') throw new Error('no citation')
    const at = (position: Citation['position']) =>
      [position?.file, position?.start.line, position?.start.column, position?.end.column].join(':')
    expect(at(citation.position)).toBe('paper.md:2:3:28')
    expect(citation.items.map((one) => at(one.position))).toEqual(['paper.md:2:9:14', 'paper.md:2:25:26'])
    expect(citation.items.map((one) => at(one.extent))).toEqual(['paper.md:2:4:20', 'paper.md:2:22:27'])
  })
})

describe('cross-references', () => {
  const reference = (labels: ReadonlyArray<string>, rest: object = {}) => ({
    type: 'crossReference',
    targets: labels.map((label) => ({label})),
    bare: false,
    capitalised: false,
    children: [],
    ...rest
  })
  it.each([
    ['@fig:map', [reference(['fig:map'])]],
    ['[@fig:map]', [reference(['fig:map'])]],
    ['[-@tbl:x]', [reference(['tbl:x'], {bare: true})]],
    ['-@eq:x', [reference(['eq:x'], {bare: true})]],
    ['@Fig:map', [reference(['fig:map'], {capitalised: true})]],
    ['[@fig:a; @fig:b]', [reference(['fig:a', 'fig:b'])]],
    ['@sec-intro', [reference(['sec-intro'])]],
    ['@thm-line', [reference(['thm-line'])]],
    ['[Panel @fig:a]', [text('Panel\u00a0'), reference(['fig:a'], {bare: true})]],
    ['[@fig:a, left]', [reference(['fig:a']), text(', left')]],
    ['@figure:a', [narrative(item('figure:a'))]],
    ['@fig', [narrative(item('fig'))]]
  ])('should read %s', (markdown, nodes) => {
    expect(line(markdown)).toEqual(nodes)
  })

  it('should leave a bracket of references and citations apart', () => {
    expect(line('[@fig:a; @b]')).toEqual([text('['), reference(['fig:a']), text('; '), narrative(item('b')), text(']')])
  })
})
