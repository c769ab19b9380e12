import type {Definition, Image, ImageReference, Link, LinkReference, Parents, Root, RootContent, Text} from 'mdast'
import {descriptionOf, setDescription} from '../tree/descriptions.ts'
import {childrenOf} from '../tree/raw.ts'
import {parentsOf} from './blocks.ts'

/** Put addresses in place of references to definitions; of two by one name the first holds, as CommonMark has it. */
export function definitions(root: Root): void {
  const parents = parentsOf(root)
  const byName = new Map<string, Definition>()
  // Deepest first is not reading order: the position decides.
  const all = parents.flatMap((parent) => childrenOf(parent).filter((child) => child.type === 'definition'))
  for (const definition of all.sort(before)) {
    if (!byName.has(definition.identifier)) byName.set(definition.identifier, definition)
  }
  for (const parent of parents) replaceIn(parent, byName)
}

const order = new WeakMap<Definition, number>()

function before(a: Definition, b: Definition): number {
  return (order.get(a) ?? offset(a)) - (order.get(b) ?? offset(b))
}

function offset(definition: Definition): number {
  return definition.position?.start.offset ?? 0
}

function replaceIn(parent: Parents, byName: ReadonlyMap<string, Definition>): void {
  const children = childrenOf(parent)
  if (!children.some(({type}) => type === 'definition' || type === 'linkReference' || type === 'imageReference')) return
  const replaced = children.flatMap((child): ReadonlyArray<RootContent> => {
    if (child.type === 'definition') return []
    if (child.type === 'linkReference') return link(child, byName.get(child.identifier))
    if (child.type === 'imageReference') return image(child, byName.get(child.identifier))
    return [child]
  })
  children.length = 0
  for (const child of replaced) children.push(child)
}

function link(node: LinkReference, definition: Definition | undefined): ReadonlyArray<RootContent> {
  if (definition === undefined) return [text('['), ...node.children, text(behind(node))]
  const {url, title} = definition
  const resolved: Link = {type: 'link', url, ...titled(title), children: node.children}
  return [{...resolved, ...common(node)}]
}

function image(node: ImageReference, definition: Definition | undefined): ReadonlyArray<RootContent> {
  if (definition === undefined) return [text(`![${node.alt ?? ''}${behind(node)}`)]
  const {url, title} = definition
  const resolved: Image = {type: 'image', url, ...titled(title), alt: node.alt ?? null, ...common(node)}
  setDescription(resolved, descriptionOf(node))
  return [resolved]
}

function titled(title: string | null | undefined): {title?: string} {
  return title === null || title === undefined ? {} : {title}
}

function common({data, position}: RootContent): Pick<RootContent, 'data' | 'position'> {
  return {...(data === undefined ? {} : {data}), ...(position === undefined ? {} : {position})}
}

function behind({referenceType, label, identifier}: ImageReference | LinkReference): string {
  if (referenceType === 'shortcut') return ']'
  return referenceType === 'collapsed' ? '][]' : `][${label ?? identifier}]`
}

function text(value: string): Text {
  return {type: 'text', value}
}
