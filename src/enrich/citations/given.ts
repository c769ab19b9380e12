import type CSL from 'citeproc'
import type {PhrasingContent} from 'mdast'
import type {Citation, CitationItem} from '../../model/nodes.ts'
import type {Cache} from '../../model/world.ts'
import type {ClusterOptions} from './cites.ts'
import {clusterOf} from './cites.ts'
import type {Cited} from './clusters.ts'
import type {StyleKind} from './engine.ts'

/** A citation as it is given to the engine, before that writes into it. */
export interface Given {
  readonly inNote: boolean
  /** The work that a narrative citation names, in the bibliography or not. */
  readonly named: string | undefined
  readonly cluster: CSL.Cluster
}

/** A citation as it was written, and as it was given. */
interface Made extends Pick<Citation, 'items' | 'mode'>, Pick<Cited, 'note'> {
  readonly given: Given
}

/** Citations as they were made for the build before that had the same cache. */
interface Before {
  readonly kind: StyleKind
  readonly made: ReadonlyArray<Made>
}

const kept = new WeakMap<Cache, Before>()

/** Citations as they are given to the engine; those that are written as in the build before are not made again. */
export function givenOf(
  cited: ReadonlyArray<Cited>,
  options: ClusterOptions,
  cache: Cache | undefined
): ReadonlyArray<Given> {
  const {kind} = options
  const before = cache && kept.get(cache)
  const known = before?.kind === kind ? before.made : []
  const made = cited.map((each, index): Made => {
    const old = known[index]
    return old !== undefined && isWrittenAs(each, old, options) ? old : madeOf(each, index, options)
  })
  if (cache !== undefined) kept.set(cache, {kind, made})
  return made.map(({given}) => given)
}

function madeOf(each: Cited, index: number, options: ClusterOptions): Made {
  const {node, note, inNote} = each
  const {items, mode} = node
  const named = mode === 'narrative' ? items[0]?.key : undefined
  return {items, mode, note, given: {inNote, named, cluster: clusterOf(each, index, options)}}
}

/** What is in no bibliography is left out of a cluster, and may have come into it. */
function isWrittenAs({node, note, inNote}: Cited, old: Made, {items: works}: ClusterOptions): boolean {
  const {items, mode} = node
  const {given} = old
  if (mode !== old.mode || note !== old.note || inNote !== given.inNote) return false
  if (items.length !== old.items.length || items.length !== given.cluster.citationItems.length) return false
  for (let index = 0; index < items.length; index++) {
    const [one, other] = [items[index], old.items[index]]
    if (one === undefined || other === undefined || !works.has(one.key) || !isSameCite(one, other)) return false
  }
  return true
}

function isSameCite(one: CitationItem, other: CitationItem): boolean {
  return (
    one.key === other.key &&
    one.locator === other.locator &&
    one.label === other.label &&
    one.suppressAuthor === other.suppressAuthor &&
    one.locator?.includes('<') !== true &&
    isSameText(one.prefix, other.prefix) &&
    isSameText(one.suffix, other.suffix)
  )
}

/** Of nodes that are no text, and of `<`, each build keeps its own. */
function isSameText(one: ReadonlyArray<PhrasingContent>, other: ReadonlyArray<PhrasingContent>): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index++) {
    const [node, old] = [one[index], other[index]]
    if (node?.type !== 'text' || old?.type !== 'text' || node.value !== old.value || node.value.includes('<'))
      return false
  }
  return true
}
