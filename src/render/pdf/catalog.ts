import type {PDFDocument} from '@cantoo/pdf-lib'

type Library = typeof import('@cantoo/pdf-lib')

/** Say in the catalog what language the text is in, and that a window shows its title. */
export function setCatalog(pdf: PDFDocument, {PDFDict, PDFName, PDFString}: Library, language: string): void {
  const {catalog, context} = pdf
  catalog.set(PDFName.of('Lang'), PDFString.of(language))
  const preferences = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict) ?? context.obj({})
  preferences.set(PDFName.of('DisplayDocTitle'), context.obj(true))
  catalog.set(PDFName.of('ViewerPreferences'), preferences)
}

/** Put the XMP packet into the document, in place of the one that was there. */
export function setMetadata({catalog, context}: PDFDocument, {PDFName, PDFRef}: Library, xmp: string): void {
  // Not compressed, so that programs that know no PDF find it (ISO 32000-1, 14.3.2).
  const stream = context.stream(new TextEncoder().encode(xmp), {Type: 'Metadata', Subtype: 'XML'})
  const before = catalog.get(PDFName.of('Metadata'))
  if (before instanceof PDFRef) context.assign(before, stream)
  else catalog.set(PDFName.of('Metadata'), context.register(stream))
}
