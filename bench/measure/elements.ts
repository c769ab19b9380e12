import type {PDFDict, PDFDocument, PDFObject} from '@cantoo/pdf-lib'
import type {Library} from '../../src/render/pdf/tags/tree.ts'
import {nameOf, typeNamed} from '../../src/render/pdf/tags/tree.ts'

/** What an element holds, as written: references, dictionaries, numbers of marked content. */
export function kidsOf(element: PDFDict, library: Library): Array<PDFObject> {
  const kid = element.get(nameOf('K', library))
  if (kid === undefined) return []
  const kids = kid instanceof library.PDFRef ? element.context.lookup(kid) : kid
  return kids instanceof library.PDFArray ? kids.asArray().slice() : [kid]
}

/** A kid as an element; `undefined` for marked content and references to annotations. */
export function elementOf(kid: PDFObject, {context}: PDFDocument, library: Library): PDFDict | undefined {
  const dict = context.lookup(kid)
  return dict instanceof library.PDFDict && dict.has(nameOf('S', library)) ? dict : undefined
}

/** An element's type, such as `LI`. */
export function typeOf(element: PDFDict, library: Library): string {
  return typeNamed(element.lookup(nameOf('S', library), library.PDFName))
}
