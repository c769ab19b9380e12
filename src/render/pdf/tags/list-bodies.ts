import type {PDFDict, PDFDocument, PDFObject} from '@cantoo/pdf-lib'
import type {Library} from './tree.ts'
import {elementOf, kidsOf, typeOf} from './tree.ts'

/** Put what a list item says, its label apart, into an `LBody` (ISO 32000-1, 14.8.4.3.3; PDF/UA-1, 7.6). */
export function addListBodies(pdf: PDFDocument, library: Library, elements: Iterable<PDFDict>): void {
  for (const element of elements) {
    if (typeOf(element, library) === 'LI') addBody(element, pdf, library)
  }
}

function addBody(item: PDFDict, pdf: PDFDocument, library: Library): void {
  const {PDFName} = library
  const labels: Array<PDFObject> = []
  const rest: Array<PDFObject> = []
  for (const kid of kidsOf(item, library)) {
    const element = elementOf(kid, pdf, library)
    // Marked content of the item's own is known to the parent tree as such; it stays where it is.
    if (element === undefined) return
    const type = typeOf(element, library)
    if (type === 'LBody') return
    if (type === 'Lbl') labels.push(kid)
    else rest.push(kid)
  }
  const [first] = [...labels, ...rest]
  const self = first && elementOf(first, pdf, library)?.get(PDFName.of('P'))
  if (rest.length === 0 || self === undefined) return
  const body = pdf.context.obj({Type: 'StructElem', S: 'LBody'})
  body.set(PDFName.of('P'), self)
  body.set(PDFName.of('K'), pdf.context.obj(rest))
  const reference = pdf.context.register(body)
  for (const kid of rest) elementOf(kid, pdf, library)?.set(PDFName.of('P'), reference)
  item.set(PDFName.of('K'), pdf.context.obj([...labels, reference]))
}
