import type {PDFDocument} from '@cantoo/pdf-lib'
import type {Library} from '../tags/tree.ts'

/** Which part of PDF/A a document is of: 3 is 2 with files of any kind within it. */
export function partOf(pdf: PDFDocument, {PDFDict, PDFName}: Library): 2 | 3 {
  const [type, file] = [PDFName.of('Type'), PDFName.of('Filespec')]
  const objects = pdf.context.enumerateIndirectObjects()
  return objects.some(([, object]) => object instanceof PDFDict && object.get(type) === file) ? 3 : 2
}
