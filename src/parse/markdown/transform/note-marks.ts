import type {FootnoteDefinition, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent} from 'mdast'
import type {Position} from 'unist'
import {walk} from '../../../util/walk.ts'
import {childrenOf} from '../tree/raw.ts'
import {parentsOf, setChildren} from './blocks.ts'

/** LaTeX's `\footnotemark` and `\footnotetext{…}`, which stand in the tree only until they are paired. */
export interface NoteMark {
  readonly type: 'noteMark' | 'noteText'
  /** What `\footnotemark[2]` says. */
  readonly number?: string | undefined
  readonly children: Array<PhrasingContent>
  readonly position?: Position | undefined
}

/** Put a mark where mdast's own nodes are expected. */
export function asPhrasing(mark: NoteMark): PhrasingContent {
  return mark as unknown as PhrasingContent
}

/** Make calls and notes of marks and texts: a text belongs to the mark of its number, or to the first that has none yet. */
export function noteMarks(root: Root): void {
  const names = new Map<NoteMark, string>()
  const waiting: Array<string> = []
  let calls = 0
  for (const node of walk(root)) {
    const mark = markOf(node)
    if (mark === undefined) continue
    if (mark.number !== undefined) names.set(mark, `mark-${mark.number}`)
    else if (mark.type === 'noteMark') {
      const name = `mark--${++calls}`
      waiting.push(name)
      names.set(mark, name)
    } else names.set(mark, waiting.shift() ?? `mark--${++calls}`)
  }
  if (names.size === 0) return
  const definitions: Array<FootnoteDefinition> = []
  for (const parent of parentsOf(root)) replaceIn(parent, names, definitions)
  for (const definition of definitions) root.children.push(definition)
}

function replaceIn(
  parent: Parents,
  names: ReadonlyMap<NoteMark, string>,
  definitions: Array<FootnoteDefinition>
): void {
  const children = childrenOf(parent)
  if (!children.some((child) => markOf(child) !== undefined || isLeft(child))) return
  const kept = children.flatMap((child): ReadonlyArray<RootContent> => {
    const mark = markOf(child)
    const identifier = mark && names.get(mark)
    if (isLeft(child)) return []
    if (mark === undefined || identifier === undefined) return [child]
    const place = mark.position === undefined ? {} : {position: mark.position}
    const name = {identifier, label: identifier}
    if (mark.type === 'noteMark') return [{type: 'footnoteReference', ...name, ...place}]
    const paragraph: Paragraph = {type: 'paragraph', children: mark.children, ...place}
    definitions.push({type: 'footnoteDefinition', ...name, children: [paragraph], ...place})
    return []
  })
  setChildren(parent, kept)
}

/** A paragraph of which nothing is left. */
function isLeft(node: Nodes): boolean {
  return node.type === 'paragraph' && node.children.every((child) => child.type === 'text' && child.value.trim() === '')
}

function markOf(node: Nodes): NoteMark | undefined {
  const type: string = node.type
  return type === 'noteMark' || type === 'noteText' ? (node as unknown as NoteMark) : undefined
}
