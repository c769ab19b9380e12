import type {Node} from 'unist'

/** Nodes that run on in a line; what ends any other node ends a word. */
const inline: ReadonlySet<string> = new Set([
  'citation',
  'crossReference',
  'delete',
  'emphasis',
  'footnoteReference',
  'image',
  'inlineCode',
  'inlineMath',
  'link',
  'span',
  'strong',
  'subscript',
  'superscript',
  'text'
])

/** Plain text of nodes, as a reader reads it aloud: alternative text of images and TeX of formulas included; blocks end with a line feed. */
export function textOf(nodes: Node | ReadonlyArray<Node>): string {
  const parts: Array<string> = []
  const queue: Array<Node | string> = (Array.isArray(nodes) ? [...nodes] : [nodes as Node]).reverse()
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (typeof next === 'string') {
      parts.push(next)
      continue
    }
    if (!inline.has(next.type)) queue.push('\n')
    const own = ownText(next)
    if (own === undefined) pushAll(queue, next)
    else parts.push(own)
  }
  return parts
    .join('')
    .replace(/\n{2,}/g, '\n')
    .replace(/^\n|\n$/g, '')
}

/** How many words a text has: runs without white space that hold a letter or a digit, as word processors count. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function ownText(node: Node): string | undefined {
  if ('value' in node && typeof node.value === 'string') return node.value
  if ('alt' in node && typeof node.alt === 'string') return node.alt
  return undefined
}

function pushAll(queue: Array<Node | string>, node: Node): void {
  if (!('children' in node) || !Array.isArray(node.children)) return
  for (let index = node.children.length - 1; index >= 0; index--) queue.push(node.children[index])
}
