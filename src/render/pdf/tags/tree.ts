import type {PDFDict, PDFDocument, PDFName, PDFObject} from '@cantoo/pdf-lib'

/** The part of pdf-lib that is loaded late, handed from function to function. */
export type Library = typeof import('@cantoo/pdf-lib')

const names = new Map<string, PDFName>()

/** A name that is asked for over and over: pdf-lib looks for escapes in it each time. */
export function nameOf(text: string, {PDFName}: Library): PDFName {
  const known = names.get(text) ?? PDFName.of(text)
  names.set(text, known)
  return known
}

/** The root of the structure tree (ISO 32000-1, 14.7.2), if the document is tagged. */
export function structureRoot(pdf: PDFDocument, {PDFDict, PDFName}: Library): PDFDict | undefined {
  return pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
}

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

const types = new Map<PDFName, string>()

/** An element's type, such as `LI`. */
export function typeOf(element: PDFDict, library: Library): string {
  return typeNamed(element.lookup(nameOf('S', library), library.PDFName))
}

/** The type that a name stands for. */
export function typeNamed(name: PDFName): string {
  const known = types.get(name) ?? name.decodeText()
  types.set(name, known)
  return known
}
