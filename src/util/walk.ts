import type {Nodes as HastNodes} from 'hast'
import type {Nodes as MdastNodes} from 'mdast'

type Nodes = HastNodes | MdastNodes

/** Nodes and all below them, in reading order; a parent's children are read when it is passed, and no depth exhausts the stack. */
export function walk(nodes: MdastNodes | ReadonlyArray<MdastNodes>): Generator<MdastNodes, void>
export function walk(nodes: HastNodes): Generator<HastNodes, void>
export function* walk(nodes: Nodes | ReadonlyArray<Nodes>): Generator<Nodes, void> {
  const open: Array<Nodes> = []
  pushBackwards(open, 'type' in nodes ? [nodes] : nodes)
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node
    if ('children' in node) pushBackwards(open, node.children)
  }
}

function pushBackwards(open: Array<Nodes>, nodes: ReadonlyArray<Nodes>): void {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]
    if (node !== undefined) open.push(node)
  }
}
