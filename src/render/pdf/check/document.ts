import type {PDFDict} from '@cantoo/pdf-lib'
import type {Library} from '../tags/tree.ts'
import {structureRoot} from '../tags/tree.ts'
import type {Checked} from './checked.ts'
import type {Finding} from './finding.ts'

/** Whether the document says what it is, in what language, and is open to assistive technology (PDF/UA-1, 5, 7.1, 7.2, 7.10, 7.15, 7.16). */
export function* checkDocument({pdf, library}: Checked): Generator<Finding> {
  const {PDFBool, PDFDict, PDFName} = library
  const {catalog, context} = pdf
  const entry = (dict: PDFDict | undefined, name: string) => dict?.lookup(PDFName.of(name))
  const marks = catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)
  if (entry(marks, 'Marked') !== PDFBool.True || structureRoot(pdf, library) === undefined)
    yield {condition: '01-005', what: 'the document is not tagged'}
  if (entry(marks, 'Suspects') === PDFBool.True) yield {condition: '01-007', what: 'the tags are said to be suspect'}
  yield* checkMetadata(catalog, library)
  const titled = entry(catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict), 'DisplayDocTitle')
  if (titled === undefined) yield {condition: '07-001', what: 'nothing asks for the title to be shown'}
  else if (titled !== PDFBool.True)
    yield {condition: '07-002', what: 'the name of the file is to be shown, not the title'}
  if (!catalog.has(PDFName.of('Lang'))) yield {condition: '11-006', what: 'the language of the document is not said'}
  const layers = catalog.lookupMaybe(PDFName.of('OCProperties'), PDFDict)?.lookupMaybe(PDFName.of('D'), PDFDict)
  if (layers !== undefined && !layers.has(PDFName.of('Name'))) yield {condition: '20-002', what: 'layers have no name'}
  if (layers?.has(PDFName.of('AS')) === true) yield {condition: '20-003', what: 'layers turn on and off by themselves'}
  const form = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)
  if (form?.has(PDFName.of('XFA')) === true) yield {condition: '25-001', what: 'there is an XFA form'}
  if (context.trailerInfo.Encrypt !== undefined) yield {condition: '26-001', what: 'the document is encrypted'}
}

function* checkMetadata(catalog: PDFDict, {PDFName, PDFRawStream, decodePDFRawStream}: Library): Generator<Finding> {
  const stream = catalog.lookup(PDFName.of('Metadata'))
  if (!(stream instanceof PDFRawStream)) {
    yield {condition: '06-001', what: 'there is no XMP metadata'}
    return
  }
  const packet = new TextDecoder().decode(decodePDFRawStream(stream).decode())
  if (!/<pdfuaid:part>1<|pdfuaid:part="1"/.test(packet))
    yield {condition: '06-002', what: 'the XMP metadata does not name PDF/UA-1'}
  if (!/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]/.test(packet))
    yield {condition: '06-003', what: 'the XMP metadata has no title'}
}
