import type {PDFDict, PDFDocument, PDFPage} from '@cantoo/pdf-lib'
import {readContent, writeContent} from './content.ts'
import {contentInOrder} from './content-in-order.ts'
import type {PageFont} from './page-fonts.ts'
import {pageFonts} from './page-fonts.ts'
import type {TextRun} from './text-runs.ts'
import {textRuns} from './text-runs.ts'
import type {Library} from './tree.ts'

/** The content of a page with its text. */
interface PageText {
  readonly page: PDFPage
  readonly content: string
  readonly fonts: ReadonlyMap<string, PageFont>
  /** By number of marked content. */
  readonly runs: ReadonlyMap<number, ReadonlyArray<TextRun>>
}

/**
 * Put back the spaces at the ends of lines, which browsers do not paint, so that the tags read “of tides” and not “oftides”.
 * `words` holds what has white space after it in the text, in capitals: a line that ends in anything else ends within a word.
 */
export function addSpaces(pdf: PDFDocument, library: Library, words: ReadonlySet<string>): void {
  const pages = new Map<PDFDict, PageText>()
  const fontsOf = pageFonts(library)
  for (const page of pdf.getPages()) {
    const content = readContent(page, library)
    if (content === undefined) continue
    const fonts = fontsOf(page)
    const runs = new Map<number, Array<TextRun>>()
    for (const run of textRuns(content, fonts, library)) {
      const others = runs.get(run.content)
      if (others === undefined) runs.set(run.content, [run])
      else others.push(run)
    }
    pages.set(page.node, {page, content, fonts, runs})
  }
  const ends = new Map<PageText, Array<TextRun>>()
  let last: {readonly text: PageText; readonly run: TextRun} | undefined
  for (const next of textInOrder(pdf, library, pages)) {
    if (last !== undefined && next !== undefined && isLineEnd(last, next) && words.has(last.run.lastWord.toUpperCase()))
      ends.set(last.text, [...(ends.get(last.text) ?? []), last.run])
    last = next
  }
  for (const [text, runs] of ends) writeContent(pdf, text.page, withSpaces(text, runs), library)
}

function isLineEnd(one: {text: PageText; run: TextRun}, next: {text: PageText; run: TextRun}): boolean {
  if (one.text !== next.text) return true
  return Math.abs(next.run.y - one.run.y) > 0.7 * Math.max(one.run.size, next.run.size) && next.run.x <= one.run.lastX
}

/** Runs in the order of the structure tree, which is that of reading; `undefined` where a block begins or ends. */
function* textInOrder(
  pdf: PDFDocument,
  library: Library,
  pages: ReadonlyMap<PDFDict, PageText>
): Generator<{readonly text: PageText; readonly run: TextRun} | undefined> {
  for (const content of contentInOrder(pdf, library)) {
    const text = content?.page && pages.get(content.page)
    if (content === undefined || text === undefined) yield undefined
    else for (const run of text.runs.get(content.number) ?? []) yield {text, run}
  }
}
/** The content with a space, which leaves no ink, after each of the runs. */
function withSpaces({content, fonts}: PageText, runs: ReadonlyArray<TextRun>): string {
  const [name, other] = [...fonts].find(([, {space}]) => space !== undefined) ?? []
  const parts: Array<string> = []
  let copied = 0
  for (const {end, font} of [...runs].sort((one, next) => one.end - next.end)) {
    const own = font.space !== undefined
    if (!own && other === undefined) continue
    const select = own ? '' : `/${name} 1 Tf `
    parts.push(content.slice(copied, end), `${select}<${font.space ?? other?.space}> Tj\n`)
    copied = end
  }
  return [...parts, content.slice(copied)].join('')
}
