import type {Tag} from './structure.ts'
import {become} from './structure.ts'
import type {Library} from './tree.ts'
import {nameOf} from './tree.ts'

const types: ReadonlyMap<string, string> = new Map([
  ['L', 'TOC'],
  ['LI', 'TOCI']
])

/** Make a table of contents of the lists in a box (`TOC`, `TOCI`; ISO 32000-1, 14.8.4.2), which itself is no more than a box. */
export function retypeContents(box: Tag, library: Library): void {
  const queue = [box]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const type = types.get(next.type)
    if (type !== undefined) become(next, type, library)
    // A list says how its items are marked, a table of contents does not.
    if (type === 'TOC') next.dict.delete(nameOf('A', library))
    for (const kid of next.kids) if (kid.kind === 'element') queue.push(kid)
  }
}
