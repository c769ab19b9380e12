import type {Nodes, Parents, PhrasingContent, Root, RootContent} from 'mdast'
import type {CitationItem} from '../../../model/nodes.ts'
import {descriptionOf} from '../tree/descriptions.ts'
import {childrenOf} from '../tree/raw.ts'

/**
 * Every parent below a root, and itself, deepest first: what is inside has been dealt with before what is around it.
 * What citations hold aside, prefixes and suffixes, comes as spans.
 */
export function parentsOf(root: Root): ReadonlyArray<Parents> {
  const found: Array<Parents> = [root]
  for (let index = 0; index < found.length; index++)
    for (const child of found[index]?.children ?? []) addParents(child, found)
  return found.reverse()
}

function addParents(node: Nodes, found: Array<Parents>): void {
  if (node.type === 'citation') for (const item of node.items) addAsides(item, found)
  else if (node.type === 'image' || node.type === 'imageReference') found.push(aside(descriptionOf(node)))
  else if ('children' in node) found.push(node)
}

/** Most citations hold nothing aside. */
function addAsides({prefix, suffix}: CitationItem, found: Array<Parents>): void {
  if (prefix.length > 0) found.push(aside(prefix))
  if (suffix.length > 0) found.push(aside(suffix))
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
