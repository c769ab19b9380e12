import type {PDFDict, PDFDocument, PDFName, PDFObject, PDFRef} from '@cantoo/pdf-lib'

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

/** Every structure element, each once, parents before their children, and the references by which they are held. */
export function referencedElements(pdf: PDFDocument, library: Library): ReadonlyMap<PDFDict, PDFRef | undefined> {
  const {PDFArray, PDFDict, PDFRef} = library
  const [kidsKey, typeKey] = [nameOf('K', library), nameOf('S', library)]
  const {context} = pdf
  const found = new Map<PDFDict, PDFRef | undefined>()
  const root = structureRoot(pdf, library)
  const queue = root === undefined ? [] : [root]
  const references: Array<PDFRef | undefined> = [undefined]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const reference = references.pop()
    if (found.has(next)) continue
    found.set(next, reference)
    const kid = next.get(kidsKey)
    const kids = kid instanceof PDFRef ? context.lookup(kid) : kid
    if (!(kids instanceof PDFArray)) enter(kid)
    else for (let index = kids.size() - 1; index >= 0; index -= 1) enter(kids.get(index))
  }
  if (root !== undefined) found.delete(root)
  return found

  function enter(kid: PDFObject | undefined): void {
    const element = kid instanceof PDFRef ? context.lookup(kid) : kid
    if (!(element instanceof PDFDict && element.has(typeKey))) return
    queue.push(element)
    references.push(kid instanceof PDFRef ? kid : undefined)
  }
}

/** Every structure element, each once, parents before their children. */
export function elementsOf(pdf: PDFDocument, library: Library): ReadonlyArray<PDFDict> {
  return [...referencedElements(pdf, library).keys()]
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
  const name = element.lookup(nameOf('S', library), library.PDFName)
  const known = types.get(name) ?? name.decodeText()
  types.set(name, known)
  return known
}
