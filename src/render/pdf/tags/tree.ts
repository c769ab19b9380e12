import type {PDFDict, PDFDocument, PDFName} from '@cantoo/pdf-lib'

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

const types = new Map<PDFName, string>()

/** The type that a name stands for. */
export function typeNamed(name: PDFName): string {
  const known = types.get(name) ?? name.decodeText()
  types.set(name, known)
  return known
}
