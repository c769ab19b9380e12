import type {Nodes, Parents} from 'mdast'
import type {CompileContext, Extension} from 'mdast-util-from-markdown'
import type {Token} from 'micromark-util-types'
import type {Position} from 'unist'
import type {Shift} from '../places.ts'
import {positionOf} from '../tree/place.ts'
import {childrenOf} from '../tree/raw.ts'

/** LaTeX as typed; it stands in the tree only until it is made into nodes of the model. */
export interface TexNode {
  readonly type: 'texCommand' | 'texEnvironment'
  readonly source: string
  readonly position?: Position | undefined
}

/** A node as one of LaTeX; what it is not is seen by its type. */
export function asTex(node: Nodes | undefined): TexNode | undefined {
  const type: string | undefined = node?.type
  return type === 'texCommand' || type === 'texEnvironment' ? (node as unknown as TexNode) : undefined
}

/** Where a part of a node's source stands: from a character on. */
export function shiftOf({type, source, position}: TexNode, index: number): Shift {
  const {line, column, offset} = position?.start ?? {line: 1, column: 1}
  const before = source.slice(0, index)
  const lines = before.split('\n')
  const last = lines.at(-1) ?? ''
  // An environment begins a line: what stands before it stands before its other lines too.
  const indent = type === 'texEnvironment' ? column - 1 : 0
  return {
    file: position?.file ?? '',
    line: line + lines.length - 1,
    column: lines.length === 1 ? column + index : last.length + 1 + indent,
    indent,
    ...(offset === undefined ? {} : {offset: offset + index})
  }
}

/** Where a part of a node's source stands. */
export function positionIn(node: TexNode, index: number, length: number): {position?: Position} {
  if (node.position === undefined) return {}
  const [start, end] = [shiftOf(node, index), shiftOf(node, index + length)]
  return {position: {...node.position, start: pointOf(start), end: pointOf(end)}}
}

function pointOf({line, column, offset}: Shift): Position['start'] {
  return {line, column, ...(offset === undefined ? {} : {offset})}
}

/** The tokens of LaTeX, as nodes. */
export function texFromMarkdown(): Extension {
  return {
    enter: {texCommand: buffered, texEnvironment: buffered},
    exit: {texCommand: exit('texCommand'), texEnvironment: exit('texEnvironment')}
  }
}

function buffered(this: CompileContext): void {
  this.buffer()
}

function exit(type: TexNode['type']) {
  return function made(this: CompileContext, token: Token): void {
    this.resume()
    const node: TexNode = {type, source: this.sliceSerialize(token).trimEnd(), position: positionOf(token)}
    childrenOf(this.stack.at(-1) as Parents).push(node as unknown as ReturnType<typeof childrenOf>[number])
  }
}
