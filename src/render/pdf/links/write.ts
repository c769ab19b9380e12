import type {PDFArray, PDFDict, PDFDocument, PDFObject, PDFPage} from '@cantoo/pdf-lib'
import type {Kid, Tag} from '../tags/structure.ts'
import {hold} from '../tags/structure.ts'
import type {Library} from '../tags/tree.ts'
import {structureRoot} from '../tags/tree.ts'
import type {LineBox} from './boxes.ts'

interface Writing {
  readonly pdf: PDFDocument
  readonly library: Library
  readonly pages: ReadonlyMap<PDFDict, PDFPage>
  /** Makes an annotation where there is none; `undefined` if it is not known where the link leads. */
  readonly made: (() => PDFDict) | undefined
}

/** Give an element an annotation for each box: those it has, and new ones; what is left over goes. */
export function writeLink(element: Tag, boxes: ReadonlyArray<LineBox>, writing: Writing): void {
  const {pdf, library, pages, made} = writing
  const {PDFDict, PDFName} = library
  const references = element.kids.flatMap((kid) => referenceOf(kid, library) ?? [])
  for (const reference of references) takeOff(reference, writing)
  const [model] = references.map((reference) => reference.lookup(PDFName.of('Obj'), PDFDict))
  const kids = element.kids.filter((kid) => referenceOf(kid, library) === undefined)
  boxes.forEach((box, index) => {
    const used = references[index]?.get(PDFName.of('Obj'))
    const annotation = used ?? newAnnotation(element, model?.clone(pdf.context) ?? made?.(), writing)
    const page = pages.get(box.page)
    if (annotation === undefined || page === undefined) return
    const rectangle = [box.left, box.bottom, box.right, box.top].map((each) => Math.round(each * 100) / 100)
    pdf.context.lookup(annotation, PDFDict).set(PDFName.of('Rect'), pdf.context.obj(rectangle))
    annotationsOf(page, writing).push(annotation)
    const written = pdf.context.obj({Type: 'OBJR', Obj: annotation, Pg: page.ref})
    kids.push({kind: 'other', written, object: written})
  })
  hold(element, kids, library)
}

/** What refers to an annotation (ISO 32000-1, 14.7.4.3). */
function referenceOf(kid: Kid, {PDFDict, PDFName}: Library): PDFDict | undefined {
  const object = kid.kind === 'other' ? kid.object : undefined
  return object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('OBJR') ? object : undefined
}

/** Off the page it is on. */
function takeOff(reference: PDFDict, writing: Writing): void {
  const {PDFDict, PDFName} = writing.library
  const annotation = reference.get(PDFName.of('Obj'))
  const page = writing.pages.get(reference.lookup(PDFName.of('Pg'), PDFDict))
  const annotations = page && annotationsOf(page, writing)
  const index = annotation && annotations?.indexOf(annotation)
  if (index !== undefined) annotations?.remove(index)
}

function annotationsOf({node}: PDFPage, {pdf, library: {PDFArray, PDFName}}: Writing): PDFArray {
  const given = node.lookupMaybe(PDFName.of('Annots'), PDFArray)
  if (given !== undefined) return given
  const none = pdf.context.obj([])
  node.set(PDFName.of('Annots'), none)
  return none
}

/** Registered, and found from its number in the tree of parents (ISO 32000-1, 14.7.4.4). */
function newAnnotation(
  {written: parent}: Tag,
  made: PDFDict | undefined,
  {pdf, library}: Writing
): PDFObject | undefined {
  const {PDFArray, PDFDict, PDFName, PDFNumber, PDFRef} = library
  const numbers = structureRoot(pdf, library)
    ?.lookupMaybe(PDFName.of('ParentTree'), PDFDict)
    ?.lookupMaybe(PDFName.of('Nums'), PDFArray)
  if (made === undefined || numbers === undefined || !(parent instanceof PDFRef)) return undefined
  const key = numbers.lookup(numbers.size() - 2, PDFNumber).asNumber() + 1
  numbers.push(PDFNumber.of(key))
  numbers.push(parent)
  made.set(PDFName.of('StructParent'), PDFNumber.of(key))
  return pdf.context.register(made)
}
