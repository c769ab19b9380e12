import type {FootnoteDefinition, Paragraph, Parents, PhrasingContent, Root} from 'mdast'
import {childrenOf} from '../tree/raw.ts'
import {parentsOf, setChildren} from './blocks.ts'

/** Make `^[text]` a note like the others: a call, and a definition at the end of the text; `names` begins what they are called. */
export function notes(root: Root, names: string): void {
  const parents = parentsOf(root)
  const taken = new Set(
    parents.flatMap((parent) => (parent.type === 'footnoteDefinition' ? [parent.identifier.toLowerCase()] : []))
  )
  const found = parents.filter((parent) => childrenOf(parent).some(isNote))
  const inOrder = found.flatMap((parent) => childrenOf(parent).filter(isNote)).sort((a, b) => offset(a) - offset(b))
  const named = new Map<unknown, string>()
  let number = 0
  for (const note of inOrder) {
    do number++
    while (taken.has(`${names}-${number}`))
    named.set(note, `${names}-${number}`)
  }
  const definitions = new Map<string, FootnoteDefinition>()
  for (const parent of found) replaceIn(parent, named, definitions)
  for (const note of inOrder) {
    const definition = definitions.get(named.get(note) ?? '')
    if (definition !== undefined) root.children.push(definition)
  }
}

function replaceIn(
  parent: Parents,
  names: ReadonlyMap<unknown, string>,
  definitions: Map<string, FootnoteDefinition>
): void {
  const replaced = childrenOf(parent).map((child) => {
    const identifier = names.get(child)
    if (identifier === undefined || !('children' in child)) return child
    const place = child.position === undefined ? {} : {position: child.position}
    const paragraph: Paragraph = {type: 'paragraph', children: child.children as Array<PhrasingContent>, ...place}
    const name = {identifier, label: identifier}
    const data = child.data === undefined ? {} : {data: child.data}
    definitions.set(identifier, {type: 'footnoteDefinition', ...name, ...data, children: [paragraph], ...place})
    return {type: 'footnoteReference', ...name, ...place} as const
  })
  setChildren(parent, replaced)
}

function isNote({type}: {readonly type: string}): boolean {
  return type === 'inlineNote'
}

function offset(node: {readonly position?: Paragraph['position']}): number {
  const {line = 0, column = 0} = node.position?.start ?? {}
  return node.position?.start.offset ?? line * 1e6 + column
}
