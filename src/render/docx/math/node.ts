import type {ElementContent as HastContent, Element as HastElement} from 'hast'
import type {ElementContent} from 'xast'

/** Writes MathML as Office Math; handed to those who write a part of it. */
export interface Write {
  one(node: HastElement | undefined): Array<ElementContent>
  row(nodes: ReadonlyArray<HastElement>): Array<ElementContent>
}

/** The elements below one; `semantics` shows its first alone. */
export function elementsOf(node: HastElement): ReadonlyArray<HastElement> {
  const elements = node.children.filter((child): child is HastElement => child.type === 'element')
  return node.tagName === 'semantics' ? elements.slice(0, 1) : elements
}

/** One element as a row. */
export function kids(node: HastElement | undefined): ReadonlyArray<HastElement> {
  return node === undefined ? [] : [node]
}

/** The text of nodes, as it stands. */
export function textIn(nodes: ReadonlyArray<HastContent>): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? textIn(node.children) : ''))
    .join('')
}

/** The operator that an element is, alone in any number of rows; `undefined` for any other. */
export function operatorIn(node: HastElement | undefined): string | undefined {
  if (node?.tagName === 'mo') return textIn(node.children)
  const [only, ...others] = node === undefined || !/^m(?:row|style|padded)$/.test(node.tagName) ? [] : elementsOf(node)
  return only !== undefined && others.length === 0 ? operatorIn(only) : undefined
}
