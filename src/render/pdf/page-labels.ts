import type {PDFDocument} from '@cantoo/pdf-lib'

type Library = typeof import('@cantoo/pdf-lib')

/** Have windows number the pages as they are printed (ISO 32000-1, 12.4.2), from `first` on. */
export function labelPages(pdf: PDFDocument, {PDFName}: Library, first: number): void {
  const {catalog, context} = pdf
  catalog.set(PDFName.of('PageLabels'), context.obj({Nums: [0, {S: 'D', St: first}]}))
}
