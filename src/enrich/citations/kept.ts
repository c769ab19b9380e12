import type CSL from 'citeproc'
import type {CslItem} from '../../model/article.ts'
import type {CitationStyle} from '../../model/manuscript.ts'
import type {Cache} from '../../model/world.ts'
import {isSame, isSameMap} from '../../util/same.ts'
import type {StyleEngine} from './engine.ts'
import type {Entries} from './entries.ts'
import type {Printed} from './formatter.ts'
import {printedOne} from './formatter.ts'
import type {Given} from './given.ts'
import {isReusable, rerun} from './rerun.ts'

/** What every citation of a document follows from. */
export interface Ground {
  readonly style: CitationStyle
  readonly language: string
  /** Whether the article's language goes before the style's own. */
  readonly forced: boolean
  readonly items: ReadonlyMap<string, CslItem>
  readonly uncited: ReadonlyArray<string>
  /** Whether the list has the words of each work's language. */
  readonly entryTerms: boolean
}

/** An engine that has seen a whole document. */
interface Live {
  readonly styleEngine: StyleEngine
  /** The engine's own. */
  readonly clusters: ReadonlyArray<CSL.Cluster>
}

/** A document and what was printed of it. */
export interface Seen {
  readonly ground: Ground
  readonly given: ReadonlyArray<Given>
  readonly printed: ReadonlyArray<Printed>
  readonly list: Entries
  /** Absent where another process printed it. */
  readonly live?: Live | undefined
}

/** One document a cache: whoever builds again with the same one is likely to have changed a little of the same text. */
const kept = new WeakMap<Cache, Seen>()

/** Keep a document for the next build that has the same cache. */
export function keep(cache: Cache, document: Seen): void {
  kept.set(cache, document)
}

/**
 * The kept document after an edit that left every citation to the works it had, in the notes they were in: only the
 * citations that changed, and those that follow from them, are made anew, and nothing where none changed. `undefined`
 * after another edit, for the order in which an engine meets works shows in what it prints.
 */
export function edited(cache: Cache, ground: Ground, given: ReadonlyArray<Given>): Seen | undefined {
  const before = kept.get(cache)
  if (before === undefined || !isSameGround(before.ground, ground)) return undefined
  const changed = changesOf(before.given, given)
  if (changed?.length === 0) return before
  if (changed === undefined || before.live === undefined) return undefined
  const {clusters, styleEngine} = before.live
  if (!isReusable(styleEngine.engine, ground.style.xml)) return undefined
  // An engine that fails halfway is not for use.
  kept.delete(cache)
  const live = {styleEngine, clusters: [...clusters]}
  const printed = [...before.printed]
  for (const index of changed) {
    const each = given[index]
    if (each === undefined) continue
    const cluster = ownCopy(each.cluster)
    live.clusters[index] = cluster
    for (const [id, text] of rerun(styleEngine.engine, live.clusters, cluster, ground.style.xml)) {
      const [its, place] = [live.clusters[Number(id)], given[Number(id)]]
      if (its !== undefined && place !== undefined)
        printed[Number(id)] = printedOne(text, its, place, {styleEngine, items: ground.items})
    }
  }
  const document = {ground, given, printed, list: before.list, live}
  keep(cache, document)
  return document
}

/** A citation for the engine to write into. */
export function ownCopy({citationID, citationItems, properties}: CSL.Cluster): CSL.Cluster {
  return {citationID, citationItems: citationItems.map((item) => ({...item})), properties: {...properties}}
}

function isSameGround(one: Ground, other: Ground): boolean {
  return (
    one.language === other.language &&
    one.forced === other.forced &&
    one.entryTerms === other.entryTerms &&
    one.style.xml === other.style.xml &&
    isSameMap(one.style.locales, other.style.locales) &&
    isSame(one.uncited, other.uncited) &&
    isSameMap(one.items, other.items)
  )
}

/** Which citations are not as they were; `undefined` where they cite other works, or stand in other notes. */
function changesOf(before: ReadonlyArray<Given>, given: ReadonlyArray<Given>): ReadonlyArray<number> | undefined {
  if (before.length !== given.length) return undefined
  const changed: Array<number> = []
  for (const [index, each] of given.entries()) {
    const old = before[index]
    if (old === undefined || isSame(old, each)) continue
    if (!isSamePlace(old.cluster, each.cluster)) return undefined
    changed.push(index)
  }
  return changed
}

function isSamePlace(one: CSL.Cluster, other: CSL.Cluster): boolean {
  const [left, right] = [one.citationItems, other.citationItems]
  if (one.properties.noteIndex !== other.properties.noteIndex || left.length !== right.length) return false
  return left.every(({id}, index) => id === right[index]?.id)
}
