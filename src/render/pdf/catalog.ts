import type {PDFDocument} from '@cantoo/pdf-lib'

type Library = typeof import('@cantoo/pdf-lib')

/** Say in the catalog what language the text is in, that a window shows its title, and where its XMP is. */
export function setCatalog(
  pdf: PDFDocument,
  {PDFDict, PDFName, PDFString}: Library,
  language: string,
  xmp: string
): void {
  const {catalog, context} = pdf
  catalog.set(PDFName.of('Lang'), PDFString.of(language))
  const preferences = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict) ?? context.obj({})
  preferences.set(PDFName.of('DisplayDocTitle'), context.obj(true))
  catalog.set(PDFName.of('ViewerPreferences'), preferences)
  // Not compressed, so that programs that know no PDF find it (ISO 32000-1, 14.3.2).
  const stream = context.stream(new TextEncoder().encode(xmp), {Type: 'Metadata', Subtype: 'XML'})
  catalog.set(PDFName.of('Metadata'), context.register(stream))
}
