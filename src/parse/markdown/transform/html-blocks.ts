import {fromHtml} from 'hast-util-from-html'
import type {Html, Root, RootContent} from 'mdast'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {childrenOf} from '../tree/raw.ts'
import {parentsOf, setChildren} from './blocks.ts'
import {flowOf} from './html-flow.ts'
import {isLine} from './html-inline.ts'
import {depthOf} from './html-tags.ts'

/** No article nests elements deeper; what does would exhaust the stack of those who read it. */
const deepest = 200

/**
 * Make blocks of HTML nodes of ours. A block may open an element that a later one closes, with Markdown between:
 * so those of one parent are read together, and what is Markdown already stands in for itself.
 */
export function htmlBlocks(root: Root, report: Report): void {
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    if (isLine(parent) || !children.some(({type}) => type === 'html')) continue
    setChildren(parent, converted(children, report))
  }
}

function converted(children: ReadonlyArray<RootContent>, report: Report): ReadonlyArray<RootContent> {
  const from = children.findIndex(({type}) => type === 'html')
  const to = children.findLastIndex(({type}) => type === 'html')
  const middle = children.slice(from, to + 1)
  const blocks = middle.filter((child) => child.type === 'html')
  const source = blocks.map(({value}) => value).join('\n')
  const [first] = blocks
  if (depthOf(source) > deepest) {
    const reason = `Cannot read HTML nested more than ${deepest} deep`
    report({id: 'html-taken', severity: 'error', reason, place: placeOf(first), note: 'It is left out.'})
    return children.filter(({type}) => type !== 'html')
  }
  const stand = standIn(source)
  const parts = middle.map((child, index) =>
    child.type === 'html' ? child.value : `<${stand} data-at="${index}"></${stand}>`
  )
  const starts = offsets(parts)
  const blockAt = (offset: number): Html | undefined => {
    const index = starts.findLastIndex((start) => start <= offset)
    const child = middle[index]
    return child?.type === 'html' ? child : first
  }
  const tree = fromHtml(parts.join('\n'), {fragment: true})
  const nodes = flowOf(tree, {stand, at: (index) => middle[index], block: blockAt, report})
  return [...children.slice(0, from), ...nodes, ...children.slice(to + 1)]
}

/** An element's name that the text has not. */
function standIn(source: string): string {
  let name = 'markdown-block'
  while (source.includes(name)) name += '-x'
  return name
}

function offsets(parts: ReadonlyArray<string>): ReadonlyArray<number> {
  let at = 0
  return parts.map((part) => {
    const start = at
    at += part.length + 1
    return start
  })
}
