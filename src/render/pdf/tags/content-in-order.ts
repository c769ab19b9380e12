import type {PDFDict, PDFDocument, PDFNumber, PDFObject} from '@cantoo/pdf-lib'
import type {Library} from './tree.ts'
import {kidsOf, nameOf, structureRoot, typeOf} from './tree.ts'

/** Types that do not end a line. */
const transparent = new Set(['Code', 'Em', 'Formula', 'Link', 'NonStruct', 'Quote', 'Span', 'Strong', 'Sub'])

/** A piece of marked content: its number, and the page it is on. */
export interface MarkedContent {
  readonly number: number
  readonly page: PDFDict | undefined
}

/** What is yet to be visited; no kid where a block ends. */
interface Pending {
  readonly kid: PDFObject | undefined
  readonly page: PDFDict | undefined
  readonly inFormula: boolean
}

/**
 * Marked content in the order of the structure tree, which is that of reading; `undefined` where a block begins or ends,
 * and after each part of a formula: it has no lines.
 */
export function contentInOrder(pdf: PDFDocument, library: Library): ReadonlyArray<MarkedContent | undefined> {
  const {PDFDict, PDFNumber} = library
  const [pageKey, numberKey] = [nameOf('Pg', library), nameOf('MCID', library)]
  const found: Array<MarkedContent | undefined> = []
  const seen = new Set<PDFDict>()
  const queue: Array<Pending> = []
  const root = structureRoot(pdf, library)
  if (root !== undefined) queue.push({kid: root, page: undefined, inFormula: false})
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const {inFormula} = next
    const kid = next.kid && pdf.context.lookup(next.kid)
    if (kid instanceof PDFNumber) content(kid, next.page, inFormula)
    else if (!(kid instanceof PDFDict)) found.push(undefined)
    else if (!seen.has(kid)) {
      seen.add(kid)
      const page = kid.lookupMaybe(pageKey, PDFDict) ?? next.page
      const number = kid.lookupMaybe(numberKey, PDFNumber)
      if (number === undefined) open(kid, page, inFormula)
      else content(number, page, inFormula)
    }
  }
  return found

  function content(number: PDFNumber, page: PDFDict | undefined, inFormula: boolean): void {
    found.push({number: number.asNumber(), page})
    if (inFormula) found.push(undefined)
  }

  function open(element: PDFDict, page: PDFDict | undefined, isWithin: boolean): void {
    // References to annotations are no blocks.
    if (element.get(nameOf('Type', library)) === nameOf('OBJR', library)) return
    const type = element.has(nameOf('S', library)) ? typeOf(element, library) : undefined
    const isBlock = type === undefined || !transparent.has(type)
    const inFormula = isWithin || type === 'Formula'
    if (isBlock) {
      queue.push({kid: undefined, page, inFormula})
      found.push(undefined)
    }
    for (const kid of kidsOf(element, library).reverse()) queue.push({kid, page, inFormula})
  }
}
