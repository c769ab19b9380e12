import type {Blockquote, Paragraph, Root, RootContent} from 'mdast'
import {attributesOf} from '../../../model/attributes.ts'
import {childrenOf} from '../tree/raw.ts'
import {parentsOf, setChildren} from './blocks.ts'

/** An epigraph is a quotation of that class; the last paragraph of a quotation says whose it is if it begins with a dash, or is of the class `attribution`. */
export function quotations(root: Root): void {
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    if (children.some(isEpigraph)) setChildren(parent, children.map(quotation))
    for (const child of childrenOf(parent)) if (child.type === 'blockquote') attribute(child)
  }
}

function isEpigraph(node: RootContent): boolean {
  return node.type === 'div' && attributesOf(node).classes.includes('epigraph')
}

/** A blockquote in the place of a division; one that holds nothing else is the quotation itself. */
function quotation(node: RootContent): RootContent {
  if (node.type !== 'div' || !isEpigraph(node)) return node
  const {position, data} = node
  const place = position === undefined ? {} : {position}
  const [only, ...others] = node.children
  const children = only?.type === 'blockquote' && others.length === 0 ? only.children : node.children
  return {type: 'blockquote', children: children as Blockquote['children'], ...(data && {data}), ...place}
}

function attribute({children}: Blockquote): void {
  const last = children.at(-1)
  if (children.length < 2 || last === undefined) return
  const paragraph = last.type === 'div' && last.children.length === 1 ? last.children[0] : last
  if (paragraph?.type !== 'paragraph') return
  const named = attributesOf(last).classes.some((name) => /^(?:attribution|attrib|source)$/.test(name))
  if (!named && !beginsWithDash(paragraph)) return
  paragraph.data = {...paragraph.data, attributes: {classes: ['attribution'], pairs: new Map()}}
  children[children.length - 1] = paragraph
}

function beginsWithDash({children: [first]}: Paragraph): boolean {
  return first?.type === 'text' && /^(?:[—–―]|-{2,3})\s*\S?/.test(first.value)
}
