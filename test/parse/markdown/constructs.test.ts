import {describe, expect, it} from 'vitest'
import {fragment, markdownFiles} from '../../../src/parse/markdown/index.ts'
import {blocks, line, plain, read, reported, text} from './reading.ts'

const attributes = (rest: object) => ({data: {attributes: {classes: [], pairs: {}, ...rest}}})
const bytes = new Uint8Array()

describe('attributes', () => {
  it.each([
    [
      'headings',
      '# A {#a .b c=d}',
      [{type: 'heading', depth: 1, children: [text('A')], ...attributes({id: 'a', classes: ['b'], pairs: {c: 'd'}})}]
    ],
    [
      'unnumbered headings',
      'A {-}\n=',
      [{type: 'heading', depth: 1, children: [text('A')], ...attributes({classes: ['unnumbered']})}]
    ],
    ['fenced code', '```python {#lst:x}\n```', 1],
    [
      'displays',
      '$$\nx\n$$ {#eq:x}',
      [{type: 'math', value: 'x', data: {attributes: {id: 'eq:x', classes: [], pairs: {}}, label: 'eq:x'}}]
    ]
  ])('should belong to %s', (_name, markdown, nodes) => {
    if (typeof nodes === 'number') expect(blocks(markdown)).toHaveLength(nodes)
    else expect(blocks(markdown)).toEqual(nodes)
  })

  it('should belong to links, code and spans', () => {
    const found = line('[a](b){.c} `d`{.e} [f]{key="x \\"y\\" z"}')
    expect(found.map((node) => [node.type, node.data?.attributes?.classes])).toEqual([
      ['link', ['c']],
      ['text', undefined],
      ['inlineCode', ['e']],
      ['text', undefined],
      ['span', []]
    ])
    expect(found[4]?.data?.attributes?.pairs).toEqual({key: 'x "y" z'})
  })

  it.each(['a {.b} c', 'a {.b}', '{#a}', '`a` {.b}', 'a{b}', 'a {}'])(
    'should stay text where nothing takes them: %s',
    (markdown) => {
      expect(
        line(markdown)
          .map((node) => (node.type === 'inlineCode' ? `\`${node.value}\`` : (node as {value: string}).value))
          .join('')
      ).toBe(markdown)
    }
  )
})

describe('lines', () => {
  it.each([
    ['x^2^', [text('x'), {type: 'superscript', children: [text('2')]}]],
    ['^_^_', [{type: 'superscript', children: [text('_')]}, text('_')]],
    ['^a*^b*', [{type: 'superscript', children: [text('a*')]}, text('b*')]],
    ['x^_a_^', [text('x'), {type: 'superscript', children: [{type: 'emphasis', children: [text('a')]}]}]],
    ['H~2~O', [text('H'), {type: 'subscript', children: [text('2')]}, text('O')]],
    ['P~a\\ cat~', [text('P'), {type: 'subscript', children: [text('a\u00a0cat')]}]],
    ['a^b c^ d~e f~', [text('a^b c^ d~e f~')]],
    ['2^10', [text('2^10')]],
    ['~~a~~', [{type: 'delete', children: [text('a')]}]],
    ['$5 and $6', [text('$5 and $6')]],
    ['$a\\$b$', [{type: 'inlineMath', value: 'a\\$b'}]],
    ['H<sub>2</sub>O<!-- no -->', [text('H'), {type: 'subscript', children: [text('2')]}, text('O')]],
    ['a<br>b', [text('a'), {type: 'break'}, text('b')]],
    ['<i>a *b*</i>', [{type: 'emphasis', children: [text('a '), {type: 'emphasis', children: [text('b')]}]}]],
    ['<b>a', [text('a')]]
  ])('should read %s', (markdown, nodes) => {
    expect(line(markdown)).toEqual(nodes)
  })

  it('should make inline notes notes, numbered apart from the author’s', () => {
    const [paragraph, own, made] = blocks('a^[b *c*] [^inline-1]\n\n[^inline-1]: d')
    expect(paragraph).toMatchObject({
      children: [text('a'), {type: 'footnoteReference', identifier: 'inline-2'}, text(' '), {}]
    })
    expect(own).toMatchObject({type: 'footnoteDefinition', identifier: 'inline-1'})
    expect(made).toMatchObject({identifier: 'inline-2', children: [{children: [text('b '), {type: 'emphasis'}]}]})
  })
})

describe('blocks', () => {
  const types = (markdown: string) => blocks(markdown).map(({type}) => type)

  it('should take displays out of their paragraph', () => {
    expect(types('a $$b$$ c')).toEqual(['paragraph', 'math', 'paragraph'])
    expect(types('a\n$$\n- b\n$$\nc')).toEqual(['paragraph', 'math', 'paragraph'])
    expect(types('a $$\nb\n$$\nc')).toEqual(['paragraph', 'math', 'paragraph'])
    expect(types('$$\na\n\nb')).toEqual(['paragraph', 'paragraph'])
  })

  it('should nest divs of any length', () => {
    expect(blocks('::: a\n\n:::::: {.b}\nx\n:::\n\n- y\n\n:::')).toMatchObject([
      {type: 'div', children: [{type: 'div', children: [{type: 'paragraph'}]}, {type: 'list'}]}
    ])
    expect(types('::: {#refs}\n:::')).toEqual(['bibliography'])
  })

  it('should report fences that have no other', () => {
    expect(reported('x\n\n::: a\n\ny')).toEqual(['3:1 div-closed'])
    expect(reported('x\n\n:::')).toEqual(['3:1 div-closed'])
  })

  it('should make figures of images alone', () => {
    expect(blocks('![A *b*](c.png){#fig:d alt="e"}')).toMatchObject([
      {
        type: 'figure',
        kind: 'figure',
        label: 'fig:d',
        children: [
          {children: [{type: 'image', alt: 'e'}]},
          {type: 'caption', children: [text('A '), {type: 'emphasis'}]}
        ]
      }
    ])
    expect(blocks('![A](c.png)')).toMatchObject([{children: [{children: [{alt: null}]}, {}]}])
    expect(types('![](c.png)')).toEqual(['paragraph'])
    expect(line('x ![A](c.png)')[1]).toMatchObject({alt: 'A'})
    expect(blocks('::: {#fig:x}\n![A](a.png)\n\n![B](b.png)\n\nC\n:::')).toMatchObject([
      {type: 'figure', label: 'fig:x', children: [{type: 'figure'}, {type: 'figure'}, {type: 'caption'}]}
    ])
  })

  it.each([
    '| a |\n|---|\n| b |\n\n: C *d* {#tbl:e}',
    '| a |\n|---|\n| b |\n: C *d* {#tbl:e}',
    'Table: C *d* {#tbl:e}\n\n| a |\n|---|\n| b |'
  ])('should find the caption of a table: %j', (markdown) => {
    const caption = {type: 'caption', children: [text('C '), {type: 'emphasis', children: [text('d')]}]}
    expect(blocks(markdown)).toMatchObject([
      {type: 'figure', kind: 'table', label: 'tbl:e', children: [{type: 'table'}, caption]}
    ])
  })

  it('should make listings of code with a label or caption', () => {
    expect(blocks('```{.py #lst:a caption="B *c*"}\nx\n```')).toMatchObject([
      {
        type: 'figure',
        kind: 'listing',
        label: 'lst:a',
        children: [{type: 'code', lang: 'py'}, {children: [text('B '), {type: 'emphasis'}]}]
      }
    ])
  })

  it('should resolve references, and keep unresolved ones as they are written', () => {
    expect(line('[a] ![b][a] [c][d]\n\n[a]: e "f"\n[a]: g')).toMatchObject([
      {type: 'link', url: 'e', title: 'f'},
      text(' '),
      {type: 'image', url: 'e', alt: 'b'},
      text(' [c][d]')
    ])
  })
})

describe('raw HTML', () => {
  it('should leave no html node, and report what it cannot take', () => {
    const markdown =
      '<script>x</script>\n\n<p onclick="y">a <blink2>b</blink2></p>\n\n<div class="c">\n\n*d*\n\n</div>\n\ne <iframe src=x></iframe>'
    expect(JSON.stringify(blocks(markdown))).not.toContain('"html"')
    expect(reported(markdown)).toEqual(['11:3 html-taken', '1:1 html-taken', '3:1 html-taken', '3:1 html-taken'])
    expect(blocks(markdown)).toMatchObject([
      {type: 'paragraph'},
      {type: 'div', children: [{children: [{type: 'emphasis'}]}]},
      {}
    ])
  })

  it('should report tags whose other is not there, and keep those that HTML has not as text', () => {
    expect(reported('a</b> c <i>d and e</thing>f')).toEqual(['1:2 html-taken', '1:19 html-taken', '1:9 html-taken'])
    expect(line('a</b> c <i>d</thing>')).toMatchObject([text('a c d</thing>')])
  })

  it('should read figures and tables', () => {
    expect(blocks('<figure><img src="a.png" alt="b"><figcaption>c</figcaption></figure>')).toMatchObject([
      {type: 'figure', children: [{children: [{type: 'image', url: 'a.png', alt: 'b'}]}, {type: 'caption'}]}
    ])
    expect(blocks('<table><caption>c</caption><tr><th>a</th></tr></table>')).toMatchObject([
      {type: 'figure', kind: 'table', children: [{type: 'table'}, {type: 'caption', children: [text('c')]}]}
    ])
  })

  it('should keep the spans and heads of tables', () => {
    const html =
      '<table><thead><tr><th rowspan="2">a</th><th colspan="2" align="right">b</th></tr><tr><th>c</th><th>d</th></tr></thead><tr><th>e</th><td>1</td><td><table><tr><td>2</td></tr></table></td></tr></table>'
    expect(blocks(html)).toMatchObject([
      {
        type: 'table',
        align: [null, 'right', null],
        data: {headRows: 2, headColumns: 1},
        children: [
          {children: [{data: {rowSpan: 2}}, {data: {colSpan: 2}}]},
          {children: [{children: [text('c')]}, {}]},
          {children: [{}, {}, {children: [text('2')]}]}
        ]
      }
    ])
  })

  it.each(['[a](javascript:x)', '<a href="java\tscript:x">a</a>', '[a](DATA:text/html,x)', '![a](file:///etc/passwd)'])(
    'should drop the address of %s',
    (markdown) => {
      expect(line(markdown)).toEqual([text('a')])
      expect(reported(markdown)).toEqual(['1:1 address-safe'])
    }
  )
})

describe('several texts', () => {
  it('should resolve links and notes of one in the other, and name the file', () => {
    const root = markdownFiles(
      [
        {path: 'a.md', text: '---\ntitle: x\n---\n[a] [^n]', bytes},
        {path: 'b.md', text: '[a]: c\n\n[^n]: d', bytes}
      ],
      () => undefined
    )
    const [paragraph, note] = root.children
    expect(plain(paragraph)).toMatchObject({
      children: [{type: 'link', url: 'c'}, text(' '), {type: 'footnoteReference'}]
    })
    expect(paragraph?.position).toMatchObject({file: 'a.md', start: {line: 4, column: 1, offset: 17}})
    expect(note?.position).toMatchObject({file: 'b.md', start: {line: 3}})
  })

  it('should place fragments where they stand', () => {
    const root = fragment('a\n*b*', {file: 'p.md', line: 3, column: 8, indent: 2}, () => undefined)
    const [paragraph] = root.children
    const emphasis = paragraph?.type === 'paragraph' ? paragraph.children[1] : undefined
    expect(emphasis?.position).toMatchObject({file: 'p.md', start: {line: 4, column: 3}})
  })
})

it('should keep the place of a paragraph', () => {
  expect(read('\n\nx').root.children[0]?.position).toMatchObject({file: 'paper.md', start: {line: 3, column: 1}})
})
