import type {Root, RootContent} from 'mdast'
import {attributesOf} from '../../../model/attributes.ts'
import type {Div} from '../../../model/nodes.ts'
import {admonitionKinds} from '../../../model/statement-kind.ts'
import {parentsOf, setChildren} from '../transform/blocks.ts'
import type {ReadInline} from '../transform/figures.ts'
import {boldParagraph, boxes} from './statements.ts'

/** Quarto's `::: {.callout-note title="…"}`, a box: its title, or the heading it begins with, is no heading of the article. */
export function callouts(root: Root, inline: ReadInline): void {
  for (const parent of parentsOf(root)) {
    const name =
      parent.type === 'div' ? attributesOf(parent).classes.find((each) => /^callout-./.test(each)) : undefined
    if (name !== undefined && parent.type === 'div') callout(parent, name.slice('callout-'.length), inline)
  }
}

function callout(div: Div, kind: string, inline: ReadInline): void {
  const attributes = attributesOf(div)
  div.data = {
    ...div.data,
    attributes: {...attributes, classes: [...attributes.classes, boxes.has(kind) ? kind : 'box']}
  }
  const [first, ...rest] = div.children
  const title = attributes.pairs.get('title')
  const lead = title === undefined ? undefined : boldParagraph([...inline(title)], div.position)
  if (lead !== undefined) setChildren(div, [lead, ...div.children])
  else if (first?.type === 'heading')
    setChildren(div, [boldParagraph(first.children, first.position), ...rest] as Array<RootContent>)
  else {
    const admonition = admonitionKinds.find((each) => each === kind)
    if (admonition !== undefined) div.admonition = admonition
  }
}
