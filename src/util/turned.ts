import type {Node} from 'unist'
import {attributesOf} from '../model/attributes.ts'

/** The classes by which an author asks for it, the second as LaTeX has it. */
const asking: ReadonlySet<string> = new Set(['landscape', 'sideways'])

/** Whether a figure, a table or a division is to stand on a page of its own, turned by 90°: its author gave it such a class. */
export function isTurned(node: Node): boolean {
  return attributesOf(node).classes.some((name) => asking.has(name))
}
