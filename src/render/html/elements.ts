import type {Element, Nodes, Root} from 'hast'

/** Every element of a tree, in reading order; no depth exhausts the stack. */
export function elementsOf(tree: Root): ReadonlyArray<Element> {
  const found: Array<Element> = []
  const open: Array<Nodes> = [tree]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'element') found.push(node)
    if (!('children' in node)) continue
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child?.type === 'element') open.push(child)
    }
  }
  return found
}
