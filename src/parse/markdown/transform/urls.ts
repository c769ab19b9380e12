import type {Image, Link, Nodes, Root, RootContent} from 'mdast'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {childrenOf} from '../tree/raw.ts'
import {parentsOf, setChildren} from './blocks.ts'

const forLinks: ReadonlySet<string> = new Set(['doi', 'ftp', 'ftps', 'geo', 'http', 'https', 'mailto', 'tel', 'urn'])
const forImages: ReadonlySet<string> = new Set(['http', 'https'])
const imageData = /^data:image\/(?:png|jpe?g|gif|webp|avif|svg\+xml)[;,]/i

/** Take away addresses that could run code in a reader's browser; what they stood on stays as text. */
export function urls(root: Root, report: Report): void {
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    if (!children.some((child) => isUnsafe(child))) continue
    setChildren(
      parent,
      children.flatMap((child) => (isUnsafe(child) ? without(child, report) : [child]))
    )
  }
}

function isUnsafe(node: Nodes): node is Image | Link {
  if (node.type !== 'link' && node.type !== 'image') return false
  const scheme = schemeOf(node.url)
  if (scheme === undefined) return false
  return node.type === 'link' ? !forLinks.has(scheme) : !forImages.has(scheme) && !imageData.test(node.url)
}

/** As browsers see it: white space and control characters within do not count. */
function schemeOf(url: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers pass them over (WHATWG URL, 4.4)
  const bare = url.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\ufeff]/g, '')
  return /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase()
}

function without(node: Image | Link, report: Report): ReadonlyArray<RootContent> {
  const scheme = schemeOf(node.url) ?? ''
  const reason = `Unexpected address beginning \`${scheme}:\`, expected a web address or a path`
  const note = 'It is left out, as readers’ programs may run it or cannot follow it.'
  report({id: 'address-safe', severity: 'error', reason, place: placeOf(node), note})
  if (node.type === 'link') return node.children
  return node.alt === null || node.alt === undefined || node.alt === '' ? [] : [{type: 'text', value: node.alt}]
}
