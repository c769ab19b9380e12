import {createHash} from 'node:crypto'
import {nameBookmarks} from './bookmarks.ts'
import {setCatalog} from './catalog.ts'
import type {Description} from './description.ts'
import {producerOf, setInfo} from './info.ts'
import {labelPages} from './page-labels.ts'
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
}

export interface Finished {
  readonly bytes: Uint8Array
  readonly pages: number
}

/**
 * Make of what a browser printed the same bytes whenever and wherever it was printed, and have it say what it is.
 * The file's identifier (ISO 32000-1, 14.4) follows from what was printed.
 */
export async function finish(
  printed: Uint8Array,
  library: Library,
  {description, names, source, titles, firstPage}: About
): Promise<Finished> {
  const pdf = await library.PDFDocument.load(printed, {
    updateMetadata: false,
    parseSpeed: library.ParseSpeeds.Fastest
  })
  const producer = producerOf(pdf, library)
  const packet = xmp(description, producer)
  setInfo(pdf, library, description)
  setCatalog(pdf, library, description.language, packet)
  nameBookmarks(pdf, library, titles)
  labelPages(pdf, library, firstPage)
  repairTags(pdf, library, names, source)
  // Objects in streams came with PDF 1.5.
  pdf.context.header = library.PDFHeader.forVersion(1, 7)
  const hash = createHash('sha256').update(source).update('\0').update(packet).digest('hex').slice(0, 32)
  const id = library.PDFHexString.of(hash)
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id])
  const bytes = await pdf.save({
    updateFieldAppearances: false,
    addDefaultPage: false,
    objectsPerTick: Number.POSITIVE_INFINITY
  })
  return {bytes, pages: pdf.getPageCount()}
}
