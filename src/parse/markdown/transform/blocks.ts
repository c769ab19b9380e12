import type {Nodes, Parents, Root} from 'mdast'

/** Every parent below a root, and itself, deepest first: what is inside has been dealt with before what is around it. */
export function parentsOf(root: Root): ReadonlyArray<Parents> {
  const found: Array<Parents> = [root]
  for (let index = 0; index < found.length; index++) {
    for (const child of found[index]?.children ?? []) if (isParent(child)) found.push(child)
  }
  return found.reverse()
}

function isParent(node: Nodes): node is Parents {
  return 'children' in node
}
