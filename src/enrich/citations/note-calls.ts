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
 * Fit citations into their sentences: no space stands before raised numbers and calls of notes. As notes ask, if there are any, a call
 * follows the punctuation after it, and a citation inside a note leaves the full stop to the author.
 */
export function settle(cited: ReadonlyArray<Cited>, inNotes: boolean): void {
  const isInNote = new Map<Nodes, boolean>()
  const parents = new Set<Parent>()
  for (const {node, parent, inNote} of cited) {
    isInNote.set(node, inNote)
    if (parent !== undefined && 'children' in parent) parents.add(parent)
  }
  for (const parent of parents) settleIn(parent, isInNote, inNotes)
}

function settleIn({children}: Parent, isInNote: ReadonlyMap<Nodes, boolean>, inNotes: boolean): void {
  for (const [index, node] of children.entries()) {
    const inNote = isInNote.get(node)
    if (node.type !== 'citation' || inNote === undefined) continue
    const [before, after] = [textNode(children[index - 1]), textNode(children[index + 1])]
    if (isRaised(node) && !isBetween(children, index - 1)) closeUp(before)
    if (!inNotes) continue
    if (inNote) leaveStop(node, after)
    else if (node.children[0]?.type === 'footnoteReference') followPunctuation(before, after)
  }
}

/** Whether all that a citation prints is raised. */
function isRaised({children}: Pick<Citation, 'children'>): boolean {
  return (
    children.length > 0 &&
    children.every((child) => child.type === 'superscript' || (child.type === 'link' && isRaised(child)))
  )
}

/** Whether a space parts two citations, which would else be one number. */
function isBetween(children: ReadonlyArray<Nodes>, index: number): boolean {
  return textNode(children[index])?.value.trim() === '' && children[index - 1]?.type === 'citation'
}

function closeUp(before: Text | undefined): void {
  if (before !== undefined) before.value = before.value.trimEnd()
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
