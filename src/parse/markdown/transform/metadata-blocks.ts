import type {Nodes, Root} from 'mdast'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'

/** Take metadata amid the text out of a tree, which stands in it only until then, and tell it: the front matter has its own. */
export function metadataBlocks(root: Root, report: Report): void {
  const isBlock = ({type}: Nodes) => (type as string) === 'metadataBlock'
  for (const node of root.children.filter(isBlock)) {
    const {position} = node
    const first = position === undefined ? {} : {position: {...position, end: position.start}}
    report({
      id: 'metadata-first',
      severity: 'warning',
      reason: 'Unexpected metadata amid the text, expected them in the front matter',
      place: placeOf({type: node.type, ...first}),
      note: 'Move its fields to the front matter, at the beginning of the first file; here they are passed over.'
    })
  }
  if (root.children.some(isBlock)) root.children = root.children.filter((node) => !isBlock(node))
}
