import type {Node} from 'unist'
import type {Attributes} from '../../../model/attributes.ts'
import {attributesOf} from '../../../model/attributes.ts'
import {textOfAttributes} from '../attribute-text.ts'

/** The attributes of a node in braces, after `gap`; empty if it has none. */
export function behind(node: Node, gap = ''): string {
  return inBraces(attributesOf(node), gap)
}

/** Attributes in braces, after `gap`; empty if there are none. */
export function inBraces(attributes: Attributes, gap = ''): string {
  const {id, classes, pairs} = attributes
  return id === undefined && classes.length === 0 && pairs.size === 0 ? '' : gap + textOfAttributes(attributes)
}
