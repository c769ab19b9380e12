import type {FootnoteDefinition, FootnoteReference, Nodes} from 'mdast'
import type {Note, NoteTrouble} from '../model/article.ts'
import {attributesOf} from '../model/attributes.ts'
import {placeOf} from '../model/place.ts'
import {walk} from '../util/walk.ts'

interface Found {
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>
  readonly troubles: ReadonlyArray<NoteTrouble>
}

/** Take the notes out of the texts and number them by their first call; calls get their numbers in the tree. */
export function notesOf(texts: ReadonlyArray<Nodes>): {
  readonly notes: ReadonlyArray<Note>
  readonly noteTroubles: ReadonlyArray<NoteTrouble>
} {
  const {definitions, troubles} = takeDefinitions(texts)
  const {called, strays} = numberCalls(texts, definitions)
  const uncalled = [...definitions.values()]
    .filter((definition) => !called.has(definition.identifier))
    .map(
      (definition): NoteTrouble => ({kind: 'uncalled', identifier: definition.identifier, place: placeOf(definition)})
    )
  return {
    notes: [...called.values()].map(({definition, number, calls}) => ({
      identifier: definition.identifier,
      label: attributesOf(definition).id,
      number,
      calls,
      children: definition.children,
      place: placeOf(definition)
    })),
    noteTroubles: [...troubles, ...uncalled, ...strays]
  }
}

function takeDefinitions(texts: ReadonlyArray<Nodes>): Found {
  const definitions = new Map<string, FootnoteDefinition>()
  const troubles: Array<NoteTrouble> = []
  const open = [...texts]
  for (const text of open)
    for (const node of walk(text))
      for (const definition of takeFrom(node)) {
        open.push(definition)
        const {identifier} = definition
        const first = definitions.get(identifier)
        if (first === undefined) definitions.set(identifier, definition)
        else troubles.push({kind: 'duplicate', identifier, place: placeOf(definition), cause: placeOf(first)})
      }
  return {definitions, troubles}
}

/** Remove the definitions among a node's children. */
function takeFrom(node: Nodes): ReadonlyArray<FootnoteDefinition> {
  if (!('children' in node)) return []
  const children: ReadonlyArray<Nodes> = node.children
  const taken = children.filter((child) => child.type === 'footnoteDefinition')
  if (taken.length > 0) Object.assign(node, {children: children.filter((child) => child.type !== 'footnoteDefinition')})
  return taken
}

interface Called {
  readonly definition: FootnoteDefinition
  readonly number: number
  calls: number
}

/** Number the calls of the texts, then of the notes called there, and so on. */
function numberCalls(texts: ReadonlyArray<Nodes>, definitions: Found['definitions']) {
  const called = new Map<string, Called>()
  const strays: Array<NoteTrouble> = []
  const open = [...texts]
  for (const text of open)
    for (const node of walk(text)) {
      if (node.type !== 'footnoteReference') continue
      const {identifier} = node
      const definition = definitions.get(identifier)
      if (definition === undefined) {
        strays.push({kind: 'undefined', identifier, place: placeOf(node)})
        continue
      }
      if (!called.has(identifier)) {
        called.set(identifier, {definition, number: called.size + 1, calls: 0})
        open.push(definition)
      }
      call(node, called.get(identifier))
    }
  return {called, strays}
}

function call(node: FootnoteReference, note: Called | undefined): void {
  if (note === undefined) return
  note.calls += 1
  node.data = {...node.data, number: note.number, call: note.calls}
}
