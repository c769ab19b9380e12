import type CSL from 'citeproc'
import type {CslItem} from '../../model/article.ts'
import type {Cache} from '../../model/world.ts'
import type {Cited} from './clusters.ts'
import type {StyleEngine} from './engine.ts'
import type {Entries} from './entries.ts'
import type {Printed} from './formatter.ts'
import {printedAt} from './formatter.ts'
import {known} from './linear.ts'

/** An engine that has seen a whole document, and what it printed. */
export interface Seen {
  /** All that follows for every citation: style, language, works in their order. */
  readonly ground: string
  readonly styleEngine: StyleEngine
  /** Each citation as it was given to the engine, as text. */
  readonly given: ReadonlyArray<string>
  readonly texts: ReadonlyMap<string, string>
  readonly printed: ReadonlyArray<Printed>
  readonly list: Entries
}

/** One document a cache: whoever builds again with the same one is likely to have changed a little of the same text. */
const seen = new WeakMap<Cache, Seen>()

/** Keep an engine for the next build that has the same cache. */
export function keep(cache: Cache, document: Seen): void {
  seen.set(cache, document)
}

export interface Edited {
  readonly ground: string
  readonly cited: ReadonlyArray<Cited>
  readonly clusters: ReadonlyArray<CSL.Cluster>
  readonly items: ReadonlyMap<string, CslItem>
}

/**
 * What the kept engine prints after an edit that left every citation to the works it had, in the notes they were in:
 * only the citations that changed, and those that follow from them, are made anew. `undefined` after another edit, for
 * the order in which an engine meets works shows in what it prints.
 */
export function edited(
  cache: Cache,
  {ground, cited, clusters, items}: Edited
): Pick<Seen, 'list' | 'printed'> | undefined {
  const before = seen.get(cache)
  if (before === undefined || before.ground !== ground || before.given.length !== clusters.length) return undefined
  const given = clusters.map((cluster, index) => givenText(cited[index], cluster))
  const changed = clusters.filter((_, index) => given[index] !== before.given[index])
  // An engine that fails halfway is not for use.
  seen.delete(cache)
  const texts = new Map(before.texts)
  const anew = new Set<string>()
  const full = clusters.filter(({citationItems}) => citationItems.length > 0)
  for (const cluster of changed) {
    anew.add(cluster.citationID)
    for (const [id, text] of rerun(before.styleEngine.engine, full, cluster)) {
      texts.set(id, text)
      anew.add(id)
    }
  }
  const means = {cited, clusters, texts, items, styleEngine: before.styleEngine}
  const printed = before.printed.map((old, index) => (anew.has(String(index)) ? printedAt(index, means) : old))
  const {list, styleEngine} = before
  seen.set(cache, {ground, styleEngine, given, texts, printed, list})
  return {printed, list}
}

/** A changed citation and all that the engine sees follow from it. */
function rerun(
  engine: CSL.Engine,
  full: ReadonlyArray<CSL.Cluster>,
  cluster: CSL.Cluster
): ReadonlyArray<readonly [id: string, text: string]> {
  const at = full.indexOf(cluster)
  if (at === -1) return []
  const place = ({citationID, properties}: CSL.Cluster) => [citationID, properties.noteIndex] as const
  const [, changes] = engine.processCitationCluster(
    cluster,
    full.slice(0, at).map(place),
    full.slice(at + 1).map(place),
    known
  )
  return changes.map(([, text, id]) => [id, text])
}

/** A citation as the engine is given it, before the engine writes into it. */
export function givenText(cited: Cited | undefined, cluster: CSL.Cluster): string {
  return JSON.stringify([cited?.node.mode, cited?.inNote, cited?.node.items[0]?.key, cluster])
}

/** What may not change between one build and the next for an engine to be of use. */
export function groundOf(parts: ReadonlyArray<unknown>, clusters: ReadonlyArray<CSL.Cluster>): string {
  const places = clusters.map(({citationItems, properties}) => [citationItems.map(({id}) => id), properties.noteIndex])
  return JSON.stringify([parts, places])
}
