import type {Root} from 'hast'
import {visit} from 'unist-util-visit'

/** Let an id occur once in a page: who comes first keeps it. */
export function rehypeIds(ids: Set<string>) {
  return (tree: Root): void => {
    visit(tree, 'element', ({properties}) => {
      const {id} = properties
      if (typeof id !== 'string') return
      if (ids.has(id) || /\s/.test(id) || id === '') delete properties['id']
      else ids.add(id)
    })
  }
}
