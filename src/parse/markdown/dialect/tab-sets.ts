import type {Root, RootContent} from 'mdast'
import {attributesOf} from '../../../model/attributes.ts'
import type {Div} from '../../../model/nodes.ts'
import {parentsOf, setChildren} from '../transform/blocks.ts'
import {boldParagraph} from './statements.ts'

/** Quarto's `::: {.panel-tabset}`: each heading opens a tab, and is none of the article's; they stand one after another. */
export function tabSets(root: Root): void {
  for (const parent of parentsOf(root))
    if (parent.type === 'div' && attributesOf(parent).classes.includes('panel-tabset'))
      setChildren(parent, tabs(parent))
}

function tabs({children}: Div): ReadonlyArray<RootContent> {
  const depth = children.find((child) => child.type === 'heading')?.depth
  const out: Array<RootContent> = []
  let open: Div | undefined
  for (const child of children) {
    if (child.type === 'heading' && child.depth === depth) {
      const data = {attributes: {classes: ['tab-item', 'box'], pairs: new Map<string, string>()}}
      const at = child.position === undefined ? {} : {position: child.position}
      open = {type: 'div', children: [boldParagraph(child.children, child.position)], data, ...at}
      out.push(open)
    } else (open?.children ?? out).push(child)
  }
  return out
}
