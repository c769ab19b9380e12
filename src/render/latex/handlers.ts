import type {Nodes} from 'mdast'
import type {Handlers} from '../../model/nodes.ts'
import {blockHandlers} from './block.ts'
import {inlineHandlers} from './inline.ts'
import type {State, Write} from './state.ts'

/** How each node is written in LaTeX. */
const handlers: Handlers<State, string> = {...blockHandlers, ...inlineHandlers}

/** Nodes as LaTeX, in order. */
export const write: Write = (nodes, state) => nodes.map((node) => one(node, state)).join('')

function one(node: Nodes, state: State): string {
  const handle = Reflect.get(handlers, node.type) as ((node: Nodes, state: State) => string) | undefined
  if (handle === undefined) throw new Error(`Cannot handle unknown node \`${node.type}\``)
  return handle(node, state)
}
