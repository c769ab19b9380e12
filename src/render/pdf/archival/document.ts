import type {PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import type {Finding} from '../check/index.ts'
import type {Library} from '../tags/tree.ts'

/** Whether the document says what its colours are and which part of PDF/A it is, is open, still and whole in itself. */
export function* checkDocument(pdf: PDFDocument, library: Library): Generator<Finding> {
  const {PDFDict, PDFName} = library
  const {catalog, context} = pdf
  if (context.trailerInfo.ID === undefined) yield {condition: '6.1.3', what: 'the file has no identifier'}
  if (context.trailerInfo.Encrypt !== undefined) yield {condition: '6.1.3', what: 'the document is encrypted'}
  if (!hasIntent(catalog, library)) yield {condition: '6.2.3', what: 'nothing says what its colours are'}
  yield* checkMetadata(catalog, library)
  for (const key of ['AA', 'OpenAction'])
    if (catalog.has(PDFName.of(key))) yield {condition: '6.5.1', what: 'something happens when it is opened'}
  const trees = catalog.lookupMaybe(PDFName.of('Names'), PDFDict)
  if (trees?.has(PDFName.of('JavaScript')) === true) yield {condition: '6.5.1', what: 'it holds scripts'}
  if (trees?.has(PDFName.of('AlternatePresentations')) === true)
    yield {condition: '6.10', what: 'it is to be shown in other ways too'}
  if (catalog.has(PDFName.of('Requirements'))) yield {condition: '6.11', what: 'it requires something of its reader'}
  const form = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)
  if (form?.has(PDFName.of('XFA')) === true) yield {condition: '6.4.2', what: 'there is an XFA form'}
  yield* checkFiles(pdf, library)
}

function hasIntent(catalog: PDFDict, {PDFArray, PDFDict, PDFName, PDFStream}: Library): boolean {
  const intent = catalog.lookupMaybe(PDFName.of('OutputIntents'), PDFArray)?.lookupMaybe(0, PDFDict)
  const kind = intent?.get(PDFName.of('S'))
  return kind === PDFName.of('GTS_PDFA1') && intent?.lookup(PDFName.of('DestOutputProfile')) instanceof PDFStream
}

function* checkMetadata(catalog: PDFDict, {PDFName, PDFRawStream, decodePDFRawStream}: Library): Generator<Finding> {
  const stream = catalog.lookup(PDFName.of('Metadata'))
  const packet =
    stream instanceof PDFRawStream ? new TextDecoder().decode(decodePDFRawStream(stream).decode()) : undefined
  if (packet === undefined) yield {condition: '6.6.2.1', what: 'there is no XMP metadata'}
  else if (!/<pdfaid:part>[23]<[\s\S]*<pdfaid:conformance>[ABU]</.test(packet))
    yield {condition: '6.6.4', what: 'the XMP metadata does not name PDF/A'}
}

/** ISO 19005-3, 6.8: files within the document say what they are, and what to the document. */
function* checkFiles({context}: PDFDocument, {PDFDict, PDFName, PDFStream}: Library): Generator<Finding> {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Filespec'))) continue
    const file = object.lookupMaybe(PDFName.of('EF'), PDFDict)?.lookup(PDFName.of('F'))
    if (!(file instanceof PDFStream)) {
      yield {condition: '6.8', what: 'it names a file that it does not hold'}
      continue
    }
    if (!['F', 'UF', 'AFRelationship'].every((key) => object.has(PDFName.of(key))))
      yield {condition: '6.8', what: 'an embedded file does not say its name, or what it is to the document'}
    const type = file.dict.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText() ?? ''
    if (!/^[-\w+.]+\/[-\w+.]+$/.test(type)) yield {condition: '6.8', what: 'an embedded file has no media type'}
  }
}
