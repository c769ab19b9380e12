import type {Nodes} from 'mdast'
import {anchorsOf, fragmentOf} from '../util/anchors.ts'
import {walk} from '../util/walk.ts'

/** Let links within the article name identifiers as they are: percent-encoding undone, and capitals too, which GitHub does not mind. */
export function localLinks(texts: ReadonlyArray<Nodes>): void {
  const anchors = anchorsOf(texts)
  for (const node of walk(texts)) {
    const fragment = node.type === 'link' ? fragmentOf(node.url) : undefined
    if (node.type !== 'link' || fragment === undefined) continue
    const anchor = [fragment, fragment.toLowerCase()].find((candidate) => anchors.has(candidate))
    if (anchor !== undefined) node.url = `#${anchor}`
  }
}
