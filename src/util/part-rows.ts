import type {Nodes} from 'mdast'
import type {Figure} from '../model/nodes.ts'

/** A part of a figure with its share of the line. */
export type Part = Figure & {readonly share: number}

/** The content of a figure line by line: parts that together fill a line or less, or one thing that takes the whole of it. */
export function partRows(content: ReadonlyArray<Nodes>): ReadonlyArray<Nodes | ReadonlyArray<Part>> {
  const rows: Array<Nodes | Array<Part>> = []
  let filled = 0
  for (const node of content) {
    const last = rows.at(-1)
    if (!isPart(node)) rows.push(node)
    // Three thirds are more than a line to a computer.
    else if (Array.isArray(last) && filled + node.share < 1.005) {
      last.push(node)
      filled += node.share
    } else {
      rows.push([node])
      filled = node.share
    }
  }
  return rows
}

function isPart(node: Nodes): node is Part {
  return node.type === 'figure' && node.share !== undefined
}
