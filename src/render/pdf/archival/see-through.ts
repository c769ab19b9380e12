import type {PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import type {Library} from '../tags/tree.ts'

/** Whether anything that is painted lets through what lies beneath: soft masks, opacity, blending (ISO 32000-1, 11). */
export function isSeeThrough({context}: PDFDocument, library: Library): boolean {
  const {PDFDict, PDFStream} = library
  return context.enumerateIndirectObjects().some(([, object]) => {
    if (object instanceof PDFStream) return object.dict.has(library.PDFName.of('SMask'))
    return object instanceof PDFDict && blends(object, library)
  })
}

/** A graphics state. */
function blends(dict: PDFDict, {PDFName, PDFNumber}: Library): boolean {
  const none = (key: string, harmless: string) => {
    const value = dict.lookup(PDFName.of(key))
    return value === undefined || value === PDFName.of(harmless)
  }
  const full = ['ca', 'CA'].every((key) => {
    const value = dict.lookup(PDFName.of(key))
    return !(value instanceof PDFNumber) || value.asNumber() === 1
  })
  return !(full && none('BM', 'Normal') && none('SMask', 'None'))
}
