import type {Node, Position} from 'unist'

declare module 'unist' {
  interface Position {
    /** The manuscript file, as a path in its folder; set by `parse` on every node that has a position. */
    file?: string
  }
}

/** A point in a file; `line` and `column` count from 1, as VFile does. */
export interface Point {
  readonly line: number
  readonly column: number
}

/** Where something stands: a file of the manuscript or template and, where known, both ends. */
export interface Place {
  readonly file: string
  readonly start?: Point | undefined
  readonly end?: Point | undefined
}

/** The place of a node that came from a file; `undefined` for a node that we made. */
export function placeOf(node: Node | undefined): Place | undefined {
  const position: Position | undefined = node?.position
  if (position?.file === undefined) return undefined
  const {file, start, end} = position
  return {file, start: {line: start.line, column: start.column}, end: {line: end.line, column: end.column}}
}
