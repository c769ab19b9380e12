import {createHash} from 'node:crypto'
import type {PDFDocument} from '@cantoo/pdf-lib'
import type {Cut} from '../cut.ts'
import {attachFormulas} from './attach-formulas.ts'
import type {Attachment} from './attachments.ts'
import {nameBookmarks} from './bookmarks.ts'
import {setCatalog} from './catalog.ts'
import {cutPages} from './cut-marks.ts'
import type {Description} from './description.ts'
import {attach} from './embed.ts'
import {producerOf, setInfo} from './info.ts'
import {placeLinks} from './links/index.ts'
import type {Marked} from './marks.ts'
import {mark} from './marks.ts'
import {nameGlyphs} from './nameless-glyphs.ts'
import {labelPages} from './page-labels.ts'
import {save} from './save.ts'
import {repairTags} from './tags/index.ts'
import {pageContents} from './tags/page-contents.ts'
import {readStructure} from './tags/structure.ts'

type Library = typeof import('@cantoo/pdf-lib')

/** What a finished PDF is to say. */
export interface About {
  readonly description: Description
  /** Of places in the article, by identifier. */
  readonly names: ReadonlyMap<string, string>
  /** What was printed. */
  readonly source: string
  /** Its words, as `wordsOf` has them. */
  readonly words: ReadonlySet<string>
  /** Of the headings that are printed, in order. */
  readonly titles: ReadonlyArray<string>
  /** The number of the first page. */
  readonly firstPage: number
  readonly attachments: ReadonlyArray<Attachment>
  /** The MathML that formulas carry, as `formulasOf` has it; `undefined` if they carry none. */
  readonly formulas: ReadonlyMap<string, string> | undefined
  /** Where links lead, in order, if browsers misplace them; `undefined` if they do not. */
  readonly links?: ReadonlyArray<string> | undefined
  /** How its sheets are cut; `undefined` if they are not. */
  readonly cut?: Cut | undefined
  /** Whether it is to be PDF/A. */
  readonly archival: boolean
}

export interface Finished extends Omit<Marked, 'packet'> {
  readonly bytes: Uint8Array
  readonly pages: number
}

/**
 * Make of what a browser printed the same bytes whenever and wherever it was printed, and have it say what it is.
 * It is marked as PDF/UA-1 and PDF/A only where the conditions that are checked find nothing.
 */
export async function finish(
  pdf: PDFDocument,
  library: Library,
  {description, names, source, words, titles, firstPage, attachments, formulas, archival, links, cut}: About
): Promise<Finished> {
  const producer = producerOf(pdf, library)
  setInfo(pdf, library, description)
  setCatalog(pdf, library, description.language)
  nameBookmarks(pdf, library, titles)
  labelPages(pdf, library, firstPage)
  attach(pdf, library, attachments, description.date)
  const root = readStructure(pdf, library)
  const pages = pageContents(pdf, library)
  if (links !== undefined) placeLinks(pdf, library, {root, pages, addresses: links})
  repairTags(pdf, library, {root, pages, names, words})
  if (cut !== undefined) cutPages(pdf, library, cut)
  if (formulas !== undefined) {
    nameGlyphs(pdf, library)
    attachFormulas(pdf, library, {root, formulas}, description.date)
  }
  // Objects in streams came with PDF 1.5.
  pdf.context.header = library.PDFHeader.forVersion(1, 7)
  const files = attachments.map(({bytes}) => bytes)
  identify(pdf, library, [source, ...files])
  const {packet, ...found} = mark(pdf, library, {description, producer, archival})
  identify(pdf, library, [source, packet, ...files])
  const bytes = await save(pdf, library)
  return {bytes, pages: pdf.getPageCount(), ...found}
}

/** Give the file an identifier (ISO 32000-1, 14.4) that follows from what it was made of. */
function identify({context}: PDFDocument, {PDFHexString}: Library, parts: ReadonlyArray<string | Uint8Array>): void {
  const hash = createHash('sha256')
  for (const [index, part] of parts.entries()) hash.update(index === 0 ? '' : '\0').update(part)
  const id = PDFHexString.of(hash.digest('hex').slice(0, 32))
  context.trailerInfo.ID = context.obj([id, id])
}
