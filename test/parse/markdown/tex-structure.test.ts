import {describe, expect, it} from 'vitest'
import {build} from '../../../src/build.ts'
import {problemsOf, worldOf} from '../../support/manuscript.ts'
import {blocks, line} from './reading.ts'

/** The smallest picture. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)

const bibliography = `@article{a, author={Ann Smith and Bo Lee}, title={T}, journal={J}, year=2001}
@article{b, author={Cy Doe}, title={U}, journal={J}, year=2002}
@article{c, author={Zed Zoe}, title={Listed}, journal={J}, year=2003}`

async function made(markdown: string, to = 'text', csl = 'apa'): Promise<string> {
  const front = `---\nbibliography: refs.bib\ncsl: ${csl}\nheader-includes: |\n  \\newtheorem{sats}{Theorem}\n---\n\n`
  const {output} = await build(worldOf(front + markdown, {'refs.bib': bibliography, 'a.png': dot}), {to: [to]})
  const path = {text: 'paper.txt', html: 'paper.html', jats: 'paper.xml'}[to] ?? to
  return new TextDecoder()
    .decode(output.get(path))
    .replace(/^[\s\S]*<\/style>/, '')
    .replaceAll('\u00A0', ' ')
    .trim()
}

/** What is printed before the list of references. */
async function text(markdown: string, csl?: string): Promise<string> {
  return (await made(markdown, 'text', csl)).split('\n\nReferences')[0] ?? ''
}

describe('citations of natbib and biblatex', () => {
  it.each([
    ['apa', 'By \\citeauthor{a} and \\citeauthor{b}.', 'By Smith and Lee and Doe.'],
    ['ieee', 'By \\citeauthor{a}, \\citeyear{a}.', 'By Smith and Lee, [1].'],
    [
      'apa',
      'x \\citetext{see \\citealp{a}, or better \\citealp[p. 3]{b}}',
      'x (see Smith & Lee, 2001; or better Doe, 2002, p. 3)'
    ],
    ['apa', 'x \\citetext{in press}', 'x (in press)'],
    ['apa', 'By \\citeauthor{no}.', 'By [?no].']
  ])('%s: %s', async (csl, markdown, printed) => {
    expect(await text(markdown, csl)).toBe(printed)
  })

  it('name the authors alone in styles with notes, and make no note of it', async () => {
    const printed = await made(
      'By \\citeauthor{a}, and [@b].^[Also \\citeauthor{a}.]',
      'text',
      'chicago-notes-bibliography'
    )
    expect(printed).toMatch(/^By Smith and Lee, and\.?¹/)
    expect(printed).toContain('Also Smith and Lee.')
  })

  it('link the authors to the entry', async () => {
    expect(await made('By \\citeauthor{a}.', 'html')).toMatch(
      /By <[^>]+><a href="#ref-a"[^>]*>Smith and Lee<\/a><\/[^>]+>\./
    )
  })

  it('list what `\\nocite` names, by itself or in a line', async () => {
    const printed = await made('Text [@a].\\nocite{b}\n\n\\nocite{c}\n\nEnd.')
    expect(printed).toMatch(/^Text \(Smith & Lee, 2001\)\.\n\nEnd\./)
    expect(printed).toMatch(/Doe, C\.[\s\S]*Zoe, Z\./)
    expect(await problemsOf('Text.\\nocite{gone}')).toContainEqual(expect.stringMatching(/^1:14 .*gone/))
  })
})

describe('sections of LaTeX', () => {
  it('are headings, numbered and referred to, and what stands behind them is text', async () => {
    const markdown = [
      '\\section{In *this*}\\label{sec:i}\nText.\n\\subsection[Short]{Sub}',
      '\\paragraph{Run in} text, \\ref{sec:i}.',
      '\\section*{No number \\label{sec:n}}',
      'See \\autoref{sec:n}, \\autoref{sec:d}.',
      '\\appendix',
      '# Data {#sec:d}'
    ].join('\n\n')
    expect(await text(markdown)).toBe(
      [
        '1 In this\n\nText.\n\n1.1 Sub',
        'Run in\n\ntext, 1.\n\nNo number\n\nSee “No number”, Appendix A.\n\nAppendix A Data'
      ].join('\n\n')
    )
  })

  it('keep their depth in every format', async () => {
    const markdown = '\\section{A}\n\nText.\n\n\\subsection{B}\n\nText.'
    expect(await made(markdown, 'html')).toMatch(/<h2[^>]*>.*A<\/h2>[\s\S]*<h3[^>]*>.*B<\/h3>/)
    expect(await made(markdown, 'jats')).toMatch(
      /<sec id="a">.*<title>A<\/title>[\s\S]*<sec id="b">.*<title>B<\/title>/
    )
  })

  it('are text where they begin no line, and are reported', async () => {
    expect(await text('a \\section{b}')).toBe('a \\section{b}')
    expect(await problemsOf('a \\section{b}')).toContainEqual(expect.stringMatching(/^1:3 text-without-tex/))
  })
})

describe('notes in two parts', () => {
  it.each([
    ['in turn', 'a\\footnotemark{} b\\footnotemark.\n\n\\footnotetext{One.}\n\n\\footnotetext{*Two*.}\n\nEnd.'],
    ['by number', 'a\\footnotemark[1] b\\footnotemark[2].\n\n\\footnotetext[2]{*Two*.}\\footnotetext[1]{One.}\n\nEnd.']
  ])('%s', async (_, markdown) => {
    expect(await text(markdown)).toBe('a¹ b².\n\nEnd.\n\nNotes\n\n1. One.\n\n2. Two.')
  })

  it('are reported where one part is missing', async () => {
    expect(await problemsOf('a\\footnotemark.')).toContainEqual(expect.stringMatching(/^1:2 note-resolves/))
    expect(await problemsOf('a\\footnotetext{b}')).toContainEqual(expect.stringMatching(/^1:2 note-called/))
  })
})

describe('statements of LaTeX', () => {
  const markdown = [
    '\\begin{theorem}[Pythagoras]\\label{thm:p}\n    The *square*.\n\\end{theorem}',
    '\\begin{sats}\nS.\n\\end{sats}',
    '\\begin{lem*}\nL.\n\\end{lem*}',
    '\\begin{proof}[Proof of it]\nP.\n\\end{proof}',
    '\\newtheorem{claim}[theorem]{Claim}',
    '\\begin{claim}[X]\nC.\n\\end{claim}',
    'See \\cref{thm:p}.'
  ].join('\n\n')

  it('are numbered and referred to by the names that are usual, or defined', async () => {
    expect(await text(markdown)).toBe(
      [
        'Theorem 1 (Pythagoras). The square.',
        'Theorem 2. S.\n\nLemma. L.\n\nProof of it. P.\n\nClaim (X). C.\n\nSee Theorem 1.'
      ].join('\n\n')
    )
    expect(await made(markdown, 'jats')).toContain('<statement id="thm-p" content-type="theorem">')
    expect(await problemsOf(markdown)).toContainEqual(expect.stringMatching(/^\d+:1 statement-known: .*`Claim`/))
  })

  it('stay visible where they are none, and are reported', async () => {
    expect(await text('\\begin{tikzpicture}\n*lines*\n\\end{tikzpicture}')).toBe(
      '\\begin{tikzpicture}\n\nlines\n\n\\end{tikzpicture}'
    )
  })
})

describe('pictures of LaTeX', () => {
  it('have their sizes, in a line too; what cannot be said is told', async () => {
    const markdown = 'In \\includegraphics[width=0.5\\textwidth, alt=A map]{a.png} line.'
    expect(line(markdown)[1]).toMatchObject({alt: 'A map', data: {attributes: {pairs: {width: '50%'}}}})
    expect(await problemsOf('\\includegraphics[scale=0.5, height=3cm]{a.png}')).toContainEqual(
      expect.stringMatching(/^1:1 tex-layout: .*`scale=0.5`/)
    )
  })

  it('have the long of two captions', async () => {
    const markdown = '\\begin{figure}\n\\includegraphics{a.png}\n\\caption[Short]{Long *one*.}\n\\end{figure}'
    expect(await text(markdown)).toContain('Figure 1. Long one.')
    expect(await text(markdown)).not.toContain('Short')
  })

  const parts = (...all: ReadonlyArray<string>) => `\\begin{figure}\n${all.join('\n')}\n\\end{figure}`
  const sub = (width: string, words: string) =>
    `  \\begin{subfigure}[b]{${width}}\n    \\includegraphics[width=\\textwidth]{a.png}\n    \\caption{${words}}\n  \\end{subfigure}`
  it.each([
    [
      'subfigure',
      parts(
        '\\centering',
        sub('0.45\\textwidth', 'One.\\label{fig:a}'),
        '\\hfill',
        sub('0.45\\textwidth', 'Two.'),
        '\\caption{Both.}\\label{fig:w}'
      ),
      0.45
    ],
    [
      'subfloat',
      parts(
        '\\subfloat[One.\\label{fig:a}]{\\includegraphics[width=0.4\\textwidth]{a.png}}\\quad',
        '\\subfloat[Two.]{\\includegraphics[width=0.4\\textwidth]{a.png}}',
        '\\caption{Both.}\\label{fig:w}'
      ),
      0.4
    ],
    [
      'subcaptionbox',
      parts(
        '\\subcaptionbox{One.\\label{fig:a}}[0.3\\textwidth]{\\includegraphics{a.png}}',
        '\\subcaptionbox{Two.}[0.3\\textwidth]{\\includegraphics{a.png}}',
        '\\caption{Both.}\\label{fig:w}'
      ),
      0.3
    ]
  ])('have parts: %s', async (_, figure, share) => {
    expect(await text(`${figure}\n\nSee \\cref{fig:a} and \\cref{fig:w}.`)).toBe(
      '(a) One.\n\n(b) Two.\n\nFigure 1. Both.\n\nSee Figure 1a and Figure 1.'
    )
    expect(blocks(figure)).toMatchObject([{children: [{label: 'fig:a', share}, {share}, {type: 'caption'}]}])
    expect(await made(figure, 'jats')).toMatch(/<fig-group id="fig-w">[\s\S]*<fig id="fig-a"><label>\(a\)<\/label>/)
  })

  it('are several figures where each page in one has its own caption', async () => {
    const page = (words: string) =>
      `\\begin{minipage}{0.5\\textwidth}\n\\includegraphics{a.png}\n\\caption{${words}}\n\\end{minipage}`
    expect(await text(parts(page('One.'), page('Two.')))).toBe('Figure 1. One.\n\nFigure 2. Two.')
  })
})
