import type {PDFDict, PDFDocument, PDFObject} from '@cantoo/pdf-lib'

/** The part of pdf-lib that is loaded late, handed from function to function. */
export type Library = typeof import('@cantoo/pdf-lib')

/** The root of the structure tree (ISO 32000-1, 14.7.2), if the document is tagged. */
export function structureRoot(pdf: PDFDocument, {PDFDict, PDFName}: Library): PDFDict | undefined {
  return pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
}

/** Every structure element, each once, parents before their children. */
export function elementsOf(pdf: PDFDocument, library: Library): ReadonlyArray<PDFDict> {
  const root = structureRoot(pdf, library)
  const seen = new Set<PDFDict>()
  const queue = root === undefined ? [] : [root]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    for (const kid of kidsOf(next, library).reverse()) {
      const element = elementOf(kid, pdf, library)
      if (element !== undefined) queue.push(element)
    }
  }
  if (root !== undefined) seen.delete(root)
  return [...seen]
}

/** What an element holds, as written: references, dictionaries, numbers of marked content. */
export function kidsOf(element: PDFDict, {PDFArray, PDFName}: Library): Array<PDFObject> {
  const kids = element.lookup(PDFName.of('K'))
  if (kids instanceof PDFArray) return kids.asArray().slice()
  const kid = element.get(PDFName.of('K'))
  return kid === undefined ? [] : [kid]
}

/** A kid as an element; `undefined` for marked content and references to annotations. */
export function elementOf(kid: PDFObject, {context}: PDFDocument, {PDFDict, PDFName}: Library): PDFDict | undefined {
  const dict = context.lookup(kid)
  return dict instanceof PDFDict && dict.has(PDFName.of('S')) ? dict : undefined
}

/** An element's type, such as `LI`. */
export function typeOf(element: PDFDict, {PDFName}: Library): string {
  return element.lookup(PDFName.of('S'), PDFName).decodeText()
}
