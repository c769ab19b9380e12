import type {PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import type {Finding} from '../check/index.ts'
import type {Library} from '../tags/tree.ts'

const actions = new Set(['GoTo', 'GoToR', 'Named', 'Thread', 'URI'])
/** Bits of `F` (ISO 32000-1, Table 165): what is printed, and what hides. */
const [print, hiding] = [0b100, 0b1_0010_0011]

/** Whether annotations are links that are printed and lead somewhere, and do no more (6.3, 6.5). */
export function* checkAnnotations(pdf: PDFDocument, library: Library): Generator<Finding> {
  const {PDFArray, PDFDict, PDFName} = library
  for (const [index, {node}] of pdf.getPages().entries()) {
    const page = index + 1
    if (node.has(PDFName.of('AA'))) yield {condition: '6.5.2', what: 'something happens when a page is opened', page}
    const list = node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    for (let at = 0; at < (list?.size() ?? 0); at += 1) {
      const annotation = list?.lookupMaybe(at, PDFDict)
      if (annotation !== undefined) for (const finding of checkAnnotation(annotation, library)) yield {...finding, page}
    }
  }
}

function* checkAnnotation(annotation: PDFDict, {PDFDict, PDFName, PDFNumber}: Library): Generator<Finding> {
  const flags = annotation.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0
  if ((flags & print) === 0 || (flags & hiding) !== 0)
    yield {condition: '6.3.2', what: 'an annotation is hidden, or not printed'}
  const isLink = annotation.get(PDFName.of('Subtype')) === PDFName.of('Link')
  if (!isLink && !annotation.has(PDFName.of('AP'))) yield {condition: '6.3.3', what: 'an annotation has no picture'}
  if (annotation.has(PDFName.of('AA'))) yield {condition: '6.5.2', what: 'an annotation does something by itself'}
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.lookupMaybe(PDFName.of('S'), PDFName)
  if (action !== undefined && !actions.has(action.decodeText()))
    yield {condition: '6.5.1', what: 'a link does something other than to lead somewhere'}
}
