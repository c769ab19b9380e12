import type {Nodes, Parents, RootContent} from 'mdast'
import type {Position} from 'unist'
import type {Attributes} from '../../../model/attributes.ts'

/** Nodes that stand in the tree only until `parse` has transformed it. */
export type RawNode = DivFence | DisplayFormula | Separator

/** `:::`: opens a div if it says anything, closes one otherwise. */
export interface DivFence {
  readonly type: 'divFence'
  readonly attributes: Attributes | undefined
  readonly position?: Position | undefined
}

/** `$$…$$` in a line of text. */
export interface DisplayFormula {
  readonly type: 'displayFormula'
  readonly value: string
  readonly position?: Position | undefined
  readonly data?: {attributes?: Attributes} | undefined
}

/** `;` directly in a bracket. */
interface Separator {
  readonly type: 'separator'
  readonly position?: Position | undefined
}

/** A node as one of ours; what it is not is seen by its type. */
export function asRaw(node: Nodes | RawNode | undefined): RawNode | undefined {
  const type: string | undefined = node?.type
  return type === 'divFence' || type === 'displayFormula' || type === 'separator' ? (node as RawNode) : undefined
}

/** Put one of our nodes where mdast's own are expected; transforms take it away again. */
export function asContent(node: RawNode): RootContent {
  return node as unknown as RootContent
}

/** The children of a parent, whatever it holds. */
export function childrenOf(parent: Parents): Array<RootContent> {
  return parent.children as Array<RootContent>
}
