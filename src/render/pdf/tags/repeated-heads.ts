import type {PDFDict, PDFDocument, PDFObject} from '@cantoo/pdf-lib'
import type {Edit} from './edits.ts'
import type {PageContent} from './page-contents.ts'
import type {Library} from './tree.ts'
import {elementOf, elementsOf, kidsOf, nameOf, typeOf} from './tree.ts'

/** Marked content that an element holds. */
interface Held {
  readonly kid: PDFObject
  readonly number: number
  readonly page: PageContent
}

/**
 * Take out of the structure tree what browsers paint anew above each part of a table that goes on in another column or on another page,
 * its head, and mark it as an artifact: it would be read out each time (ISO 32000-1, 14.8.2.2.2; PDF/UA-1, 7.1).
 */
export function repeatedHeads(
  pdf: PDFDocument,
  library: Library,
  pages: ReadonlyMap<PDFDict, PageContent>
): ReadonlyMap<PageContent, ReadonlyArray<Edit>> {
  const edits = new Map<PageContent, Array<Edit>>()
  const heads = elementsOf(pdf, library).filter((element) => isHead(element, pdf, library))
  for (const element of heads.flatMap((head) => within(head, pdf, library))) {
    const [first, ...others] = heldBy(element, pdf, library, pages)
    const again = first === undefined ? [] : others.filter((other) => isAgain(first, other))
    if (again.length === 0) continue
    const gone = new Set(again.map(({kid}) => kid))
    const kept = kidsOf(element, library).filter((kid) => !gone.has(kid))
    element.set(nameOf('K', library), pdf.context.obj(kept))
    for (const {page, number} of again)
      edits.set(page, [...(edits.get(page) ?? []), ...asArtifact(page.content, number)])
  }
  return edits
}

/** A row of nothing but headings: what browsers tag has no other sign of it. */
function isHead(element: PDFDict, pdf: PDFDocument, library: Library): boolean {
  if (typeOf(element, library) !== 'TR') return false
  const cells = kidsOf(element, library).map((kid) => elementOf(kid, pdf, library))
  return cells.length > 0 && cells.every((cell) => cell !== undefined && typeOf(cell, library) === 'TH')
}

/** An element and all below it. */
function within(element: PDFDict, pdf: PDFDocument, library: Library): ReadonlyArray<PDFDict> {
  const found = [element]
  for (const each of found)
    for (const kid of kidsOf(each, library)) {
      const inner = elementOf(kid, pdf, library)
      if (inner !== undefined) found.push(inner)
    }
  return found
}

function heldBy(
  element: PDFDict,
  pdf: PDFDocument,
  library: Library,
  pages: ReadonlyMap<PDFDict, PageContent>
): ReadonlyArray<Held> {
  const {PDFDict, PDFNumber} = library
  const own = element.lookupMaybe(nameOf('Pg', library), PDFDict)
  return kidsOf(element, library).flatMap((kid): ReadonlyArray<Held> => {
    const content = pdf.context.lookup(kid)
    const dict = content instanceof PDFDict ? content : undefined
    const number = content instanceof PDFNumber ? content : dict?.lookupMaybe(nameOf('MCID', library), PDFNumber)
    const page = pages.get(dict?.lookupMaybe(nameOf('Pg', library), PDFDict) ?? own ?? element)
    return number === undefined || page === undefined ? [] : [{kid, number: number.asNumber(), page}]
  })
}

/** Lines of one cell stand below each other on one page; what does not is the same again. */
function isAgain(first: Held, other: Held): boolean {
  if (first.page !== other.page) return true
  const [from, to] = [heightOf(first), heightOf(other)]
  return from !== undefined && to !== undefined && to > from - 1
}

/** Of its first line on the page, in points from the foot. */
function heightOf({page, number}: Held): number | undefined {
  const [run] = page.runs.get(number) ?? []
  return run && run.matrix[1] * run.x + run.matrix[3] * run.y + run.matrix[5]
}

function asArtifact(content: string, number: number): ReadonlyArray<Edit> {
  const begin = new RegExp(`/\\w+\\s*<<[^<>]*/MCID\\s+${number}\\b[^<>]*>>\\s*BDC`, 'g')
  return [...content.matchAll(begin)].map(({0: found, index}) => ({
    at: index,
    end: index + found.length,
    text: '/Artifact <</Type /Pagination>> BDC'
  }))
}
