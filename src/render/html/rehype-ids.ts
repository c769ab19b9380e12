import type {Root} from 'hast'
import {elementsOf} from './elements.ts'

/** Let an id occur once in a page: who comes first keeps it. */
export function rehypeIds(ids: Set<string>) {
  return (tree: Root): void => {
    for (const {properties} of elementsOf(tree)) {
      const {id} = properties
      if (typeof id !== 'string') continue
      if (ids.has(id) || /\s/.test(id) || id === '') delete properties['id']
      else ids.add(id)
    }
  }
}
