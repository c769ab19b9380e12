import type {Root, RootContent} from 'mdast'
import {attributesOf} from '../../../model/attributes.ts'
import {parentsOf, setChildren} from '../transform/blocks.ts'
import type {ReadInline} from '../transform/figures.ts'
import {boldParagraph} from './statements.ts'

/** Quarto's `::: {.callout-note title="…"}`: its title, or the heading it begins with, is no heading of the article. */
export function callouts(root: Root, inline: ReadInline): void {
  for (const parent of parentsOf(root)) {
    if (parent.type !== 'div') continue
    const {classes, pairs} = attributesOf(parent)
    if (!classes.some((name) => name.startsWith('callout-'))) continue
    const [first, ...rest] = parent.children
    const title = pairs.get('title')
    const lead: RootContent | undefined =
      title !== undefined
        ? boldParagraph([...inline(title)], parent.position)
        : first?.type === 'heading'
          ? boldParagraph(first.children, first.position)
          : undefined
    if (lead === undefined) continue
    setChildren(parent, title === undefined ? [lead, ...rest] : [lead, ...parent.children])
  }
}
