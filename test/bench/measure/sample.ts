import {randomUUID} from 'node:crypto'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {encode} from 'fast-png'
import {afterAll} from 'vitest'
import {article} from '../../../bench/article.ts'
import {measureFile} from '../../../bench/measure/file.ts'
import {run} from '../../../bench/measure/tool.ts'
import {build} from '../../../src/build.ts'
import type {World} from '../../../src/model/world.ts'
import {hasBrowser} from '../../support/browser.ts'
import type {Files} from '../../support/manuscript.ts'
import {worldOf} from '../../support/manuscript.ts'

const lacking = ['pdftotext', 'pdftoppm', 'pdfimages', 'qpdf'].filter(
  (command) => run(command, ['--version']) === undefined
)
if (lacking.length > 0) console.warn(`Tests that measure pages are skipped: there is no ${lacking.join(', ')}`)

/** Whether all is here that measuring the sample takes. */
export const canMeasure = hasBrowser && lacking.length === 0

/** How the sample is built. */
export interface Making {
  readonly print: World['print']
  readonly template?: string
  /** Lines of the front matter. */
  readonly front?: string
  /** What changes its text. */
  readonly text?: (markdown: string) => string
  /** Dots of its picture from side to side. */
  readonly dots?: number
}

export interface Made {
  readonly pdf: Uint8Array
  /** The same article as HTML. */
  readonly html: Uint8Array
}

/** Some pages with all that is measured: notes, citations, DOIs, formulas, drawings, a picture, a table that goes on over pages. */
export async function sample({print, template, front = '', text = (same) => same, dots = 1600}: Making): Promise<Made> {
  const size = {paragraphs: 14, sections: 7, references: 14, citations: 20, figures: 1}
  const sources = article({...size, mentions: 0, tables: 1, equations: 4, notes: 5})
  const {'paper.md': paper, ...files} = Object.fromEntries(sources.map(({path, bytes}) => [path, bytes]))
  const written = new TextDecoder().decode(paper)
  const whole = written
    .replace('csl: apa\n', `date: 2025-03-09\n${front}`)
    .replace('# References', `![A picture.](picture.png){alt="A picture"}\n\n${longTable()}\n\n# References`)
  const all: Files = {...files, 'picture.png': picture(dots)}
  const {output, problems} = await build(worldOf(text(whole), all, {print}), {to: ['pdf', 'html'], template})
  const [pdf, html] = [output.get('paper.pdf'), output.get('paper.html')]
  if (pdf === undefined || html === undefined) throw new Error(problems.map(({reason}) => reason).join('\n'))
  return {pdf, html}
}

/** Rows of which no page holds all. */
function longTable(): string {
  const rows = Array.from({length: 60}, (_, row) => `| Row ${row} | ${row * row} |`)
  return ['| Number | Square |', '|:--|--:|', ...rows, '', ': Squares of numbers.'].join('\n')
}

function picture(dots: number): Uint8Array {
  const [width, height] = [dots, Math.round(dots / 8)]
  const data = Uint8Array.from({length: width * height}, (_, at) => (at % width) / (width / 255))
  return encode({width, height, data, channels: 1, depth: 8})
}

/** A folder that is gone after the tests. */
export function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-measures-'))
  afterAll(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

/** Measures PDFs, beside their words in HTML; what is missed, and how. */
export function measuring(): (pdf: Uint8Array, html: Uint8Array) => Promise<ReadonlyArray<string>> {
  const folder = folderOfTest()
  return async (pdf, html) => {
    const [path, words] = [join(folder, `${randomUUID()}.pdf`), join(folder, 'words.html')]
    writeFileSync(path, pdf)
    writeFileSync(words, html)
    const {all} = await measureFile(path, {words})
    return all
      .filter(({holds}) => holds === false)
      .map(({id, what, value}) => (process.env['VALUES'] ? `${id} ${what}: ${value}` : `${id} ${what}`))
  }
}
