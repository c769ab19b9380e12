import type {Element, ElementContent} from 'hast'

/** A formula of MathML Core as MathML 3 writes it: `scriptlevel` is an attribute of `mstyle` alone (3.3.4). */
export function levelled(node: Element): Element {
  const children = node.children.map((child) => (child.type === 'element' ? levelled(child) : child))
  const {scriptLevel, scriptlevel = scriptLevel, ...properties} = node.properties
  if (scriptlevel === undefined || node.tagName === 'mstyle') return {...node, children}
  const style = (content: Array<ElementContent>): Element => ({
    type: 'element',
    tagName: 'mstyle',
    properties: {scriptlevel},
    children: content
  })
  // Rows and cells stand in tables alone.
  if (node.tagName === 'mtd') return {...node, properties, children: [style(children)]}
  const bare = {...node, properties, children}
  return node.tagName === 'mtr' || node.tagName === 'math' ? bare : style([bare])
}
