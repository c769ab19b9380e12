import type {Link, RootContent} from 'mdast'
import {numbered, numberedInWords} from './references.ts'

/**
 * MyST's links to labels: `[](#fig-x)` says what it refers to, and `{number}` or `%s` in its words is the number
 * (https://mystmd.org/guide/cross-references). A link elsewhere without words shows its address.
 */
export function referring(link: Link): ReadonlyArray<RootContent> {
  const {url, children, position} = link
  const [only, ...others] = children
  const label = /^#([^#\s]+)$/.exec(url)?.[1]
  const at = position === undefined ? {} : {position}
  if (only === undefined && label !== undefined) return [numbered({label}, at, false)]
  if (only === undefined) return url === '' ? [link] : [{...link, children: [{type: 'text', value: url, ...at}]}]
  if (label === undefined || only.type !== 'text' || others.length > 0) return [link]
  return numberedInWords(only.value, {label}, at) ?? [link]
}
