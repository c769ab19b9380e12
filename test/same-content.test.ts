import {readdirSync, readFileSync} from 'node:fs'
import {PDFDict, PDFDocument, PDFName} from '@cantoo/pdf-lib'
import {unzipSync} from 'fflate'
import type {Nodes} from 'mdast'
import {beforeAll, describe, expect, it} from 'vitest'
import {build} from '../src/build.ts'
import type {Article} from '../src/model/article.ts'
import {textsOf} from '../src/util/texts.ts'
import {walk} from '../src/util/walk.ts'
import {words} from './corpus/validators/words.ts'
import {hasBrowser, testBrowser} from './support/browser.ts'
import {missing, pieces} from './support/docx.ts'
import {latexWords} from './support/latex-words.ts'
import {type Files, worldOf} from './support/manuscript.ts'

/** How many there are of what every format shows in its own way; an equation is counted that has a number. */
interface Counts {
  readonly figures: number
  readonly tables: number
  readonly equations: number
  readonly notes: number
  readonly references: number
}

function filesOf(folder: string): Files {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => `${entry.parentPath}/${entry.name}`)
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]))
}

async function print(): Promise<Uint8Array> {
  const document = await PDFDocument.create({updateMetadata: false})
  document.addPage()
  return document.save()
}

const printer = testBrowser()

describe.each(['manuscript', 'test/fixtures/every-construct', 'test/fixtures/every-field'])('of %s', (folder) => {
  const {'paper.md': markdown = '', ...files} = filesOf(folder)
  const text = new TextDecoder().decode(markdown as Uint8Array)
  let output: ReadonlyMap<string, Uint8Array> = new Map()
  let article: Article
  let counts: Counts
  const file = (path: string) => new TextDecoder().decode(output.get(path))

  beforeAll(async () => {
    const made = await build(worldOf(text, files, {print}), {
      to: ['html', 'jats', 'docx', 'epub', 'markdown', 'text', 'latex']
    })
    if (made.article === undefined) throw new Error('Cannot build')
    output = made.output
    article = made.article
    counts = countsOf(article, false)
  })

  it('HTML and EPUB hold as many figures, tables, equations, notes and references', () => {
    const book = unzipSync(output.get('paper.epub') ?? new Uint8Array())
    const pages = Object.entries(book).filter(([path]) => path.endsWith('text.xhtml'))
    for (const html of [file('paper.html'), ...pages.map(([, bytes]) => new TextDecoder().decode(bytes))]) {
      expect(counted(html, pagePatterns)).toEqual(counts)
    }
    expect(pages).toHaveLength(1)
  })

  it('LaTeX holds as many', () => {
    const list = output.get('latex/paper.bbl')
    const tex = file('latex/paper.tex').replace(/^[\s\S]*\\begin\{document\}/, '')
    expect(counted(`${tex}${list === undefined ? '' : file('latex/paper.bbl')}`, latexPatterns)).toEqual(counts)
  })

  it('Markdown and text hold as many', () => {
    const numbered = countsOf(article, true)
    expect(counted(file('paper.plain.md'), markdownPatterns)).toEqual(numbered)
    const plain = counted(file('paper.txt'), {
      references: /^\[\d+\] /gm,
      tables: /^Table\s\d+\. /gm,
      figures: /^Figure\s\d+\. /gm
    })
    expect(plain).toEqual({references: numbered.references, tables: numbered.tables, figures: numbered.figures})
  })

  it.skipIf(!hasBrowser)('the PDF holds as many by its tags, and formulas too', {timeout: 60_000}, async () => {
    const {output: printed} = await build(worldOf(text, files, {print: (job) => printer.print(job)}), {to: ['pdf']})
    const pdf = await PDFDocument.load(printed.get('paper.pdf') ?? new Uint8Array(), {updateMetadata: false})
    const kinds = kindsOf(pdf)
    const nodes = [...walk(textsOf(article))]
    const of = (...types: ReadonlyArray<string>) => nodes.filter(({type}) => types.includes(type)).length
    expect([kinds('Table'), kinds('Note'), kinds('Caption'), kinds('Formula')]).toEqual([
      of('table'),
      counts.notes,
      of('caption'),
      of('math', 'inlineMath')
    ])
  })

  it('every format has every run of words in its order', async () => {
    const found = await words.findings({article, output, slug: 'paper'})
    // JATS has captions above what they belong to, and declarations behind the text.
    expect(found.filter((finding) => !finding.startsWith('jats moved'))).toEqual([])
  })

  it('LaTeX has every run of words in its order', () => {
    const written = latexWords(file('latex/paper.tex'), article)
    const runs = pieces(article.body.children.filter(({type}) => type !== 'bibliography') as Array<Nodes>)
    const shown = runs.filter((run) => !written.listed.includes(run))
    expect(shown.length).toBeGreaterThan(10)
    expect(missing(shown, written.text)).toEqual([])
  })
})

function countsOf(article: Article, isNumbered: boolean): Counts {
  const nodes = [...walk(textsOf(article))]
  const floats = (kind: string) =>
    nodes.filter(
      (node) =>
        node.type === 'figure' &&
        node.kind === kind &&
        (!isNumbered || node.number !== undefined) &&
        node.part === undefined
    ).length
  return {
    figures: floats('figure'),
    tables: floats('table'),
    equations: nodes.filter((node) => node.type === 'math' && node.data?.number !== undefined).length,
    notes: article.notes.length,
    references: nodes.filter(({type}) => type === 'reference').length
  }
}

type Patterns = Readonly<Partial<Record<keyof Counts, RegExp>>>

const pagePatterns: Patterns = {
  figures: /<figure class="figure/g,
  tables: /<figure class="table/g,
  equations: /<\/div><span class="number">/g,
  notes: /<li id="note-/g,
  references: /<li id="ref-/g
}

const latexPatterns: Patterns = {
  figures: /\\begin\{figure\*?\}/g,
  tables: /\\begin\{table\*?\}/g,
  equations: /\\begin\{equation\}|\\tag\{/g,
  notes: /\\footnote(?:text\[\d+\])?\{/g,
  references: /\\bibitem/g
}

const markdownPatterns: Patterns = {
  figures: /^!\[Figure\s\d+\./gm,
  tables: /^: Table\s\d+\./gm,
  equations: /\\tag\{/g,
  notes: /^\[\^\d+\]:/gm,
  references: /^\[\\\[\d+\\\]\]\{#ref-/gm
}

function counted(text: string, patterns: Patterns): Partial<Counts> {
  return Object.fromEntries(
    Object.entries(patterns).map(([kind, pattern]) => [kind, [...text.matchAll(pattern)].length])
  )
}

/** How many elements of a kind the tree of tags has. */
function kindsOf(pdf: PDFDocument): (kind: string) => number {
  const dicts = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
  const elements = dicts.filter((dict) => dict.has(PDFName.of('P')) && dict.has(PDFName.of('S')))
  return (kind) => elements.filter((dict) => dict.get(PDFName.of('S')) === PDFName.of(kind)).length
}
