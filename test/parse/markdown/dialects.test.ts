import {describe, expect, it} from 'vitest'
import {walk} from '../../../src/util/walk.ts'
import {articleOf, problemsOf} from '../../support/manuscript.ts'
import {blocks, line, read, reported} from './reading.ts'

function first(text: string) {
  return blocks(text)[0]
}

describe('directives', () => {
  it('makes a figure, its caption with its own places', () => {
    const {root} = read(
      '```{figure} images/map.png\n:name: fig-map\n:alt: A map\n:width: 50%\n\nWhere *we* went.\n```\n'
    )
    expect(root.children[0]).toMatchObject({
      type: 'figure',
      kind: 'figure',
      label: 'fig-map',
      children: [
        {type: 'paragraph', children: [{type: 'image', url: 'images/map.png', alt: 'A map'}]},
        {type: 'caption', children: [{value: 'Where '}, {type: 'emphasis'}, {value: ' went.'}]}
      ]
    })
    const emphasis = [...walk(root)].find(({type}) => type === 'emphasis')
    expect(emphasis?.position).toMatchObject({start: {line: 6, column: 7}, file: 'paper.md'})
  })

  it('reads colon fences, nested ones in longer ones', () => {
    expect(first('::::{tip} Read *this*\nOuter\n\n:::{note}\nInner\n:::\n::::\n')).toMatchObject({
      type: 'div',
      data: {attributes: {classes: ['tip']}},
      children: [
        {type: 'paragraph', children: [{type: 'strong', children: [{value: 'Read '}, {type: 'emphasis'}]}]},
        {type: 'paragraph', children: [{value: 'Outer'}]},
        {type: 'div', data: {attributes: {classes: ['note']}}, children: [{children: [{value: 'Inner'}]}]}
      ]
    })
  })

  it('leaves divs of pandoc and code alone', () => {
    expect(first('::: {.note}\nA\n:::\n')).toMatchObject({type: 'div', data: {attributes: {classes: ['note']}}})
    expect(first('``` r\nx\n```\n')).toMatchObject({type: 'code', lang: 'r', value: 'x'})
  })

  it('knows where its text stands in a list', () => {
    const {root} = read('- a\n\n  ```{note}\n  b `c`\n  ```\n')
    const code = [...walk(root)].find(({type}) => type === 'inlineCode')
    expect(code?.position?.start).toMatchObject({line: 4, column: 5})
  })

  it('reads options of YAML', () => {
    expect(first('```{math}\n---\nlabel: eq-one\n---\na = b\n```\n')).toMatchObject({
      type: 'math',
      value: 'a = b',
      data: {label: 'eq-one'}
    })
  })

  it('makes a table of lists', () => {
    const made = first('```{list-table} Things\n:header-rows: 1\n:label: tbl-x\n\n* - A\n  - B\n* - 1\n  - `2`\n```\n')
    expect(made).toMatchObject({
      type: 'figure',
      kind: 'table',
      label: 'tbl-x',
      children: [
        {type: 'table', data: {headRows: 1}, children: [{children: [{}, {}]}, {children: [{}, {}]}]},
        {type: 'caption', children: [{value: 'Things'}]}
      ]
    })
    expect(reported('```{list-table}\nwords\n```\n')).toEqual(['1:1 directive-read'])
  })

  it('makes theorems, code, bibliographies', () => {
    expect(first(':::{prf:theorem} Euler\n:label: my-thm\nSo.\n:::\n')).toMatchObject({
      type: 'div',
      data: {attributes: {id: 'my-thm', classes: ['theorem'], pairs: {name: 'Euler'}}}
    })
    expect(first('```{code-block} python\n:linenos:\n\nx = 1\n```\n')).toMatchObject({lang: 'python', value: 'x = 1'})
    expect(first('```{code-block} python\n:caption: A *b*\nx\n```\n')).toMatchObject({type: 'figure', kind: 'listing'})
    expect(first('```{bibliography}\n```\n')).toMatchObject({type: 'bibliography'})
  })

  it('keeps what it does not know, and says so at its line', () => {
    const text = 'A\n\n:::{nota} Title\nWords\n:::\n\n```{include} other.md\n```\n\n```{graphviz}\n1,2\n```\n'
    expect(JSON.stringify(blocks(text))).toMatch(/Title.*Words.*other\.md.*1,2/)
    expect(read(text).problems.map(({place, reason, expected}) => [place?.start?.line, reason, expected])).toEqual([
      [3, 'Cannot use `{nota}`: its text is kept as it is', ['note']],
      [7, 'Cannot use `{include}`: `other.md` is not in the article', []],
      [10, 'Cannot use `{graphviz}`: its text is shown as it is written', []]
    ])
    expect(reported('```{note}\n:odd: 1\n\nA\n```\n')).toEqual(['1:1 directive-options'])
  })

  it('ends, however many fences are never closed', () => {
    const text = '```{note}\n:::{tip}\n{sub}`a`\n'.repeat(3000)
    expect(JSON.stringify(blocks(text))).toContain('{note}')
  })
})

describe('roles', () => {
  it('cites, each key at its place', () => {
    const {root} = read('See {cite:p}`a, b`.')
    const citation = [...walk(root)].find((node) => node.type === 'citation')
    expect(citation).toMatchObject({mode: 'parenthetical', items: [{key: 'a'}, {key: 'b'}]})
    const columns = citation?.type === 'citation' ? citation.items.map(({position}) => position?.start.column) : []
    expect(columns).toEqual([14, 17])
    expect(line('{cite:t}`a`')).toMatchObject([{type: 'citation', mode: 'narrative'}])
  })

  it('refers', () => {
    expect(line('{ref}`one` {numref}`Map %s <two>` {eq}`three` {ref}`words <four>`')).toMatchObject([
      {type: 'crossReference', targets: [{label: 'one'}], bare: false},
      {value: ' Map '},
      {type: 'crossReference', targets: [{label: 'two'}], bare: true},
      {value: ' '},
      {type: 'crossReference', targets: [{label: 'three'}], bare: true},
      {value: ' '},
      {type: 'link', url: '#four', children: [{value: 'words'}]}
    ])
  })

  it('sets text', () => {
    expect(line('{sub}`a`{sup}`b`{math}`c`{abbr}`TV (television)`{sc}`d`')).toMatchObject([
      {type: 'subscript'},
      {type: 'superscript'},
      {type: 'inlineMath', value: 'c'},
      {type: 'span', data: {attributes: {pairs: {title: 'television'}}}, children: [{value: 'TV'}]},
      {type: 'span', data: {attributes: {classes: ['smallcaps']}}}
    ])
  })

  it('keeps the text of one it does not know', () => {
    expect(line('a {odd}`b`')).toMatchObject([{value: 'a b'}])
    expect(reported('a {odd}`b`')).toEqual(['1:8 role-known'])
    expect(line('a {odd}`b')).toMatchObject([{value: 'a {odd}`b'}])
    expect(line('a \\{odd}`b`')).toMatchObject([{value: 'a {odd}'}, {type: 'inlineCode'}])
  })
})

describe('targets, comments and what others fill in', () => {
  it('gives a label to what comes after it', () => {
    expect(first('(my-part)=\n# Part\n')).toMatchObject({type: 'heading', data: {attributes: {id: 'my-part'}}})
    expect(first('(my-words)=\nWords\n')).toMatchObject({type: 'div', data: {attributes: {id: 'my-words'}}})
    expect(reported('A\n\n(alone)=\n')).toEqual(['3:1 target-used'])
  })

  it('leaves comments out, and says so', () => {
    expect(blocks('% no\n\nA\n% yes\n')).toMatchObject([{type: 'paragraph', children: [{value: 'A\n% yes'}]}])
    expect(reported('% no\n\nA\n% yes\n')).toEqual(['1:1 comment-read'])
  })

  it('keeps shortcodes and variables', () => {
    expect(line('a {{< video x.mp4 >}} {{ name }}')).toMatchObject([{value: 'a {{< video x.mp4 >}} {{ name }}'}])
    expect(reported('a {% if x % 2 %}b{%- endif %}')).toEqual(['1:3 placeholder-filled', '1:18 placeholder-filled'])
    expect(read('{{< include a.qmd >}}').problems).toMatchObject([
      {severity: 'error', reason: 'Cannot fill in the shortcode `include`: it is kept as it is'}
    ])
  })
})

it('ends cells at a break, and leaves out what that says', () => {
  expect(blocks('a\n\n+++\n\nb\n')).toMatchObject([{type: 'paragraph'}, {type: 'paragraph'}])
  expect(reported('a\n\n+++\n\nb\n\n+++ {"c": 1}\n')).toEqual(['7:1 cell-read'])
})

describe('Quarto', () => {
  it('gives callouts their titles', () => {
    const lead = {type: 'paragraph', children: [{type: 'strong', children: [{value: 'Mind'}]}]}
    expect(first('::: {.callout-note title="Mind"}\nA\n:::\n')).toMatchObject({children: [lead, {type: 'paragraph'}]})
    expect(first('::: {.callout-tip}\nA\n:::\n')).toMatchObject({data: {attributes: {classes: ['callout-tip', 'tip']}}})
    expect(first(':::{hint}\nA\n:::\n')).toMatchObject({data: {attributes: {classes: ['hint', 'box']}}})
    expect(first('::: {.callout-note}\n## Mind\n\nA\n:::\n')).toMatchObject({children: [lead, {type: 'paragraph'}]})
  })

  it('shows cells of code, with their labels and captions', () => {
    expect(first('```{r}\n#| label: fig-a\n#| fig-cap: "A *b*"\nplot(x)\n```\n')).toMatchObject({
      type: 'figure',
      kind: 'figure',
      label: 'fig-a',
      children: [{type: 'code', lang: 'r', value: 'plot(x)'}, {type: 'caption'}]
    })
    expect(first('```{r setup, echo=FALSE}\nx\n```\n')).toMatchObject({type: 'code', lang: 'r', value: 'x'})
    expect(reported('```{r}\nx\n```\n')).toEqual(['1:1 cell-run'])
  })
})

it('is numbered and referred to as anything else', async () => {
  const text =
    '(part)=\n# Part\n\n```{figure} a.png\n:name: my-map\n:alt: A\nMap\n```\n\n{numref}`my-map` in {ref}`part`.\n'
  const article = await articleOf(text, {'a.png': ''})
  const references = [...walk(article.body)].filter((node) => node.type === 'crossReference')
  expect(references).toMatchObject([{children: [{url: '#my-map'}]}, {children: [{url: '#part'}]}])
  expect((await problemsOf(text, {'a.png': ''})).filter((problem) => problem.includes('label'))).toEqual([])
})

describe('what is not closed', () => {
  it('is reported where it begins', () => {
    expect(reported('A\n\n:::{note}\nB\n')).toEqual(['3:1 directive-closed'])
    expect(reported('- ```{tip}\n  B\n\nC\n')).toEqual(['1:3 directive-closed'])
    expect(reported('```{note}\nB\n```\n\n:::{tip}\nC\n:::\n')).toEqual([])
  })
})

describe('cells of tables', () => {
  it('are lines of text, whatever they begin with', () => {
    const cells = '| A | B |\n|---|---|\n| % a | (b)= |\n| :::{note} | {sub}`c` |\n'
    expect(reported(cells)).toEqual([])
    expect(JSON.stringify(blocks(cells))).toMatch(/% a.*\(b\)=.*:::\{note\}.*subscript/)
    const dashes = 'A      B\n------ ------\n% a    (b)=\n'
    expect(reported(dashes)).toEqual([])
    expect(JSON.stringify(blocks(dashes))).toMatch(/% a.*\(b\)=/)
  })
})

describe('links and names across', () => {
  it('refer to labels', () => {
    expect(line('[](#fig-a) [see {number}](#fig-a) [](b.md) [c](#fig-a)')).toMatchObject([
      {type: 'crossReference', targets: [{label: 'fig-a'}], bare: false},
      {value: ' see '},
      {type: 'crossReference', targets: [{label: 'fig-a'}], bare: true},
      {value: ' '},
      {type: 'link', url: 'b.md', children: [{value: 'b.md'}]},
      {value: ' '},
      {type: 'link', url: '#fig-a', children: [{value: 'c'}]}
    ])
  })

  it('hold outside of the directive that defines them', () => {
    const text = 'A[^n] [b]\n\n::::{note}\n:::{tip}\n[^n]: Note.\n\n[b]: http://x.y\n:::\n::::\n'
    expect(first(text)).toMatchObject({
      children: [{value: 'A'}, {type: 'footnoteReference', identifier: 'n'}, {value: ' '}, {type: 'link'}]
    })
  })
})

describe('Manubot', () => {
  it('cites by tags, which name works', () => {
    const text = 'A [@tag:x] [see @tag:x; @b].\n\n[@tag:x]: doi:10.1/x\n[@tag:x]: doi:10.1/y\n'
    expect(blocks(text)).toMatchObject([
      {
        children: [
          {value: 'A '},
          {type: 'citation', mode: 'parenthetical', items: [{key: 'doi:10.1/x'}]},
          {value: ' '},
          {type: 'citation', items: [{key: 'doi:10.1/x'}, {key: 'b'}]},
          {value: '.'}
        ]
      }
    ])
    expect(reported(text)).toEqual(['4:1 citation-tag-unique'])
  })
})

it('keeps what an author wrote where the references go', () => {
  expect(blocks('::: {#refs}\nMine.\n:::\n')).toMatchObject([{type: 'paragraph'}, {type: 'bibliography'}])
})

it('shows what HTML has not and nothing ends', () => {
  expect(line('a <file of names> b')).toMatchObject([{value: 'a <file of names> b'}])
  expect(line('a <odd>b</odd> c')).toMatchObject([{value: 'a b c'}])
})

it('keeps figures of HTML in a figure', () => {
  const inner = (name: string) => `<figure><img src="${name}.png" alt=""/><figcaption>${name}</figcaption></figure>\n`
  expect(first(`<figure>\n${inner('a')}${inner('b')}<figcaption>c</figcaption>\n</figure>\n`)).toMatchObject({
    type: 'figure',
    children: [{type: 'figure'}, {type: 'figure'}, {type: 'caption', children: [{value: 'c'}]}]
  })
})
