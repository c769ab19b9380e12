import type {Nodes} from 'mdast'
import {attributesOf} from '../model/attributes.ts'
import {equationsOf} from './equations.ts'
import {walk} from './walk.ts'

/** The identifiers of everything in numbered texts that a link can lead to. */
export function anchorsOf(texts: ReadonlyArray<Nodes>): ReadonlySet<string> {
  const anchors = new Set<string>()
  for (const node of walk(texts))
    for (const anchor of [...identifiersOf(node), attributesOf(node).id]) if (anchor !== undefined) anchors.add(anchor)
  return anchors
}

/** What an address within the article names: `#b%C3%BCcher` → `bücher`; `undefined` for any other address. */
export function fragmentOf(url: string): string | undefined {
  if (!/^#./.test(url)) return undefined
  try {
    return decodeURIComponent(url.slice(1))
  } catch {
    return url.slice(1)
  }
}

function identifiersOf(node: Nodes): ReadonlyArray<string | undefined> {
  switch (node.type) {
    case 'div':
    case 'figure':
    case 'reference':
    case 'section':
      return [node.identifier]
    case 'math':
      return equationsOf(node).map(({identifier}) => identifier)
    default:
      return []
  }
}
