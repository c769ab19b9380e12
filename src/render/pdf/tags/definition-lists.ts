import type {Kid, Tag} from './structure.ts'
import {become, hold, wrapped} from './structure.ts'
import type {Library} from './tree.ts'

/**
 * Make a list (`L`; ISO 32000-1, 14.8.4.3.3) of a box of terms (`Lbl`) and what they mean (`LBody`), which browsers have no tags for:
 * each term, or several together, and the meanings that follow are one item.
 */
export function listDefinitions(box: Tag, library: Library): void {
  if (!(box.written instanceof library.PDFRef)) return
  const items: Array<Array<Kid>> = []
  let last = 'LBody'
  for (const kid of box.kids) {
    const type = kid.kind === 'element' ? kid.type : undefined
    // What stands between terms is none of them: the list stays a box.
    if (type !== 'Lbl' && type !== 'LBody') {
      flatten(box, library)
      return
    }
    if (type === 'Lbl' && last === 'LBody') items.push([])
    if (items.length === 0) items.push([])
    items.at(-1)?.push(kid)
    last = type
  }
  become(box, 'L', library)
  hold(
    box,
    items.map((kids) => wrapped('LI', kids, box, library)),
    library
  )
}

function flatten(box: Tag, library: Library): void {
  for (const kid of box.kids)
    if (kid.kind === 'element' && /^(?:Lbl|LBody)$/.test(kid.type)) become(kid, 'Div', library)
}
