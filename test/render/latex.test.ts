import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {PDFDocument} from '@cantoo/pdf-lib'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import type {Article} from '../../src/model/article.ts'
import type {Output} from '../../src/model/world.ts'
import {declarations} from '../../src/render/latex/characters.ts'
import {escaped, escapedCode} from '../../src/render/latex/escape.ts'
import {createNames} from '../../src/render/latex/names.ts'
import {compile, has, missing, outOfOrder} from '../support/latex.ts'
import {type Files, worldOf} from '../support/manuscript.ts'

const compiles = await has('latexmk')

const read = (path: string) => readFileSync(path, 'utf8')

function filesOf(folder: string): Files {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  const named = paths.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return Object.fromEntries(named.map((path) => [path, readFileSync(join(folder, path))]))
}

/** A picture of a page, without a browser. */
async function print(): Promise<Uint8Array> {
  const document = await PDFDocument.create({updateMetadata: false})
  document.addPage([300, 200]).drawRectangle({width: 100, height: 50})
  return document.save()
}

interface Made {
  readonly output: Output
  readonly article: Article
  readonly reasons: ReadonlyArray<string>
}

async function make(markdown: string, files: Files = {}, template?: string): Promise<Made> {
  const {output, article, problems} = await build(worldOf(markdown, files, {print}), {to: ['latex'], template})
  if (article === undefined) throw new Error('Cannot build')
  return {output, article, reasons: problems.filter(({id}) => id.startsWith('latex')).map(({reason}) => reason)}
}

async function texOf(markdown: string, files: Files = {}): Promise<string> {
  return new TextDecoder().decode((await make(markdown, files)).output.get('latex/paper.tex'))
}

/** What stands between the metadata and the end. */
async function bodyOf(markdown: string, files: Files = {}): Promise<string> {
  const tex = await texOf(`---\ntitle: T\nauthor: A\n---\n\n${markdown}`, files)
  return tex.slice(tex.indexOf('\\setcounter{footnote}{0}') + 24, tex.indexOf('\\end{document}')).trim()
}

const constructs = 'test/fixtures/every-construct'

describe('text', () => {
  it.each([
    ['50 % of $5 & #1_a', '50 \\% of \\$5 \\& \\#1\\_a'],
    ['\\input{/etc/passwd}', '\\textbackslash{}input\\{/etc/passwd\\}'],
    ['a^b~c', 'a\\textasciicircum{}b\\textasciitilde{}c'],
    ['say "x" `y`', 'say \\textquotedbl{}x\\textquotedbl{} \\textasciigrave{}y\\textasciigrave{}'],
    ["a--b <<c>> ''d ,,e", "a-{}-b <{}<c>{}> '{}'d ,{},e"],
    ['5\u00A0kg', '5~kg'],
    ['e\u0301 q\u0301 \u1EA1', "é \\'{q} \\d{a}"],
    ['a\n\n\nb', 'a\nb'],
    ['\u0001\uD800\uFFFF', '\uFFFD\uFFFD\uFFFD'],
    ['Oʻzbek — «да»', 'Oʻzbek — «да»']
  ])('%j is written %j', (text, expected) => {
    expect(escaped(text)).toBe(expected)
  })

  it('keeps the spaces and straight quotes of code, and lets long runs break', () => {
    expect(escapedCode("  a  = 'b'")).toBe('~ a~ = \\textquotesingle{}b\\textquotesingle{}')
    expect(escapedCode('https://example.org/a/long/path_x')).toBe(
      'https://example.\\allowbreak{}org/\\allowbreak{}a/\\allowbreak{}long/\\allowbreak{}path\\_\\allowbreak{}x'
    )
  })

  it('is told to LaTeX where it has no letter for it', () => {
    expect(declarations('aé да αʻ')).toEqual({
      lines: [
        '\\character{02BB}{\\textquoteleft{}}',
        '\\character{0391}{A}',
        '\\character{03B1}{\\ensuremath{\\alpha}}'
      ],
      lacking: []
    })
    expect(declarations('漢')).toEqual({lines: ['\\character{6F22}{\\lacking{6F22}}'], lacking: ['漢']})
  })

  it('holds no command and no open brace, whatever it says', () => {
    const letters = fc.constantFrom(...'\\{}$&#%_^~"`\'-<>,a \n\u0000\u202E\u0301\uD800\uFFFFя')
    const text = fc.oneof(fc.string({unit: letters, maxLength: 200}), fc.string({unit: 'binary'}))
    fc.assert(
      fc.property(text, (given) => {
        for (const written of [escaped(given), escapedCode(given)]) {
          const bare = written.replace(/\\(?:text[a-z]+|allowbreak)\{\}|\\[{}$&#%_,-]|\\[`'^~=u.""rHvdckb](?=\{)/g, '')
          expect(bare).not.toMatch(/[\\$&#%_^"`]/)
          expect(written).not.toMatch(/\n\s*\n/)
          expect(depthOf(bare)).toBe(0)
          expect(written.isWellFormed()).toBe(true)
        }
      })
    )
  })

  it('breaks lines that TeX could not read', () => {
    const longest = Math.max(
      ...escaped('x'.repeat(500_000))
        .split('\n')
        .map((line) => line.length)
    )
    expect(longest).toBeLessThan(3000)
  })
})

/** How many braces stay open; negative if one closes that was not. */
function depthOf(tex: string): number {
  let depth = 0
  for (const [brace] of tex.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1
    if (depth < 0) return depth
  }
  return depth
}

describe('names', () => {
  it('are ASCII, each its own', () => {
    const names = createNames()
    expect(['fig:map', 'fig:карта', 'fig:сито', 'fig:map'].map(names)).toEqual([
      'fig:map',
      'fig:-',
      'fig:--2',
      'fig:map'
    ])
  })
})

describe('nodes', () => {
  it('point with LaTeX’s own commands', async () => {
    const body = await bodyOf('# One {#sec:one}\n\nSee @sec:one and @eq:e.\n\n$$\nx\n$$ {#eq:e}\n')
    expect(body).toContain('\\section{One}\\label{sec:one}')
    expect(body).toContain('See Section~\\ref{sec:one} and Equation~\\eqref{eq:e}.')
    expect(body).toContain('\\begin{equation}\\label{eq:e}\nx\n\\end{equation}')
  })

  it('cite with `\\cite` where it says the words of the style, and with the words elsewhere', async () => {
    const files = {'references.bib': '@book{k, author={Knuth, D.}, title={T}, year={1984}}'}
    const body = await bodyOf('[@k], [@k, p. 3], @k.\n', files)
    expect(body).toContain(
      '\\cite{k}, \\cite[{p. 3}]{k}, \\citewords{k}{\\hyperlink{cite.k}{Knuth} [\\hyperlink{cite.k}{1}]}.'
    )
  })

  it('keep notes out of what cannot hold them', async () => {
    const body = await bodyOf('# Head[^a]\n\nText[^b] and again[^a].\n\n[^a]: One.\n\n[^b]: Two.\n')
    expect(body).toContain('\\section[{Head}]{Head\\notemark{1}}')
    expect(body).toContain('\\stepcounter{footnote}\\footnotetext[1]{One.}')
    expect(body).toContain('Text\\footnote{Two.} and again\\notemark{1}.')
  })

  it('set tables with cells over columns and rows', async () => {
    const body = await bodyOf('+---+---+\n| a     |\n+===+===+\n| b | c |\n|   +---+\n|   | d |\n+---+---+\n')
    expect(body).toMatch(/\\multicolumn\{2\}\{.*\}\{\\textbf\{a\}\} \\\\\n/)
    expect(body).toContain('\\multirow{2}{=}{b} & c \\\\')
    expect(body).toContain('\n & d \\\\')
  })

  it('keep formulas as they are written, and those that cannot be read as text', async () => {
    const body = await bodyOf('$\\frac{a}{b} % c\n$ $\\input{x}$\n\n$$\n\\begin{align}a&=b\\\\c&=d\\end{align}\n$$\n')
    expect(body).toContain('\\texttt{\\textbackslash{}input\\{x\\}}')
    expect(body).toContain('\\begin{equation*}\n\\begin{aligned}')
  })
})

const hostile = `---
title: "\\\\end{document} % & # _ ^ ~ { } $ \\u0001 \\u202E x"
subtitle: "[a] \\\\\\\\ *b*[^1]"
author: [{name: "A \\uFFFF & \\\\B %", affiliation: a, email: "a_b%c\`\\\\@example.org", orcid: 0000-0002-1825-0097}]
affiliations: [{id: a, name: "50 % _ #", city: "\\\\B \uFFFF", country: "Ўзбек \` & \\\\B }"}]
keywords: ["a & b", "\\\\input{x}", "}"]
abstract: "100 % {"
lang: ru
license: "x & y %"
---

# \\end{document} {#a_b%}

\u0001 \\& % # $ _ ^ ~ { } \uD800 漢字 \u202E \u0301 q\u0301 [x % #](https://example.org/a%20b_c#d~e) \`\\end{verbatim} {%\` ${'w'.repeat(10_000)}

[a]: not a link

- [b]
- *c*

| a | b |
|---|---|
| [x] | *y*[^1] |

\`\`\`
\\end{code} % { }

  x
\`\`\`

> > > > > > > deep

1. a
   1. b
      1. c
         1. d
            1. e
               1. f
                  1. g

[^1]: A note % with \`code\` and another.[^2]

    \`\`\`
    code } {
    \`\`\`

[^2]: Inner.

![A % & _](no.png){#fig:x}

See @fig:x and @sec:none. $x % y$ $\\text{да}$ $é$ $\\input{x}$
`

const samples: ReadonlyArray<readonly [string, string, Files]> = [
  ['the paper', read('manuscript/paper.md'), filesOf('manuscript')],
  ['every construct', read(`${constructs}/paper.md`), filesOf(constructs)],
  ['tables', read('test/fixtures/tables/paper.md'), filesOf('test/fixtures/tables')],
  ['what LaTeX finds hard', read('test/fixtures/latex/paper.md'), filesOf('test/fixtures/latex')],
  ['a word', 'Word.', {}],
  [
    'Russian',
    '---\ntitle: Заглавие\nauthor: И. О. Фамилия\nlang: ru\nabstract: Слово.\nkeywords: [слово]\n---\n\n# Раздел\n\nТекст, naïve Łódź đ, «цитата» — № 5.\n',
    {}
  ],
  [
    'Uzbek in Cyrillic',
    '---\ntitle: Сарлавҳа\nauthor: Ў. Қ.\nlang: uz-Cyrl\n---\n\n# Бўлим\n\nЎзбек тили: ғ, ҳ, oʻzbek.\n',
    {}
  ],
  ['hostile text', hostile, {}]
]

describe.each(samples)('the LaTeX of %s', (_, markdown, files) => {
  it('is one file with what it needs beside it, all in ASCII names', async () => {
    const {output} = await make(markdown, files)
    const tex = new TextDecoder().decode(output.get('latex/paper.tex'))
    const used = [...tex.matchAll(/\\includegraphics(?:\[[^\]]*\])?\{([^}]*)\}/g)].map(([, path]) => `latex/${path}`)
    const ready = tex.includes('\\bibliography{paper}') ? ['latex/paper.bbl', 'latex/references.bib'] : []
    expect([...output.keys()].sort()).toEqual([...new Set([...used, ...ready, 'latex/paper.tex'])].sort())
    for (const path of output.keys()) expect(path).toMatch(/^[\w./-]+$/)
  })

  it('compiles without a fault, and prints the words of the article', {timeout: 120_000}, async (context) => {
    if (!compiles) return context.skip('needs latexmk')
    const {output, article} = await make(markdown, files)
    const {faults, overfull, text} = await compile(output)
    expect(faults).toEqual([])
    expect(missing(article, text)).toEqual([])
    if (markdown === hostile) return
    expect(overfull).toEqual([])
    expect(outOfOrder(article, text)).toBeLessThan(0.1)
  })
})

const templates = readdirSync('templates', {withFileTypes: true}).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : []
)

describe.each(templates.filter((name) => name !== 'article'))('the LaTeX of template %s', (template) => {
  it.each(samples)('compiles of %s', {timeout: 120_000}, async (_, markdown, files) => {
    const {output, article} = await make(markdown, files, template)
    expect(new TextDecoder().decode(output.get('latex/paper.tex'))).toContain('\\documentclass')
    if (!compiles) return
    const {faults, overfull, text} = await compile(output)
    expect(faults).toEqual([])
    expect(missing(article, text)).toEqual([])
    if (markdown !== hostile) expect(overfull).toEqual([])
  })
})

describe.each([
  ['-xelatex', 'fontspec.sty'],
  ['-lualatex', 'luaotfload.sty']
] as const)('%s', (engine, file) => {
  it('compiles every construct too', {timeout: 120_000}, async (context) => {
    if (!(await has(engine.slice(1), file))) return context.skip(`needs ${engine.slice(1)}`)
    const {output} = await make(read(`${constructs}/paper.md`), filesOf(constructs))
    expect((await compile(output, engine)).faults.filter((fault) => !fault.startsWith('Missing character'))).toEqual([])
  })
})
