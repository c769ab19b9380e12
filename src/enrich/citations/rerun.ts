import type CSL from 'citeproc'
import type {Insides, Registered} from './linear.ts'
import {isLeftToEngine, isPlaced, known, quietly} from './linear.ts'

export type Changes = ReadonlyArray<readonly [id: string, text: string]>

/**
 * Whether a used engine prints an edited document as a new one does. One that names the note of the first citation, and
 * prints something only where works are taken for one another, goes by what it found when it first met them.
 */
export function isReusable(engine: CSL.Engine, xml: string): boolean {
  return !(isLeftToEngine(engine as unknown as Insides, xml) && /\sdisambiguate=/.test(xml))
}

/**
 * A changed citation and all that follow from it, after an edit that left works and places alone.
 * `clusters` are all of the document, each at the place that is its id.
 */
export function rerun(
  engine: CSL.Engine,
  clusters: ReadonlyArray<CSL.Cluster>,
  changed: CSL.Cluster,
  xml: string
): Changes {
  if (changed.citationItems.length === 0) return [[changed.citationID, '']]
  const inside = engine as unknown as Insides
  if (!isPlaced(inside)) return formatted(engine, changed, [], [])
  const full = clusters.filter(({citationItems}) => citationItems.length > 0)
  const own = full.filter((each) => isNote(each) === isNote(changed))
  if (!isLeftToEngine(inside, xml) && !inside.opt.parallel.enable && isAscending(own))
    return placedAmongFew(engine, inside, own, changed)
  const at = full.indexOf(changed)
  return formatted(engine, changed, full.slice(0, at), full.slice(at + 1))
}

function formatted(
  engine: CSL.Engine,
  changed: CSL.Cluster,
  before: ReadonlyArray<CSL.Cluster>,
  after: ReadonlyArray<CSL.Cluster>
): Changes {
  const [, changes] = engine.processCitationCluster(changed, before.map(place), after.map(place), known)
  return changes.map(([, text, id]) => [id, text])
}

function place({citationID, properties}: CSL.Cluster): readonly [id: string, note: number] {
  return [citationID, properties.noteIndex]
}

/** The engine places those of notes and those of running text apart. */
function isNote({properties}: CSL.Cluster): boolean {
  return properties.noteIndex > 0
}

function isAscending(clusters: ReadonlyArray<CSL.Cluster>): boolean {
  return clusters.every(
    ({properties}, index) => (clusters[index - 1]?.properties.noteIndex ?? 0) <= properties.noteIndex
  )
}

/**
 * What the whole document would give. Where a citation stands follows from the one before it, those of the same note, and
 * the first and the last before it of the same works; a change of its words shows, besides in itself, in the next one.
 */
function placedAmongFew(
  engine: CSL.Engine,
  inside: Insides,
  own: ReadonlyArray<CSL.Cluster>,
  changed: CSL.Cluster
): Changes {
  const {citationreg} = inside.registry
  const at = own.indexOf(changed)
  const next = own[at + 1]
  const followers = next === undefined ? [] : [next]
  const before = whatPlaces(own, at, [changed, ...followers], inside)
  const all = {...citationreg}
  const old = citationreg.citationById[changed.citationID]
  const undo = [...before, ...followers, ...(old === undefined ? [] : [old])].map((each) => remembered(each, inside))
  quietly(inside, () => void formatted(engine, changed, before, followers))
  Object.assign(citationreg, all)
  if (old !== undefined) replace(old, changed, citationreg)
  const placesOfNext = next && placesOf(next)
  for (const back of undo) back()
  const texts: Array<readonly [string, string]> = []
  if (next !== undefined && placesOfNext !== undefined && setPlaces(next, placesOfNext))
    texts.push([next.citationID, textOf(inside, next)])
  texts.push([changed.citationID, textOf(inside, changed)])
  return texts
}

/** Citations before one, as few as have the engine place it and the next where it would among all. */
function whatPlaces(
  own: ReadonlyArray<CSL.Cluster>,
  at: number,
  placed: ReadonlyArray<CSL.Cluster>,
  {registry: {citationreg}}: Insides
): ReadonlyArray<CSL.Cluster> {
  const [changed] = placed
  const found = new Set<number>()
  const note = own[at - 1]?.properties.noteIndex ?? 0
  for (let index = at - 1; index >= 0 && (index === at - 1 || note > 0); index--) {
    if (own[index]?.properties.noteIndex !== note) break
    found.add(index)
  }
  const places = new Map(own.slice(0, at).map(({citationID}, index) => [citationID, index]))
  for (const {id} of placed.flatMap(({citationItems}) => citationItems)) {
    const earlier = (citationreg.citationsByItemId[id] ?? []).flatMap(({citationID}) => places.get(citationID) ?? [])
    for (const index of [earlier.at(0), earlier.at(-1)]) if (index !== undefined) found.add(index)
  }
  return [...found]
    .sort((one, other) => one - other)
    .flatMap((index) => own[index] ?? [])
    .filter((each) => each !== changed)
}

/** What the engine compares to see whether a citation has to be made again (citeproc-js, `CSL.POSITION_TEST_VARS`). */
const tested = ['position', 'first-reference-note-number', 'first-container-reference-note-number', 'near-note']
/** What it writes into a cite when it places it. */
const written = [...tested, 'index', 'noteIndex']
const counted = ['citation-count', 'first-reference-note-number', 'first-container-reference-note-number']

type Values = Readonly<Record<string, unknown>>

/** Gives what puts back what placing a citation writes. */
function remembered(cluster: Registered, {registry: {registry}}: Insides): () => void {
  const {index} = cluster.properties
  const targets = sortedCites(cluster).flatMap((cite): ReadonlyArray<readonly [object, Values]> => {
    const work = registry[cite.id]
    return [[cite, picked(cite, written)], ...(work === undefined ? [] : [[work, picked(work, counted)] as const])]
  })
  return () => {
    Object.assign(cluster.properties, {index})
    for (const [target, values] of targets) Object.assign(target, values)
  }
}

function picked(from: object, names: ReadonlyArray<string>): Values {
  return Object.fromEntries(names.filter((name) => name in from).map((name) => [name, Reflect.get(from, name)]))
}

function sortedCites({sortedItems = []}: CSL.Cluster): ReadonlyArray<CSL.CitationItem> {
  return sortedItems.map(([, cite]) => cite)
}

function placesOf(cluster: CSL.Cluster): ReadonlyArray<Values> {
  return sortedCites(cluster).map((cite) => picked(cite, tested))
}

/** Whether that changes anything. */
function setPlaces(cluster: CSL.Cluster, places: ReadonlyArray<Values>): boolean {
  let changes = false
  for (const [index, cite] of sortedCites(cluster).entries())
    for (const [name, value] of Object.entries(places[index] ?? {})) {
      changes ||= Reflect.get(cite, name) !== value
      Reflect.set(cite, name, value)
    }
  return changes
}

/** Enter a citation where the engine has it as it was. */
function replace(
  old: Registered,
  cluster: Registered,
  {citationById, citationByIndex, citationsByItemId}: Insides['registry']['citationreg']
): void {
  const {citationID, citationItems, properties} = cluster
  const {index = 0} = old.properties
  properties.index = index
  for (const cite of sortedCites(cluster)) if ('index' in cite) Object.assign(cite, {index})
  citationById[citationID] = cluster
  citationByIndex[index] = cluster
  for (const {id} of citationItems) {
    const own = citationsByItemId[id]
    const at = own?.indexOf(old) ?? -1
    if (own !== undefined && at !== -1) own[at] = cluster
  }
}

/** Have the engine print a citation that is sorted and placed. */
function textOf(inside: Insides, cluster: Registered): string {
  const {citationID, properties, sortedItems} = cluster
  inside.tmp.citation_pos = properties.index ?? 0
  inside.tmp.citation_note_index = properties.noteIndex
  inside.tmp.citation_id = citationID
  return inside.process_CitationCluster?.(sortedItems, cluster) ?? ''
}
