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

/** What is yet to be visited. */
interface Pending {
  readonly kid: PDFObject
  readonly page: PDFDict | undefined
  readonly inFormula: boolean
}

/**
 * Marked content in the order of the structure tree, which is that of reading; `undefined` where a block begins or ends,
 * and after each part of a formula: it has no lines.
 */
export function* contentInOrder(pdf: PDFDocument, library: Library): Generator<MarkedContent | undefined> {
  const {PDFDict, PDFNumber} = library
  const root = structureRoot(pdf, library)
  const seen = new Set<PDFDict>()
  const queue: Array<Pending | undefined> = []
  if (root !== undefined) queue.push({kid: root, page: undefined, inFormula: false})
  while (queue.length > 0) {
    const next = queue.pop()
    const kid = next && pdf.context.lookup(next.kid)
    if (next === undefined || !(kid instanceof PDFNumber || kid instanceof PDFDict)) yield undefined
    else if (kid instanceof PDFNumber) yield* content(kid, next)
    else if (!seen.has(kid)) {
      seen.add(kid)
      const pending = {...next, page: kid.lookupMaybe(nameOf('Pg', library), PDFDict) ?? next.page}
      const number = kid.lookupMaybe(nameOf('MCID', library), PDFNumber)
      yield* number === undefined ? open(kid, pending) : content(number, pending)
    }
  }

  function* content(number: PDFNumber, {page, inFormula}: Pending): Generator<MarkedContent | undefined> {
    yield {number: number.asNumber(), page}
    if (inFormula) yield undefined
  }

  function* open(element: PDFDict, pending: Pending): Generator<undefined> {
    // References to annotations are no blocks.
    if (element.get(nameOf('Type', library)) === nameOf('OBJR', library)) return
    const type = element.has(nameOf('S', library)) ? typeOf(element, library) : undefined
    const isBlock = type === undefined || !transparent.has(type)
    const inFormula = pending.inFormula || type === 'Formula'
    if (isBlock) {
      queue.push(undefined)
      yield undefined
    }
    for (const kid of kidsOf(element, library).reverse()) queue.push({...pending, kid, inFormula})
  }
}
