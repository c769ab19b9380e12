import type {Root} from 'hast'
import {elementsOf} from './elements.ts'
import type {Medium} from './scope.ts'

/** Elements within a line that lose nothing by another role. */
const inline = new Set(['cite', 'code', 'del', 'em', 'q', 'span', 'strong', 'sub', 'sup'])

/** Make a group of each part of a line that is in another language: browsers print the languages of groups alone. */
export function rehypeLanguages(medium: Medium) {
  return (tree: Root): void => {
    if (medium !== 'print') return
    for (const {tagName, properties} of elementsOf(tree)) {
      if (inline.has(tagName) && properties['lang'] !== undefined) properties['role'] ??= 'group'
    }
  }
}
