import type {Tag} from './structure.ts'
import {hold, wrapped} from './structure.ts'
import type {Library} from './tree.ts'

/** Put what a list item says, its label apart, into an `LBody` (ISO 32000-1, 14.8.4.3.3; PDF/UA-1, 7.6). */
export function addListBodies(elements: Iterable<Tag>, library: Library): void {
  for (const element of elements) if (element.type === 'LI') addBody(element, library)
}

function addBody(item: Tag, library: Library): void {
  if (!(item.written instanceof library.PDFRef)) return
  const labels: Array<Tag> = []
  const rest: Array<Tag> = []
  for (const kid of item.kids) {
    // Marked content of the item's own is known to the parent tree as such; it stays where it is.
    if (kid.kind !== 'element' || kid.type === 'LBody') return
    if (kid.type === 'Lbl') labels.push(kid)
    else rest.push(kid)
  }
  if (rest.length > 0) hold(item, [...labels, wrapped('LBody', rest, item, library)], library)
}
