import type CSL from 'citeproc'
import {sortedOnce} from './swift.ts'
import {meet} from './swift-apart.ts'

/** What of the engine the pass drives beyond what it declares; of the one version that is installed. */
export interface Insides {
  readonly opt: {readonly update_mode: number; readonly parallel: {readonly enable?: boolean}}
  readonly citation_sort: {readonly tokens: ReadonlyArray<unknown>}
  readonly registry: {
    readonly registry: Readonly<Record<string, object>>
    readonly citationreg: {
      citationByIndex: Array<Registered>
      citationById: Record<string, Registered>
      citationsByItemId: Record<string, Array<Registered>>
    }
  }
  readonly tmp: {citation_pos: number; citation_note_index: number; citation_id: string}
  updateItems(ids: ReadonlyArray<string>): void
  updateUncitedItems(ids: ReadonlyArray<string>): void
  /** Tells works apart, which has been done for all of them. */
  readonly disambiguate: {run?: (akey: string) => void}
  /** Makes the text of a citation that is sorted and placed. */
  process_CitationCluster?: (items: CSL.Cluster['sortedItems'], cluster: CSL.Cluster) => string
}

export interface Registered extends CSL.Cluster {
  /** With its place among all, set by the engine. */
  properties: CSL.Cluster['properties'] & {index?: number}
}

/** The styles that print a work in another way where it was cited before (citeproc-js, `CSL.POSITION`). */
const byPosition = 2

/** All works are known already (citeproc-js, `CSL.ASSUME_ALL_ITEMS_REGISTERED`). */
export const known = 2

/**
 * What `rebuildProcessorState` gives, by the ids of citations, in time that grows with their number: that one has the
 * engine walk over all earlier citations again for each. Left to it are the styles in which the walk shows: those that
 * sort citations by position, or name the note of the first one.
 */
export function linearTexts(
  engine: CSL.Engine,
  clusters: ReadonlyArray<CSL.Cluster>,
  {format, uncited, xml}: {readonly format: string; readonly uncited: ReadonlyArray<string>; readonly xml: string}
): ReadonlyMap<string, string> {
  const inside = engine as unknown as Insides
  if (isLeftToEngine(inside, xml))
    return new Map(engine.rebuildProcessorState(clusters, format, uncited).map(([id, , text]) => [id, text]))
  const ids = new Set(clusters.flatMap(({citationItems}) => citationItems.map(({id}) => id)))
  meet(engine, () => inside.updateItems([...ids]))
  const texts = isPlaced(inside) ? placedTexts(engine, inside, clusters) : plainTexts(engine, clusters)
  register(inside, clusters)
  inside.updateUncitedItems(uncited)
  return texts
}

/** Whether a style prints a work in another way where it was cited before. */
export function isPlaced({opt}: Insides): boolean {
  return opt.update_mode === byPosition
}

/** Whether a style sorts citations by position, or names the note of the first one. */
export function isLeftToEngine(inside: Insides, xml: string): boolean {
  return isPlaced(inside) && (inside.citation_sort.tokens.length > 0 || xml.includes('note-number'))
}

/** Each citation as if it stood alone, once all works are known, and equal ones once: no style of these sees the others. */
function plainTexts(engine: CSL.Engine, clusters: ReadonlyArray<CSL.Cluster>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const first = new Map<string, CSL.Cluster>()
  sortedOnce(engine, () => {
    for (const cluster of clusters) {
      const {citationID, citationItems, properties} = cluster
      const given = JSON.stringify([citationItems, properties.unsorted])
      const same = first.get(given)
      if (same === undefined) {
        first.set(given, cluster)
        const [, changes] = engine.processCitationCluster(cluster, [], [], known)
        texts.set(citationID, changes.at(-1)?.[1] ?? '')
      } else {
        cluster.sortedItems = same.sortedItems
        texts.set(citationID, texts.get(same.citationID) ?? '')
      }
    }
  })
  return texts
}

/** Have each citation sorted, then all placed at once, then each printed. */
function placedTexts(
  engine: CSL.Engine,
  inside: Insides,
  clusters: ReadonlyArray<CSL.Cluster>
): ReadonlyMap<string, string> {
  const last = clusters.at(-1)
  if (last === undefined) return new Map()
  quietly(inside, () => {
    for (const cluster of clusters) engine.processCitationCluster(cluster, [], [], known)
    register(inside, clusters)
    const before = clusters.slice(0, -1).map(({citationID, properties}) => [citationID, properties.noteIndex] as const)
    engine.processCitationCluster(last, before, [], known)
  })
  return new Map(
    clusters.map((cluster, index) => {
      inside.tmp.citation_pos = index
      inside.tmp.citation_note_index = cluster.properties.noteIndex
      inside.tmp.citation_id = cluster.citationID
      return [cluster.citationID, inside.process_CitationCluster?.(cluster.sortedItems, cluster) ?? '']
    })
  )
}

/** Have citations sorted and placed, and none printed. */
export function quietly(inside: Insides, work: () => void): void {
  inside.process_CitationCluster = () => ''
  inside.disambiguate.run = () => undefined
  try {
    work()
  } finally {
    // The engine's own again.
    delete inside.process_CitationCluster
    delete inside.disambiguate.run
  }
}

/** Enter all citations where the engine looks for them. */
function register({registry: {citationreg}}: Insides, clusters: ReadonlyArray<CSL.Cluster>): void {
  citationreg.citationByIndex = [...clusters]
  citationreg.citationById = Object.fromEntries(clusters.map((cluster) => [cluster.citationID, cluster]))
  const byItem = new Map<string, Array<Registered>>()
  for (const [index, cluster] of clusters.entries()) {
    Object.assign(cluster.properties, {index})
    for (const id of new Set(cluster.citationItems.map((item) => item.id))) {
      const own = byItem.get(id)
      if (own === undefined) byItem.set(id, [cluster])
      else own.push(cluster)
    }
  }
  citationreg.citationsByItemId = Object.fromEntries(byItem)
}
