import {describe, expect, it} from 'vitest'
import {walk} from '../../../src/util/walk.ts'
import {articleOf, problemsOf} from '../../support/manuscript.ts'
import {mainOf} from '../../support/page.ts'
import {blocks, line, read, reported} from './reading.ts'

describe('commands of LaTeX in the text', () => {
  it('define macros, which the formulas of the whole article use', async () => {
    const text = [
      'Before $\\R$.',
      '\\newcommand{\\R}{\\mathbb{R}} \\renewcommand{\\vect}[1]{\\mathbf{#1}}\n\\DeclareMathOperator{\\sgn}{sgn}',
      'A \\newcommand{\\N}{\\mathbb{N}}definition in a line, $\\vect{x} \\in \\N$.',
      '\\newpage',
      '$$\n\\sgn \\vect{y}\n$$'
    ].join('\n\n')
    const {meta, body} = await articleOf(
      `---\ntitle: T\nmath-macros:\n  R: \\mathbf{R}\n  Q: \\mathbb{Q}\n---\n\n${text}\n`
    )
    expect([...meta.macros]).toEqual([
      ['\\R', '\\mathbb{R}'],
      ['\\Q', '\\mathbb{Q}'],
      ['\\vect', '\\mathbf{#1}'],
      ['\\sgn', '\\operatorname{sgn}'],
      ['\\N', '\\mathbb{N}']
    ])
    expect(body.children.map(({type}) => type)).toEqual(['paragraph', 'paragraph', 'math'])
    const problems = await problemsOf(`---\ntitle: T\n---\n\n${text}\n`)
    expect(problems.filter((problem) => /formula|without-tex/.test(problem))).toEqual([])
  })

  it('leave what defines no command in the text', async () => {
    const [problem] = (await problemsOf('---\ntitle: T\n---\n\n\\newcommand{R}{x}\n')).filter((each) =>
      /without-tex/.test(each)
    )
    expect(problem).toContain('\\newcommand')
  })

  it('set text otherwise, with Markdown and commands in it', () => {
    expect(
      line('\\textbf{a *b* \\emph{c}} \\textsc{d} \\underline{e} x\\textsuperscript{2} \\texttt{f\\_g}')
    ).toMatchObject([
      {type: 'strong', children: [{value: 'a '}, {type: 'emphasis'}, {value: ' '}, {type: 'emphasis'}]},
      {value: ' '},
      {type: 'span', data: {attributes: {classes: ['smallcaps']}}},
      {value: ' '},
      {type: 'span', data: {attributes: {classes: ['underline']}}},
      {value: ' x'},
      {type: 'superscript', children: [{value: '2'}]},
      {value: ' '},
      {type: 'inlineCode', value: 'f_g'}
    ])
  })

  it('cite, each key at its place, notes before and behind', () => {
    const {root} = read('\\citep[see][p.~5]{ab, cd}')
    expect([...walk(root)].find(({type}) => type === 'citation')).toMatchObject({
      type: 'citation',
      mode: 'parenthetical',
      items: [
        {key: 'ab', prefix: [{value: 'see'}], position: {start: {line: 1, column: 19}, end: {column: 21}}},
        {key: 'cd', locator: '5', label: 'page', position: {start: {line: 1, column: 23}, end: {column: 25}}}
      ]
    })
    expect(line('\\citet[ch. 2]{ab}')).toMatchObject([
      {type: 'citation', mode: 'narrative', items: [{key: 'ab', locator: '2', label: 'chapter'}]}
    ])
    expect(line('\\citeyear{ab}')).toMatchObject([{type: 'citation', items: [{suppressAuthor: true}]}])
  })

  it('refer to what has a label, in the words of the article', async () => {
    const text =
      '\\autoref{fig:a}, \\ref{fig:a}, \\cref{sec:x}, \\eqref{eq:e}.\n\n![A \\label{fig:a}](a.png){alt=a}\n\n'
    const article = await articleOf(`${text}# X \\label{sec:x}\n\nIn $$e = m \\label{eq:e}$$\n`)
    const words = [...walk([article.body])].flatMap((node) => (node.type === 'crossReference' ? [node] : []))
    expect(words.map(({children}) => textOf(children))).toEqual(['Figure\u00a01', '1', 'Section\u00a01', '(1)'])
  })

  it('label the image they follow, and the table in whose caption they stand', () => {
    expect(blocks('![A](a.png)\n\\label{fig:a}\n')).toMatchObject([{type: 'figure', label: 'fig:a'}])
    expect(blocks('| a |\n|---|\n| 1 |\n\nTable: Things \\label{tbl:a}\n')).toMatchObject([
      {type: 'figure', kind: 'table', label: 'tbl:a', children: [{}, {children: [{value: 'Things'}]}]}
    ])
    expect(reported('Text \\label{here} goes on.')).toEqual(['1:6 target-used'])
  })

  it('say signs and letters, links and notes', () => {
    expect(line('Stra\\ss e, \\LaTeX{}, sm\\o{}r \\ldots')).toMatchObject([{value: 'Straße, LaTeX, smør …'}])
    expect(line('\\url{https://a.b/c_d} \\href{https://e.f}{g \\emph{h}}')).toMatchObject([
      {type: 'link', url: 'https://a.b/c_d', children: [{value: 'https://a.b/c_d'}]},
      {},
      {type: 'link', url: 'https://e.f', children: [{value: 'g '}, {type: 'emphasis'}]}
    ])
    expect(blocks('A\\footnote{B *c*.}')).toMatchObject([
      {children: [{value: 'A'}, {type: 'footnoteReference'}]},
      {type: 'footnoteDefinition', children: [{children: [{value: 'B '}, {type: 'emphasis'}, {value: '.'}]}]}
    ])
  })

  it('leave layout out and say so', () => {
    expect(line('A \\newpage B')).toMatchObject([{value: 'A  B'}])
    expect(reported('A \\newpage B')).toEqual(['1:3 tex-layout'])
  })

  it('stay, and are named, where they are not understood or not closed', async () => {
    expect(line('\\foo{a} \\textbf{b')).toMatchObject([{value: '\\foo{a} \\textbf{b'}])
    expect(line('`\\textbf{a}` \\\\textbf{b}')).toMatchObject([{type: 'inlineCode'}, {value: ' \\textbf{b}'}])
    expect(await problemsOf('A \\enquote{b} \\textbf{c')).toEqual(
      expect.arrayContaining([
        '1:3 text-without-tex: Unexpected LaTeX command `\\enquote` in the text, expected Markdown',
        '1:15 text-without-tex: Unexpected LaTeX command `\\textbf` in the text, expected Markdown'
      ])
    )
  })
})

describe('environments of LaTeX', () => {
  it('are formulas', () => {
    expect(blocks('where\n\\begin{align}\na &= b \\\\\nc &= d \\label{eq:x}\n\\end{align}\nholds.')).toMatchObject([
      {type: 'paragraph'},
      {
        type: 'math',
        value: '\\begin{aligned}\na &= b \\\\\nc &= d\n\\end{aligned}',
        data: {lines: [{value: 'a &= b'}, {value: 'c &= d', label: 'eq:x'}]}
      },
      {type: 'paragraph'}
    ])
    expect(blocks('\\begin{equation*}\na\n\n\\end{equation*}')).toMatchObject([{type: 'math', value: 'a'}])
  })

  it('are tables, spans included', async () => {
    const head = '\\hline\nName & \\multicolumn{2}{c}{A \\& B} \\\\\n\\hline\n'
    const rows = '\\multirow{2}{*}{x} & 1 & $y$ \\\\\n & 2 & \\textbf{3} \\\\\n\\hline\n'
    const table = `\\begin{tabular}{|l|c|r|}\n${head}${rows}\\end{tabular}\n`
    const article = await articleOf(
      `\\begin{table}[h]\n\\centering\n\\caption{All. \\label{tbl:a}}\n${table}\\end{table}\n`
    )
    const html = await mainOf(article.body.children)
    expect(html).toContain('<th class="center" colspan="2" scope="colgroup">A &#x26; B</th>')
    expect(html).toContain('rowspan="2">x</td>')
    expect(html.match(/<tr>/g)).toHaveLength(3)
    expect(article.body.children[0]).toMatchObject({type: 'figure', kind: 'table', label: 'tbl:a', number: '1'})
  })

  it('are figures', () => {
    const image = '  \\includegraphics[width=0.5\\textwidth]{a.png}\n'
    const text = `\\begin{figure}[ht]\n\\centering\n${image}  \\caption{The *map* of $x$.}\n  \\label{fig:z}\n\\end{figure}\n`
    const {root} = read(text)
    expect(root.children).toMatchObject([
      {
        type: 'figure',
        label: 'fig:z',
        children: [
          {children: [{type: 'image', url: 'a.png', data: {attributes: {pairs: new Map([['width', '50%']])}}}]},
          {type: 'caption', children: [{value: 'The '}, {type: 'emphasis'}, {value: ' of '}, {type: 'inlineMath'}, {}]}
        ]
      }
    ])
    const emphasis = [...walk(root)].find(({type}) => type === 'emphasis')
    expect(emphasis?.position?.start).toMatchObject({line: 4, column: 16})
  })

  it('are lists, quotations and code', () => {
    const inner = '  \\begin{enumerate}\n  \\item c\n  \\end{enumerate}\n'
    expect(
      blocks(`> \\begin{itemize}\n> \\item a\n> \\item b\n${inner.replace(/^/gm, '> ').slice(0, -2)}> \\end{itemize}\n`)
    ).toMatchObject([
      {
        type: 'blockquote',
        children: [
          {
            type: 'list',
            ordered: false,
            children: [
              {children: [{type: 'paragraph'}]},
              {children: [{type: 'paragraph'}, {type: 'list', ordered: true, children: [{}]}]}
            ]
          }
        ]
      }
    ])
    expect(blocks('\\begin{quote}\nSaid.\n\\end{quote}\n\n\\begin{verbatim}\n a *b*\n\\end{verbatim}')).toMatchObject([
      {type: 'blockquote'},
      {type: 'code', value: ' a *b*'}
    ])
  })

  it('stay text where they are not understood or not closed', () => {
    expect(blocks('\\begin{foo}\na\n\\end{foo}')).toMatchObject([
      {children: [{value: '\\begin{foo}'}]},
      {children: [{value: 'a'}]},
      {children: [{value: '\\end{foo}'}]}
    ])
    expect(blocks('\\begin{equation}\nnever')).toMatchObject([{children: [{value: '\\begin{equation}\nnever'}]}])
  })

  it('take no quadratic time where none is ever closed', () => {
    const many = 3000
    expect(blocks('\\begin{figure}\n\n'.repeat(many))).toHaveLength(many)
    expect(line('\\textbf{a '.repeat(many))).toHaveLength(1)
  })
})

function textOf(nodes: ReadonlyArray<object>): string {
  return nodes
    .map((node) => ('value' in node ? String(node.value) : 'children' in node ? textOf(node.children as []) : ''))
    .join('')
}
