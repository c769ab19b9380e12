import type {FootnoteDefinition, FootnoteReference, Nodes, Parent, PhrasingContent, Root, Text} from 'mdast'
import type {Citation} from '../../model/nodes.ts'
import type {Cited} from './clusters.ts'

/** Put what a citation prints into a note of its own, called where the citation stands. */
export function noteCall(
  content: ReadonlyArray<PhrasingContent>,
  number: number,
  body: Root,
  taken: ReadonlySet<string>
): FootnoteReference {
  let identifier = `citation-${number}`
  while (taken.has(identifier)) identifier += '-'
  const definition: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier,
    label: identifier,
    children: [{type: 'paragraph', children: capitalised(content)}]
  }
  body.children.push(definition)
  return {type: 'footnoteReference', identifier, label: identifier}
}

/** A note is a sentence: “See Smith …”. */
function capitalised(content: ReadonlyArray<PhrasingContent>): Array<PhrasingContent> {
  const [first, ...rest] = content
  if (first?.type !== 'text' || !/^\p{Ll}/u.test(first.value)) return [...content]
  return [{...first, value: first.value.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}, ...rest]
}

/**
 * Fit citations into their sentences as notes ask: a call follows the punctuation after it and no space;
 * a citation inside a note leaves the full stop to the author.
 */
export function settle(cited: ReadonlyArray<Cited>): void {
  const inNotes = new Map<Nodes, boolean>()
  const parents = new Set<Parent>()
  for (const {node, parent, inNote} of cited) {
    inNotes.set(node, inNote)
    if (parent !== undefined && 'children' in parent) parents.add(parent)
  }
  for (const parent of parents) settleIn(parent, inNotes)
}

function settleIn({children}: Parent, inNotes: ReadonlyMap<Nodes, boolean>): void {
  for (const [index, node] of children.entries()) {
    const inNote = inNotes.get(node)
    if (node.type !== 'citation' || inNote === undefined) continue
    const [before, after] = [textNode(children[index - 1]), textNode(children[index + 1])]
    if (inNote) leaveStop(node, after)
    else if (node.children[0]?.type === 'footnoteReference') followPunctuation(before, after)
  }
}

function textNode(node: Nodes | undefined): Text | undefined {
  return node?.type === 'text' ? node : undefined
}

function leaveStop(node: Citation, after: Text | undefined): void {
  if (after !== undefined && /^\s*[.,;:!?)]|^\s+\p{Ll}/u.test(after.value)) dropStop(node.children)
}

function followPunctuation(before: Text | undefined, after: Text | undefined): void {
  if (before === undefined) return
  const [punctuation = ''] = /^[.,;:!?]+["'”’»)]*/.exec(after?.value ?? '') ?? []
  before.value = before.value.trimEnd() + punctuation
  if (after !== undefined) after.value = after.value.slice(punctuation.length)
}

function dropStop(children: Array<PhrasingContent>): void {
  const last = children.at(-1)
  if (last?.type === 'text') last.value = last.value.replace(/\.$/, '')
  else if (last !== undefined && 'children' in last) dropStop(last.children as Array<PhrasingContent>)
}
