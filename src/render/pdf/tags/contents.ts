import type {PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import type {Library} from './tree.ts'
import {elementOf, kidsOf, typeOf} from './tree.ts'

const types: ReadonlyMap<string, string> = new Map([
  ['L', 'TOC'],
  ['LI', 'TOCI']
])

/** Make a table of contents of the lists in a box (`TOC`, `TOCI`; ISO 32000-1, 14.8.4.2), which itself is no more than a box. */
export function retypeContents(box: PDFDict, pdf: PDFDocument, library: Library): void {
  const {PDFName} = library
  const queue = [box]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const type = types.get(typeOf(next, library))
    if (type !== undefined) next.set(PDFName.of('S'), PDFName.of(type))
    // A list says how its items are marked, a table of contents does not.
    if (type === 'TOC') next.delete(PDFName.of('A'))
    for (const kid of kidsOf(next, library)) {
      const element = elementOf(kid, pdf, library)
      if (element !== undefined) queue.push(element)
    }
  }
}
