import type {Parents, Root} from 'hast'
import type {Scope} from './scope.ts'

const bold = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'th'])

/** Note whether bold italics occur: only then does a page need a font for them. */
export function rehypeEmphasis(scope: Scope) {
  return (tree: Root): void => {
    const open: Array<Found> = [{node: tree, isBold: false, isItalic: false}]
    for (let next = open.pop(); next !== undefined && !scope.boldItalic; next = open.pop()) {
      if (next.isBold && next.isItalic && next.node.children.length > 0) scope.boldItalic = true
      addElements(next, open)
    }
  }
}

interface Found {
  readonly node: Parents
  readonly isBold: boolean
  readonly isItalic: boolean
}

function addElements({node, isBold, isItalic}: Found, open: Array<Found>): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const {tagName} = child
    open.push({node: child, isBold: isBold || bold.has(tagName), isItalic: isItalic || tagName === 'em'})
  }
}
