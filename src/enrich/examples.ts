import type {Nodes, PhrasingContent} from 'mdast'
import type {Library} from '../model/article.ts'
import type {Citation} from '../model/nodes.ts'
import {walk} from '../util/walk.ts'

/**
 * Number examples, `(@good)`, through the whole article, and put their numbers where they are named: `(@good)` or `@good`
 * in the text (https://pandoc.org/MANUAL.html#numbered-example-lists).
 */
export function examples(texts: ReadonlyArray<Nodes>, library: Library): void {
  const numbers = numbersOf(texts)
  if (numbers.size === 0) return
  const named = <N extends Nodes>(node: N): N | PhrasingContent => {
    const key = node.type === 'citation' ? keyAlone(node) : undefined
    const value = key === undefined || library.has(key) ? undefined : numbers.get(key)
    if (value === undefined) return node
    return {type: 'text', value, ...(node.position === undefined ? {} : {position: node.position})}
  }
  for (const node of walk(texts))
    if ('children' in node && node.children.some(({type}) => type === 'citation'))
      Object.assign(node, {children: node.children.map(named)})
}

function numbersOf(texts: ReadonlyArray<Nodes>): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>()
  let count = 0
  for (const node of walk(texts)) {
    if (node.type !== 'list' || node.data?.numbering?.isExamples !== true) continue
    node.start = count + 1
    for (const {data} of node.children) {
      count++
      const label = data?.example ?? ''
      if (label !== '' && !numbers.has(label)) numbers.set(label, String(count))
    }
  }
  return numbers
}

function keyAlone({mode, items}: Citation): string | undefined {
  const [item, ...others] = items
  const isAlone = item !== undefined && others.length === 0 && item.locator === undefined && !item.suppressAuthor
  return isAlone && mode === 'narrative' && item.prefix.length + item.suffix.length === 0 ? item.key : undefined
}
