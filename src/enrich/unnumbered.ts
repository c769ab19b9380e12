import type {Node} from 'unist'
import {attributesOf} from '../model/attributes.ts'

/** Whether the author wants no number here: `{.unnumbered}`, or `{-}` for short, as pandoc has it. */
export function isUnnumbered(node: Node): boolean {
  const {classes} = attributesOf(node)
  return classes.includes('unnumbered') || classes.includes('-')
}
