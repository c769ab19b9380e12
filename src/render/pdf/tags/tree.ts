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
export function kidsOf(element: PDFDict, library: Library): Array<PDFObject> {
  const key = nameOf('K', library)
  const kids = element.lookup(key)
  if (kids instanceof library.PDFArray) return kids.asArray().slice()
  const kid = element.get(key)
  return kid === undefined ? [] : [kid]
}

/** A kid as an element; `undefined` for marked content and references to annotations. */
export function elementOf(kid: PDFObject, {context}: PDFDocument, library: Library): PDFDict | undefined {
  const dict = context.lookup(kid)
  return dict instanceof library.PDFDict && dict.has(nameOf('S', library)) ? dict : undefined
}

/** The references of all objects, by these: pdf-lib looks through all of them for one. */
export function referencesOf({context}: PDFDocument): ReadonlyMap<PDFObject, PDFRef> {
  return new Map(context.enumerateIndirectObjects().map(([reference, object]) => [object, reference]))
}

/** An element's type, such as `LI`. */
export function typeOf(element: PDFDict, library: Library): string {
  const name = element.lookup(nameOf('S', library), library.PDFName)
  const written = name.asString()
  return written.includes('#') ? name.decodeText() : written.slice(1)
}
