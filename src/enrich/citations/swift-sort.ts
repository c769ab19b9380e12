import {stopAt} from './swift-run.ts'
import type {TokenList} from './tokens.ts'

/** What of the engine sorts works; of the one version that is installed. */
interface Sorted {
  /** Whether a style has parts for works in other languages. */
  readonly opt: {readonly has_layout_locale?: unknown}
  readonly bibliography_sort: {tokens: TokenList}
  readonly registry: Registry
  retrieveItem(id: string): object
}

interface Registry {
  readonly mylist: ReadonlyArray<string>
  readonly registry: Readonly<Record<string, Entry>>
  readonly sorter: {compareKeys(one: Keys, other: Keys): number}
  setsortkeys: () => void
}

interface Keys {
  sortkeys?: ReadonlyArray<unknown> | false
}

interface Entry extends Keys {
  readonly id: string
}

type KeysOf = (this: object, work: object, area: string) => ReadonlyArray<unknown>

/** Keys that are more than what is printed of a work: a number for it, or a name that the engine makes up. */
const telling = /<key\b[^>]*\bvariable="(?:citation-label|citation-number|court-class)"/

/**
 * Have an engine make the first key that a work is sorted by, and the others only for works that have that one in common.
 * It sorts the same.
 */
export function sortByFirst(engine: object, csl: object, xml: string): void {
  const {opt, bibliography_sort: area, registry, retrieveItem} = engine as Sorted
  const {getSortKeys} = csl as {readonly getSortKeys: KeysOf}
  const {tokens} = area
  const end = tokens.findIndex(({name, tokentype}) => name === 'key' && tokentype === 1) + 1
  const rest = tokens.slice(end)
  // The engine enters all names that it prints, even into a key.
  if (rest[0]?.name !== 'key' || rest.some(({name}) => name === 'names') || telling.test(xml)) return
  // After the last key, the engine goes back to the language of the article.
  if (opt.has_layout_locale) return
  const first = tokens.slice(0, end)
  /** Those that have the first key alone. */
  const short = new WeakSet<Entry>()
  const {setsortkeys} = registry
  registry.setsortkeys = function () {
    const entries = this.mylist.flatMap((id) => this.registry[id] ?? [])
    const before = entries.map(({sortkeys}) => sortkeys)
    area.tokens = first
    stopAt(tokens, end)
    try {
      setsortkeys.call(this)
    } finally {
      area.tokens = tokens
      stopAt(tokens, tokens.length)
    }
    const made = entries.filter(({sortkeys}, index) => sortkeys !== before[index])
    if (made.length === 0) return
    for (const entry of made) short.add(entry)
    for (const entry of alike(entries, this.sorter)) {
      if (!short.delete(entry)) continue
      entry.sortkeys = getSortKeys.call(engine, retrieveItem.call(engine, entry.id), 'bibliography_sort')
    }
  }
}

/** Entries that have their first key in common with another. */
function alike(entries: ReadonlyArray<Entry>, {compareKeys}: Registry['sorter']): ReadonlyArray<Entry> {
  const keyed = entries.map((entry) => ({entry, sortkeys: [entry.sortkeys ? entry.sortkeys[0] : undefined]}))
  const sorted = keyed.sort(compareKeys)
  const isNext = (one: Keys | undefined, other: Keys | undefined) =>
    one !== undefined && other !== undefined && compareKeys(one, other) === 0
  return sorted
    .filter((each, index) => isNext(sorted[index - 1], each) || isNext(each, sorted[index + 1]))
    .map(({entry}) => entry)
}
