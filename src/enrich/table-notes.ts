import type {FootnoteDefinition, FootnoteReference, Link, Nodes, Paragraph, PhrasingContent} from 'mdast'
import type {Div} from '../model/nodes.ts'
import {letters} from '../util/letters.ts'
import {walk} from '../util/walk.ts'

/**
 * Put the notes that one table alone calls beneath it, lettered in the order of their first calls: a table is read by itself, wherever
 * it stands. A note that is called elsewhere too, holds more than a paragraph or calls another stays among the article's notes.
 */
export function tableNotes(texts: ReadonlyArray<Nodes>): void {
  const definitions = definitionsIn(texts)
  if (definitions.size === 0) return
  const calls = callsIn(texts)
  const gone = new Set<string>()
  let tables = 0
  for (const float of walk(texts)) {
    if (float.type !== 'figure' || float.kind !== 'table') continue
    const own = callsIn([float])
    const notes = [...own].filter(
      ([identifier, found]) => found.length === calls.get(identifier)?.length && definitions.has(identifier)
    )
    if (notes.length === 0) continue
    tables += 1
    const set = notes.map(([identifier, found], index) => {
      const letter = letters(index + 1).toLowerCase()
      const note = {letter, anchor: `table-note-${tables}-${letter}`}
      for (const call of found) turnInto(call, note)
      return noteOf(definitions.get(identifier), note)
    })
    const last = float.children.findIndex(({type}) => type === 'caption')
    float.children.splice(last === -1 ? float.children.length : last, 0, {...divOf('table-notes'), children: set})
    for (const [identifier] of notes) gone.add(identifier)
  }
  if (gone.size > 0) without(texts, gone)
}

interface Mark {
  readonly letter: string
  readonly anchor: string
}

/** Notes of one paragraph that call no other, and have their name for themselves. */
function definitionsIn(texts: ReadonlyArray<Nodes>): Map<string, FootnoteDefinition> {
  const all = [...walk(texts)].filter((node) => node.type === 'footnoteDefinition')
  const names = all.map(({identifier}) => identifier)
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  return new Map(
    all.filter((each) => !twice.has(each.identifier) && isPlain(each)).map((each) => [each.identifier, each])
  )
}

function isPlain({children}: FootnoteDefinition): boolean {
  const [only, ...others] = children
  return only?.type === 'paragraph' && others.length === 0 && callsIn([only]).size === 0
}

function callsIn(texts: ReadonlyArray<Nodes>): ReadonlyMap<string, ReadonlyArray<FootnoteReference>> {
  const calls = new Map<string, Array<FootnoteReference>>()
  for (const node of walk(texts)) {
    if (node.type !== 'footnoteReference') continue
    const known = calls.get(node.identifier)
    if (known === undefined) calls.set(node.identifier, [node])
    else known.push(node)
  }
  return calls
}

/** The call becomes a raised letter that leads to the note. */
function turnInto(call: FootnoteReference, {letter, anchor}: Mark): void {
  const link: Link = {type: 'link', url: `#${anchor}`, children: [{type: 'text', value: letter}]}
  Object.assign(call, {type: 'superscript', children: [link]})
}

function noteOf(definition: FootnoteDefinition | undefined, {letter, anchor}: Mark): Div {
  const [first] = definition?.children ?? []
  const words: ReadonlyArray<PhrasingContent> = first?.type === 'paragraph' ? first.children : []
  const mark: PhrasingContent = {type: 'superscript', children: [{type: 'text', value: letter}]}
  const paragraph: Paragraph = {type: 'paragraph', children: [mark, {type: 'text', value: ' '}, ...words]}
  const at = definition?.position === undefined ? {} : {position: definition.position}
  return {...divOf('table-note'), identifier: anchor, children: [paragraph], ...at}
}

function divOf(name: string): Div {
  return {type: 'div', children: [], data: {attributes: {classes: [name], pairs: new Map()}}}
}

function without(texts: ReadonlyArray<Nodes>, gone: ReadonlySet<string>): void {
  for (const node of walk(texts)) {
    if (!('children' in node)) continue
    const children: ReadonlyArray<Nodes> = node.children
    const isGone = (child: Nodes) => child.type === 'footnoteDefinition' && gone.has(child.identifier)
    if (children.some(isGone)) Object.assign(node, {children: children.filter((child) => !isGone(child))})
  }
}
