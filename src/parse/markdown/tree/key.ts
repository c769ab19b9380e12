import type {Nodes} from 'mdast'
import type {Position} from 'unist'
import type {Citation, CrossReference} from '../../../model/nodes.ts'
import {crossReferenceKey} from '../cross-reference-key.ts'

export type KeyNode = Citation | CrossReference

/** Those that are one key and no more, so far. */
const bare = new WeakSet<Nodes>()

/** Whether a node is a key by itself, which a bracket around or behind it may take up. */
export function isBareKey(node: Nodes | undefined): node is KeyNode {
  return node !== undefined && bare.has(node)
}

/** The key has been taken up; no other bracket may. */
export function takeUp(node: KeyNode): void {
  bare.delete(node)
}

function mark<N extends KeyNode>(node: N): N {
  bare.add(node)
  return node
}

/** `@key` by itself: a citation in the sentence, or a cross-reference. */
export function keyNode(source: string, position: Position): Citation | CrossReference {
  const suppressAuthor = source.startsWith('-')
  const braced = source.endsWith('}')
  const before = (suppressAuthor ? 2 : 1) + (braced ? 1 : 0)
  const key = braced ? source.slice(before, -1) : source.slice(before)
  const alone = {start: moved(position.start, before), end: moved(position.end, braced ? -1 : 0)}
  const reference = crossReferenceKey(key)
  if (reference !== undefined) {
    const {label, capitalised} = reference
    const targets = [{label, position: alone}]
    return mark({type: 'crossReference', targets, bare: suppressAuthor, capitalised, children: [], position})
  }
  const item = {key, position: alone, prefix: [], suffix: [], suppressAuthor}
  const mode = suppressAuthor ? 'parenthetical' : 'narrative'
  return mark({type: 'citation', mode, items: [item], children: [], position})
}

function moved<P extends {column: number; offset?: number | undefined}>(point: P, by: number): P {
  return {...point, column: point.column + by, offset: (point.offset ?? 0) + by}
}
