import type {PDFDict, PDFDocument, PDFPage} from '@cantoo/pdf-lib'
import {artifactMarks} from './artifact-marks.ts'
import {contentOf, readContent} from './content.ts'
import type {Edit} from './edits.ts'
import {operations} from './operations.ts'
import type {PageFont} from './page-fonts.ts'
import {pageFonts} from './page-fonts.ts'
import {softHyphenCuts} from './soft-hyphens.ts'
import type {TextRun} from './text-runs.ts'
import {textRuns} from './text-runs.ts'
import type {Library} from './tree.ts'

/** What paints a page, read once. */
export interface PageContent {
  readonly page: PDFPage
  readonly content: string
  readonly fonts: ReadonlyMap<string, PageFont>
  /** By number of marked content. */
  readonly runs: ReadonlyMap<number, ReadonlyArray<TextRun>>
  /** Marks around what is outside the structure tree, and the end of soft hyphens. */
  readonly edits: ReadonlyArray<Edit>
}

/** By the dictionary of the page. */
export type Pages = ReadonlyMap<PDFDict, PageContent>

/** Read the content of each page; a page whose content cannot be read is left out. */
export function pageContents(pdf: PDFDocument, library: Library): Pages {
  const pages = new Map<PDFDict, PageContent>()
  const fontsOf = pageFonts(library)
  for (const page of pdf.getPages()) {
    const content = readContent(page, library)
    if (content === undefined) continue
    const fonts = fontsOf(page)
    const painted = operations(content)
    const runs = byContent(textRuns(content, painted, fonts, library))
    const objects = page.node.Resources()?.lookupMaybe(library.PDFName.of('XObject'), library.PDFDict)
    const artifacts = artifactMarks(painted, (name) => isUntagged(objects, name, library))
    const hyphens = content.includes('/ActualText') ? softHyphenCuts(content, painted) : []
    pages.set(page.node, {page, content, fonts, runs, edits: [...artifacts, ...hyphens]})
  }
  return pages
}

function byContent(runs: ReadonlyArray<TextRun>): ReadonlyMap<number, ReadonlyArray<TextRun>> {
  const groups = new Map<number, Array<TextRun>>()
  for (const run of runs) {
    const others = groups.get(run.content)
    if (others === undefined) groups.set(run.content, [run])
    else others.push(run)
  }
  return groups
}

function isUntagged(objects: PDFDict | undefined, name: string, library: Library): boolean {
  const object = objects?.lookup(library.PDFName.of(name))
  if (!(object instanceof library.PDFRawStream)) return false
  if (object.dict.get(library.PDFName.of('Subtype')) === library.PDFName.of('Image')) return true
  return contentOf(object, library)?.includes('BDC') === false
}
