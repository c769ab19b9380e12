import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'

/** What one piece of HTML in a line is; comments and declarations are nothing. */
export type Tag =
  | {readonly kind: 'close'; readonly name: string}
  | {readonly kind: 'nothing'}
  | {readonly kind: 'open'; readonly element: Element; readonly isVoid: boolean}

const voids: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input link meta param source track wbr'.split(' ')
)

/** Read one tag, as micromark found it: the whole of it and nothing more. */
export function tagOf(html: string): Tag {
  const closing = /^<\/([a-z][^\s>/]*)/i.exec(html)?.[1]
  if (closing !== undefined) return {kind: 'close', name: closing.toLowerCase()}
  const opening = /^<([a-z][^\s>/]*)/i.exec(html)?.[1]?.toLowerCase()
  if (opening === undefined) return {kind: 'nothing'}
  // Cells and rows are elements only within a table; as spans their attributes can be read all the same.
  const readable = html.replace(/^<[a-z][^\s>/]*/i, '<span')
  const [read] = fromHtml(readable, {fragment: true}).children
  const properties = read?.type === 'element' ? read.properties : {}
  const element: Element = {type: 'element', tagName: opening, properties, children: []}
  return {kind: 'open', element, isVoid: voids.has(opening) || html.endsWith('/>')}
}

/** How deep a piece of HTML opens elements in one another. Elements that may end unsaid are passed over. */
export function depthOf(html: string): number {
  let [depth, deepest] = [0, 0]
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    const tag = name.toLowerCase()
    if (voids.has(tag) || mayEndUnsaid.has(tag)) continue
    depth = Math.max(0, depth + (slash === '/' ? -1 : 1))
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

const mayEndUnsaid: ReadonlySet<string> = new Set('dd dt li option p rp rt tbody td tfoot th thead tr'.split(' '))
