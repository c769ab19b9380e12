import type {Code, Nodes, RootContent} from 'mdast'
import type {Position} from 'unist'

/** What other writers of Markdown have, as it stands in the tree until it is made into nodes of the model. */
export type DialectNode =
  | (Placed & {readonly type: 'cellBreak'; readonly value: string})
  | (Placed & {readonly type: 'comment'})
  | (Placed & {readonly type: 'placeholder'; readonly value: string})
  | (Placed & {readonly type: 'role'; readonly name: string})
  | (Placed & {readonly type: 'target'; readonly label: string})

interface Placed {
  readonly position?: Position | undefined
}

const types: ReadonlySet<string> = new Set(['cellBreak', 'comment', 'placeholder', 'role', 'target'])

/** A node as one of a dialect; what it is not is seen by its type. */
export function asDialect(node: Nodes | undefined): DialectNode | undefined {
  return node !== undefined && types.has(node.type) ? (node as unknown as DialectNode) : undefined
}

/** Put a dialect's node where mdast's own are expected. */
export function asContent(node: DialectNode): RootContent {
  return node as unknown as RootContent
}

const arguments_ = new WeakMap<Code, number>()

/** Columns from the start of a fence to what follows its name. */
export function argumentColumn(code: Code): number {
  return arguments_.get(code) ?? 0
}

export function setArgumentColumn(code: Code, columns: number): void {
  arguments_.set(code, columns)
}

const closed = new WeakSet<Code>()

/** Whether a fence was closed, not ended by what it stands in. */
export function isClosed(code: Code): boolean {
  return closed.has(code)
}

export function setClosed(code: Code): void {
  closed.add(code)
}
