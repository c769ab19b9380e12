import type CSL from 'citeproc'
import type {CslItem} from '../../model/article.ts'
import type {CitationItem} from '../../model/nodes.ts'
import type {Affixes} from './affix.ts'
import type {Cited} from './clusters.ts'
import type {StyleKind} from './engine.ts'
import {printedLocator} from './locator.ts'

export interface ClusterOptions {
  readonly kind: StyleKind
  readonly items: ReadonlyMap<string, CslItem>
  readonly affixes: Affixes
}

/** A citation as the engine takes it; what is not in the bibliography is left out. */
export function clusterOf(
  {node, note, inNote}: Cited,
  index: number,
  {kind, items, affixes}: ClusterOptions
): CSL.Cluster {
  const narrative = node.mode === 'narrative'
  const known = node.items.filter(({key}) => items.has(key))
  const citationItems = known.map((item, place) => {
    // In a note the whole reference stands in the sentence.
    const named = narrative && place === 0 && item.key === node.items[0]?.key && !(kind === 'note' && inNote)
    return engineCite(item, named, affixes)
  })
  // The engine would sort a cite away from the words that lead to it.
  const unsorted = narrative || citationItems.some(({prefix}) => prefix !== undefined)
  return {citationID: String(index), citationItems, properties: {noteIndex: kind === 'note' ? note : 0, unsorted}}
}

function engineCite(item: CitationItem, named: boolean, affixes: Affixes): CSL.CitationItem {
  const prefix = affixes.prefix(item.prefix)
  const suffix = affixes.suffix(item.suffix)
  const cite: CSL.CitationItem = {id: item.key}
  if (prefix !== '') cite.prefix = prefix
  if (suffix !== '') cite.suffix = suffix
  if (item.locator !== undefined) {
    cite.locator = affixes.text(printedLocator(item.locator))
    cite.label = item.label ?? 'page'
  }
  if (item.suppressAuthor || named) cite['suppress-author'] = true
  return cite
}
