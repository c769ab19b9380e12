import type {Node} from 'unist'
import type {Attributes} from '../../model/attributes.ts'
import {attributesOf} from '../../model/attributes.ts'

/** The attributes of a node in braces, after `gap`; empty if it has none. */
export function behind(node: Node, gap = ''): string {
  return inBraces(attributesOf(node), gap)
}

/** Attributes in braces, after `gap`; empty if there are none. */
export function inBraces(attributes: Attributes, gap = ''): string {
  const {id, classes, pairs} = attributes
  return id === undefined && classes.length === 0 && pairs.size === 0 ? '' : gap + textOfAttributes(attributes)
}

/** As pandoc reads them. */
function textOfAttributes({id, classes, pairs}: Attributes): string {
  const quoted = ([key, value]: [string, string]) => `${key}="${value.replace(/[\\"]/g, '\\$&')}"`
  const parts = [...(id === undefined ? [] : [`#${id}`]), ...classes.map((name) => `.${name}`)]
  return `{${[...parts, ...[...pairs].map(quoted)].join(' ')}}`
}
