import type {Heading, Paragraph, Root, RootContent} from 'mdast'
import {textOf} from '../util/text.ts'

/** A body, and the abstract that was a section of it. */
export interface AbstractSection {
  readonly body: Root
  readonly abstract: Root | undefined
}

/** Take the section headed “Abstract” (or as `title` has it) out of the text; headings in it become paragraphs. */
export function abstractSection(body: Root, title: string): AbstractSection {
  const titles = new Set(['abstract', title.toLowerCase()])
  const from = body.children.findIndex(
    (node) => node.type === 'heading' && titles.has(textOf(node).toLowerCase().replace(/[.:]$/, ''))
  )
  const heading = body.children[from]
  if (heading?.type !== 'heading') return {body, abstract: undefined}
  const {depth} = heading
  const length = body.children.slice(from + 1).findIndex((node) => node.type === 'heading' && node.depth <= depth)
  const to = length === -1 ? body.children.length : from + 1 + length
  const children = body.children.slice(from + 1, to).map(plainer)
  if (children.length === 0) return {body, abstract: undefined}
  return {
    body: {...body, children: [...body.children.slice(0, from), ...body.children.slice(to)]},
    abstract: {type: 'root', children}
  }
}

function plainer(node: RootContent): RootContent {
  return node.type === 'heading' ? strong(node) : node
}

function strong({children, position}: Heading): Paragraph {
  const at = position === undefined ? {} : {position}
  return {type: 'paragraph', children: [{type: 'strong', children, ...at}], ...at}
}
