import type {Nodes} from 'mdast'
import {textsOf} from './texts.ts'
import {walk} from './walk.ts'

const known = new WeakMap<object, ReadonlyArray<Nodes>>()

/** Every node of an article, in reading order. A finished article is walked once for all who read it: nobody writes to it any more. */
export function nodesOf(article: Parameters<typeof textsOf>[0]): ReadonlyArray<Nodes> {
  const nodes = known.get(article) ?? [...walk(textsOf(article))]
  known.set(article, nodes)
  return nodes
}
