import type {Node} from 'unist'
import {textOf} from '../../util/text.ts'

/** A text in one line: white space and control characters become one space, lone surrogates U+FFFD. */
export function line(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** Nodes as one line of plain text; `undefined` where nothing is said. */
export function plain(nodes: Node | ReadonlyArray<Node> | undefined): string | undefined {
  return nodes === undefined ? undefined : line(textOf(nodes)) || undefined
}
