import type {PDFDict, PDFDocument, PDFObject} from '@cantoo/pdf-lib'
import type {Library} from './tree.ts'
import {elementOf, kidsOf, typeOf} from './tree.ts'

/**
 * Make a list (`L`; ISO 32000-1, 14.8.4.3.3) of a box of terms (`Lbl`) and what they mean (`LBody`), which browsers have no tags for:
 * each term, or several together, and the meanings that follow are one item.
 */
export function listDefinitions(box: PDFDict, pdf: PDFDocument, library: Library): void {
  const {PDFName} = library
  const self = pdf.context.getObjectRef(box)
  if (self === undefined) return
  const items: Array<Array<PDFObject>> = []
  let last = 'LBody'
  for (const kid of kidsOf(box, library)) {
    const element = elementOf(kid, pdf, library)
    const type = element && typeOf(element, library)
    // What stands between terms is none of them: the list stays a box.
    if (type !== 'Lbl' && type !== 'LBody') {
      flatten(box, pdf, library)
      return
    }
    if (type === 'Lbl' && last === 'LBody') items.push([])
    if (items.length === 0) items.push([])
    items.at(-1)?.push(kid)
    last = type
  }
  box.set(PDFName.of('S'), PDFName.of('L'))
  const references = items.map((kids) => {
    const item = pdf.context.obj({Type: 'StructElem', S: 'LI'})
    item.set(PDFName.of('P'), self)
    item.set(PDFName.of('K'), pdf.context.obj(kids))
    const reference = pdf.context.register(item)
    for (const kid of kids) elementOf(kid, pdf, library)?.set(PDFName.of('P'), reference)
    return reference
  })
  box.set(PDFName.of('K'), pdf.context.obj(references))
}

function flatten(box: PDFDict, pdf: PDFDocument, library: Library): void {
  for (const kid of kidsOf(box, library)) {
    const element = elementOf(kid, pdf, library)
    if (element !== undefined && /^(?:Lbl|LBody)$/.test(typeOf(element, library)))
      element.set(library.PDFName.of('S'), library.PDFName.of('Div'))
  }
}
