import type {Nodes, Parents, PhrasingContent, Root, RootContent} from 'mdast'
import {descriptionOf} from '../tree/descriptions.ts'
import {childrenOf} from '../tree/raw.ts'

/**
 * Every parent below a root, and itself, deepest first: what is inside has been dealt with before what is around it.
 * What citations hold aside, prefixes and suffixes, comes as spans.
 */
export function parentsOf(root: Root): ReadonlyArray<Parents> {
  const found: Array<Parents> = [root]
  for (let index = 0; index < found.length; index++) {
    for (const child of found[index]?.children ?? []) for (const parent of parentsIn(child)) found.push(parent)
  }
  return found.reverse()
}

function parentsIn(node: Nodes): ReadonlyArray<Parents> {
  if (node.type === 'citation') return node.items.flatMap(({prefix, suffix}) => [aside(prefix), aside(suffix)])
  if (node.type === 'image' || node.type === 'imageReference') return [aside(descriptionOf(node))]
  return 'children' in node ? [node] : []
}

/** Put other children in place of those of a parent, in the same list. */
export function setChildren(parent: Parents, children: ReadonlyArray<RootContent>): void {
  const list = childrenOf(parent)
  list.length = 0
  for (const child of children) list.push(child)
}

function aside(children: ReadonlyArray<PhrasingContent>): Parents {
  return {type: 'span', children: children as Array<PhrasingContent>}
}
