import type {LinkReference, Parents, Root, RootContent} from 'mdast'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {walk} from '../../../util/walk.ts'
import {childrenOf} from '../tree/raw.ts'
import {parentsOf, setChildren} from './blocks.ts'

/**
 * Manubot's `[@tag:paper]: doi:10.7717/peerj.705`, which names a work for the citations by that tag
 * (https://github.com/manubot/rootstock/blob/main/USAGE.md). The first of a name holds; reports others.
 */
export function citationTags(root: Root, report: Report): void {
  const works = worksOf(root, report)
  if (works.size === 0) return
  for (const parent of parentsOf(root)) citeByTag(parent, works)
  for (const node of walk(root)) {
    if (node.type !== 'citation') continue
    node.items = node.items.map((item) => ({...item, key: works.get(item.key) ?? item.key}))
  }
}

function worksOf(root: Root, report: Report): ReadonlyMap<string, string> {
  const works = new Map<string, string>()
  for (const node of walk(root)) {
    const tag = node.type === 'definition' ? tagOf(node.label) : undefined
    if (tag === undefined || node.type !== 'definition') continue
    if (works.has(tag)) duplicate(tag, node, report)
    else works.set(tag, node.url)
  }
  return works
}

function tagOf(label: string | null | undefined): string | undefined {
  return /^@(\S+)$/.exec(label ?? '')?.[1]
}

/** What looks like a reference to a definition, `[@tag:paper]`, is a citation. */
function citeByTag(parent: Parents, works: ReadonlyMap<string, string>): void {
  const children = childrenOf(parent)
  if (!children.some(({type}) => type === 'definition' || type === 'linkReference')) return
  const kept = children.flatMap((child): ReadonlyArray<RootContent> => {
    if (child.type === 'definition' && works.has(tagOf(child.label) ?? '')) return []
    return [child.type === 'linkReference' ? citationOf(child) : child]
  })
  setChildren(parent, kept)
}

function citationOf(reference: LinkReference): RootContent {
  const [only, ...others] = reference.children
  if (tagOf(reference.label) === undefined || only?.type !== 'citation' || others.length > 0) return reference
  const at = reference.position === undefined ? {} : {position: reference.position}
  return {...only, mode: 'parenthetical', ...at}
}

function duplicate(tag: string, definition: RootContent, report: Report): void {
  const reason = `Unexpected second work of the tag \`${tag}\``
  const note = 'The first one holds.'
  report({id: 'citation-tag-unique', severity: 'warning', reason, place: placeOf(definition), note})
}
