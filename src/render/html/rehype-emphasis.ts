import type {Nodes, Root} from 'hast'
import type {Scope} from './scope.ts'

const bold = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'th'])

/** Note whether bold italics occur: only then does a page need a font for them. */
export function rehypeEmphasis(scope: Scope) {
  return (tree: Root): void => {
    const open: Array<Found> = [{node: tree, isBold: false, isItalic: false}]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next.isBold && next.isItalic) scope.boldItalic = true
      for (const found of below(next)) open.push(found)
    }
  }
}

interface Found {
  readonly node: Nodes
  readonly isBold: boolean
  readonly isItalic: boolean
}

function below({node, isBold, isItalic}: Found): ReadonlyArray<Found> {
  if (!('children' in node)) return []
  const name = node.type === 'element' ? node.tagName : ''
  const look = {isBold: isBold || bold.has(name), isItalic: isItalic || name === 'em'}
  return node.children.map((child) => ({node: child, ...look}))
}
