import type {Node} from 'unist'

/** pandoc's `{#id .class key=value}`, as the author wrote it. */
export interface Attributes {
  readonly id?: string | undefined
  readonly classes: ReadonlyArray<string>
  /** Keys are the author's, hence a map. */
  readonly pairs: ReadonlyMap<string, string>
}

declare module 'unist' {
  interface Data {
    attributes?: Attributes
  }
}

const none: Attributes = {classes: [], pairs: new Map()}

/** The attributes of a node; empty ones if the author gave none. */
export function attributesOf(node: Node): Attributes {
  return node.data?.attributes ?? none
}
