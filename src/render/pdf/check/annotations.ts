import type {PDFDict, PDFObject} from '@cantoo/pdf-lib'
import {textIn} from '../hexadecimal-text.ts'
import {nameOf} from '../tags/tree.ts'
import type {Checked, Element} from './checked.ts'
import type {Finding} from './finding.ts'

/** Whether links and other annotations are tagged, described and in order (PDF/UA-1, 7.18). */
export function* checkAnnotations(checked: Checked): Generator<Finding> {
  const {pdf, library} = checked
  const {PDFArray, PDFDict} = library
  const holders = holdersOf(checked)
  for (const [index, {node}] of pdf.getPages().entries()) {
    const annotations = node.lookupMaybe(nameOf('Annots', library), PDFArray)
    if (annotations === undefined || annotations.size() === 0) continue
    const page = index + 1
    const tabs = node.lookup(nameOf('Tabs', library))
    if (tabs === undefined) yield {condition: '28-008', what: 'the order of links is not said', page}
    else if (tabs !== nameOf('S', library))
      yield {condition: '28-009', what: 'links are not in the order of the tags', page}
    for (let at = 0; at < annotations.size(); at += 1) {
      const annotation = annotations.lookupMaybe(at, PDFDict)
      if (annotation !== undefined) yield* checkAnnotation(annotation, holders.get(annotation), page, checked)
    }
  }
}

function* checkAnnotation(
  annotation: PDFDict,
  holder: Element | undefined,
  page: number,
  {library}: Checked
): Generator<Finding> {
  const key = (name: string) => nameOf(name, library)
  const kind = annotation.lookup(key('Subtype'))
  if (kind === key('TrapNet')) yield {condition: '28-007', what: 'there is an annotation for trapping', page}
  if (kind !== key('Link')) {
    if (!isWithin(holder, 'Annot') && kind !== key('Widget'))
      yield {condition: '28-002', what: 'an annotation is not tagged', page}
    return
  }
  if (!isWithin(holder, 'Link')) yield {condition: '28-011', what: 'a link is not tagged as one', page}
  if (!textIn(annotation.lookup(key('Contents')), library)?.trim())
    yield {condition: '28-012', what: 'a link does not say in words where it leads', page}
}

function isWithin(element: Element | undefined, role: string): boolean {
  for (let above = element; above !== undefined; above = above.parent) if (above.role === role) return true
  return false
}

/** The elements that refer to annotations, by those (ISO 32000-1, 14.7.4.3). */
function holdersOf({library, elements}: Checked): ReadonlyMap<PDFObject, Element> {
  const {PDFDict} = library
  const [type, refers, object] = [nameOf('Type', library), nameOf('OBJR', library), nameOf('Obj', library)]
  const holders = new Map<PDFObject, Element>()
  for (const element of elements)
    for (const kid of element.holds) {
      const reference = kid.kind === 'other' ? kid.object : undefined
      if (!(reference instanceof PDFDict) || reference.get(type) !== refers) continue
      const annotation = reference.lookup(object)
      if (annotation !== undefined) holders.set(annotation, element)
    }
  return holders
}
