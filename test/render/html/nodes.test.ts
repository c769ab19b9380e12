import {readFileSync} from 'node:fs'
import type {Code, Heading, PhrasingContent, RootContent} from 'mdast'
import {describe, expect, it} from 'vitest'
import type {Section} from '../../../src/model/nodes.ts'
import {paragraph} from '../../support/draft.ts'
import {articleWith, mainOf} from '../../support/page.ts'

const text = (value: string): PhrasingContent => ({type: 'text', value})
const attributes = (id: string | undefined, classes: ReadonlyArray<string>, pairs: Record<string, string> = {}) => ({
  attributes: {id, classes, pairs: new Map(Object.entries(pairs))}
})
const heading = (value: string, depth: Heading['depth'] = 1): Heading => ({
  type: 'heading',
  depth,
  children: [text(value)]
})
const section = (identifier: string, children: Array<RootContent>, rest: Partial<Section> = {}): Section => ({
  type: 'section',
  depth: 1,
  identifier,
  children,
  ...rest
})

/** One of each node, or several where they have several forms: what was made of it. */
const cases: ReadonlyArray<readonly [name: string, nodes: ReadonlyArray<RootContent>, markup: string]> = [
  ['text', [paragraph(text('a < b & "c"'))], '<p>a &#x3C; b &#x26; "c"</p>'],
  [
    'emphasis and its like',
    [
      paragraph(
        {type: 'emphasis', children: [text('a')]},
        {type: 'strong', children: [text('b')]},
        {type: 'delete', children: [text('c')]},
        {type: 'subscript', children: [text('d')]},
        {type: 'superscript', children: [text('e')]},
        {type: 'inlineCode', value: '<f>'},
        {type: 'break'}
      )
    ],
    '<p><em>a</em><strong>b</strong><del>c</del><sub>d</sub><sup>e</sup><code>&#x3C;f></code><br>\n</p>'
  ],
  [
    'span',
    [
      paragraph({
        type: 'span',
        data: attributes('x', ['smallcaps'], {lang: 'uz', onclick: 'x()'}),
        children: [text('a')]
      })
    ],
    '<p><span id="x" class="smallcaps" lang="uz">a</span></p>'
  ],
  [
    'sections, each heading one level below that of the section around it',
    [section('one', [heading('One'), section('two', [heading('Two', 4)], {number: '1.1'})], {number: '1'})],
    '<section id="one"><h2><span class="number">1</span> One</h2><section id="two"><h3><span class="number">1.1</span> Two</h3></section></section>'
  ],
  [
    'appendix',
    [section('a', [heading('Data')], {appendix: true, number: 'A'})],
    '<section id="a" role="doc-appendix" aria-label="Data"><h2><span class="number">Appendix\u00A0A</span> Data</h2></section>'
  ],
  [
    'blockquote, division and rule',
    [
      {type: 'blockquote', children: [{type: 'paragraph', children: [text('a')]}]},
      {type: 'div', data: attributes(undefined, ['note']), children: [{type: 'paragraph', children: [text('b')]}]},
      {type: 'thematicBreak'}
    ],
    '<blockquote><p>a</p></blockquote><div class="note"><p>b</p></div><hr>'
  ],
  [
    'code',
    [{type: 'code', lang: 'js', value: 'a < b'} satisfies Code],
    '<pre tabindex="0"><code class="language-js">a &#x3C; b</code></pre>'
  ],
  [
    'lists, tight and loose, with tasks',
    [
      {
        type: 'list',
        ordered: true,
        start: 3,
        spread: true,
        children: [{type: 'listItem', spread: true, children: [{type: 'paragraph', children: [text('a')]}]}]
      },
      {
        type: 'list',
        spread: false,
        children: [{type: 'listItem', checked: true, children: [{type: 'paragraph', children: [text('b')]}]}]
      }
    ],
    '<ol start="3"><li><p>a</p></li></ol><ul class="tasks"><li><span class="check-box" role="img" aria-label="☑">[×]</span> b</li></ul>'
  ],
  [
    'table',
    [
      {
        type: 'table',
        align: ['left', 'right'],
        children: [
          {
            type: 'tableRow',
            children: [
              {type: 'tableCell', children: [text('a')]},
              {type: 'tableCell', children: []}
            ]
          },
          {
            type: 'tableRow',
            children: [
              {type: 'tableCell', children: [text('b')]},
              {type: 'tableCell', children: [text('1')]}
            ]
          }
        ]
      }
    ],
    '<div class="scroll" role="group" tabindex="0" aria-label="Table"><table><thead><tr><th class="left" scope="col">a</th><td class="right"></td></tr></thead>' +
      '<tbody><tr><td class="left">b</td><td class="right">1</td></tr></tbody></table></div>'
  ],
  [
    'figure with a missing picture, its caption below',
    [
      {
        type: 'figure',
        kind: 'figure',
        identifier: 'fig:a',
        number: '2',
        children: [
          {type: 'paragraph', children: [{type: 'image', url: 'no.png', alt: 'x'}]},
          {type: 'caption', children: [text('A map.')]}
        ]
      }
    ],
    '<figure class="figure" id="fig:a"><span class="missing unresolved">[?no.png]</span>' +
      '<figcaption><span class="label">Figure\u00A02.</span> A map.</figcaption></figure>'
  ],
  [
    'listing, its caption above; part of a figure; caption of its own',
    [
      {
        type: 'figure',
        kind: 'listing',
        number: '1',
        children: [
          {type: 'caption', children: [text('C')]},
          {type: 'code', value: 'x'}
        ]
      },
      {type: 'figure', kind: 'figure', part: 'a', number: '1a', children: []},
      {type: 'caption', children: [text('D')]}
    ],
    '<figure class="listing"><figcaption><span class="label">Listing\u00A01.</span> C</figcaption><pre tabindex="0"><code>x</code></pre></figure>' +
      '<figure class="figure"><figcaption><span class="label">(a)</span> </figcaption></figure><p class="caption">D</p>'
  ],
  [
    'citation with a link to its reference',
    [
      paragraph({
        type: 'citation',
        mode: 'parenthetical',
        items: [],
        number: 3,
        children: [{type: 'link', url: '#ref-a', children: [text('1')]}]
      })
    ],
    '<p><span class="citation" id="cite-3"><a href="#ref-a" role="doc-biblioref">1</a></span></p>'
  ],
  [
    'what points at nothing',
    [
      paragraph(
        {
          type: 'citation',
          mode: 'narrative',
          items: [{key: 'a<b', prefix: [], suffix: [], suppressAuthor: false}],
          children: []
        },
        {type: 'crossReference', targets: [{label: 'fig:x'}], bare: false, capitalised: false, children: []},
        {type: 'footnoteReference', identifier: 'n', label: 'N'}
      )
    ],
    '<p><strong class="unresolved">[?a&#x3C;b]</strong><strong class="unresolved">[?fig:x]</strong><strong class="unresolved">[?^N]</strong></p>'
  ],
  [
    'cross-reference',
    [
      paragraph({
        type: 'crossReference',
        targets: [{label: 'sec:a'}],
        bare: false,
        capitalised: false,
        children: [{type: 'link', url: '#sec:a', children: [text('Section 1')]}]
      })
    ],
    '<p><a href="#sec:a">Section 1</a></p>'
  ],
  [
    'reference list with markers and ways back',
    [
      section('references', [
        heading('References'),
        {
          type: 'bibliography',
          layout: 'labelled',
          children: [
            {
              type: 'reference',
              key: 'a',
              identifier: 'ref-a',
              marker: [text('[1]')],
              citedBy: [3],
              children: [text('Knuth.')]
            }
          ]
        }
      ])
    ],
    '<section class="bibliography" id="references" role="doc-bibliography"><h2>References</h2><ol class="references labelled" role="list">' +
      '<li id="ref-a"><span class="marker">[1]</span> <span class="entry">Knuth. <a class="back" href="#cite-3" role="doc-backlink" aria-label="Back to the text">↑</a></span></li></ol></section>'
  ]
]

describe('nodes in HTML', () => {
  it.each(cases)('%s', async (_, nodes, markup) => {
    expect(await mainOf(nodes)).toBe(markup)
  })

  it('numbers an equation, and shows TeX that cannot be read', async () => {
    const markup = await mainOf([
      {type: 'math', value: 'x^2', data: {identifier: 'eq:a', number: '4'}},
      paragraph({type: 'inlineMath', value: '\\frac{'})
    ])
    expect(markup).toContain('<div class="equation" id="eq:a"><div class="formula"><math display="block"')
    expect(markup).toContain('<annotation encoding="application/x-tex">x^2</annotation>')
    expect(markup).toContain('</div><span class="number">(4)</span></div>')
    expect(markup).toMatch(/<code class="unresolved" title="[^"]+">\\frac\{<\/code>/)
  })

  it('links a note and each of its calls both ways', async () => {
    const call = (number: number): PhrasingContent => ({
      type: 'footnoteReference',
      identifier: 'n',
      data: {number: 1, call: number}
    })
    const notes = [{identifier: 'n', number: 1, calls: 2, children: [paragraph(text('Note.'))]}]
    const markup = await mainOf([paragraph(call(1), call(2))], {notes})
    expect(markup).toContain('<sup class="call"><a id="call-1-2" href="#note-1" role="doc-noteref">1</a></sup>')
    expect(markup).toContain(
      '<ol><li id="note-1"><p>Note. <a class="back" href="#call-1-1" role="doc-backlink" aria-label="Back to the text 1">'
    )
    expect(markup).toContain('href="#call-1-2"')
  })

  it('lets text run on from headings where the template says so', async () => {
    const nodes = [
      section('a', [heading('One'), paragraph(text('First.')), paragraph(text('Second.'))]),
      section('b', [heading('Why?'), paragraph(text('So.'))]),
      section('c', [heading('Two'), {type: 'thematicBreak'}])
    ]
    const {template} = articleWith([])
    expect(await mainOf(nodes, {template: {...template, settings: {runInHeadings: true}}})).toBe(
      '<section id="a"><div class="run-in"><h2>One.</h2> <p>First.</p></div><p>Second.</p></section>' +
        '<section id="b"><div class="run-in"><h2>Why?</h2> <p>So.</p></div></section>' +
        '<section id="c"><h2>Two</h2><hr></section>'
    )
  })

  it('gives print no roles that cost a link or an item its tag', async () => {
    const call: PhrasingContent = {type: 'footnoteReference', identifier: 'n', data: {number: 1, call: 1}}
    const notes = [{identifier: 'n', number: 1, calls: 1, children: [paragraph(text('Note.'))]}]
    const figure: RootContent = {type: 'figure', kind: 'figure', number: '1', children: []}
    const markup = await mainOf([paragraph(call), figure, {type: 'math', value: 'x'}], {notes}, 'print')
    expect(markup).not.toContain('doc-')
    expect(markup).toContain('<figure class="figure" role="group">')
    expect(markup).toContain('<span role="img" aria-label="x" lang="zxx-x-formula"><math')
  })
})

it('styles a ticked box and a box of text apart', () => {
  const sheet = readFileSync('templates/article/page-common.css', 'utf8')
  expect(sheet).toContain('.check-box {')
  expect(sheet).not.toMatch(/(^|[\s,])\.box\b/)
})
