import {createHash} from 'node:crypto'
import {attachFormulas} from './attach-formulas.ts'
import type {Attachment} from './attachments.ts'
import {nameBookmarks} from './bookmarks.ts'
import {setCatalog, setMetadata} from './catalog.ts'
import type {Finding} from './check/index.ts'
import {check} from './check/index.ts'
import type {Description} from './description.ts'
import {attach} from './embed.ts'
import {producerOf, setInfo} from './info.ts'
import {placeLinks} from './links/index.ts'
import {labelPages} from './page-labels.ts'
import {save} from './save.ts'
import {repairTags} from './tags/index.ts'
import {xmp} from './xmp.ts'

type Library = typeof import('@cantoo/pdf-lib')

/** What a finished PDF is to say. */
export interface About {
  readonly description: Description
  /** Of places in the article, by identifier. */
  readonly names: ReadonlyMap<string, string>
  /** What was printed. */
  readonly source: string
  /** Of the headings that are printed, in order. */
  readonly titles: ReadonlyArray<string>
  /** The number of the first page. */
  readonly firstPage: number
  readonly attachments: ReadonlyArray<Attachment>
  /** Whether formulas carry their MathML. */
  readonly formulas: boolean
  /** Where links lead, in order, if browsers misplace them; `undefined` if they do not. */
  readonly links?: ReadonlyArray<string> | undefined
}

export interface Finished {
  readonly bytes: Uint8Array
  readonly pages: number
  /** Why it is not marked as PDF/UA-1; empty if it is. */
  readonly findings: ReadonlyArray<Finding>
}

/**
 * Make of what a browser printed the same bytes whenever and wherever it was printed, and have it say what it is.
 * It is marked as PDF/UA-1 (ISO 14289-1, 5) only where the conditions that are checked find nothing.
 * The file's identifier (ISO 32000-1, 14.4) follows from what was printed.
 */
export async function finish(
  printed: Uint8Array,
  library: Library,
  {description, names, source, titles, firstPage, attachments, formulas, links}: About
): Promise<Finished> {
  const pdf = await library.PDFDocument.load(printed, {
    updateMetadata: false,
    parseSpeed: library.ParseSpeeds.Fastest
  })
  const producer = producerOf(pdf, library)
  setInfo(pdf, library, description)
  setCatalog(pdf, library, description.language)
  nameBookmarks(pdf, library, titles)
  labelPages(pdf, library, firstPage)
  attach(pdf, library, attachments, description.date)
  if (links !== undefined) placeLinks(pdf, library, links)
  repairTags(pdf, library, names, source)
  if (formulas) attachFormulas(pdf, library, source, description.date)
  setMetadata(pdf, library, xmp(description, producer, {accessible: true}))
  const findings = check(pdf, library)
  const packet = xmp(description, producer, {accessible: findings.length === 0})
  setMetadata(pdf, library, packet)
  // Objects in streams came with PDF 1.5.
  pdf.context.header = library.PDFHeader.forVersion(1, 7)
  const hash = createHash('sha256').update(source).update('\0').update(packet)
  for (const {bytes} of attachments) hash.update('\0').update(bytes)
  const id = library.PDFHexString.of(hash.digest('hex').slice(0, 32))
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id])
  const bytes = await save(pdf, library)
  return {bytes, pages: pdf.getPageCount(), findings}
}
