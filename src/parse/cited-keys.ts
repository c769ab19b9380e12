import type {Root} from 'mdast'
import type {Library} from '../model/article.ts'
import type {Meta} from '../model/meta.ts'
import type {CitationItem} from '../model/nodes.ts'
import {doiOfKey} from '../util/references-lock.ts'
import {walk} from '../util/walk.ts'

/** The keys of the works that a key stands for: itself, or the entries it is another name of. */
export type KeyResolver = (key: string) => ReadonlyArray<string>

/**
 * Find what a cited key stands for in the author's own bibliography: an entry's own key; another of its keys (BibLaTeX's
 * `ids`); a set, which stands for all its members; a DOI, `doi:10.1000/182` or its address, which is the entry with that
 * DOI if there is one, else `doi:…` in lower case, as the lock file has it.
 */
export function keyResolver(own: Library): KeyResolver {
  const [aliases, byDoi] = [new Map<string, string>(), new Map<string, string>()]
  const members = new Map<string, Array<string>>()
  for (const {key, csl, aliases: others = [], sets = []} of own.values()) {
    for (const alias of others) if (!aliases.has(alias)) aliases.set(alias, key)
    for (const set of sets) members.set(set, [...(members.get(set) ?? []), key])
    const doi = doiOf(csl['DOI'])
    if (doi !== undefined && !byDoi.has(doi)) byDoi.set(doi, key)
  }
  return (key) => {
    if (own.has(key)) return [key]
    const alias = aliases.get(key)
    if (alias !== undefined) return [alias]
    const doi = doiOfKey(key)
    return members.get(key) ?? [doi === undefined ? key : (byDoi.get(doi) ?? `doi:${doi}`)]
  }
}

/** Let each citation of the trees name entries by their own keys. Writes to the items of citations. */
export function citeByOwnKeys(trees: ReadonlyArray<Root>, resolve: KeyResolver): void {
  for (const tree of trees)
    for (const node of walk(tree))
      if (node.type === 'citation') node.items = node.items.flatMap((item) => itemsFor(item, resolve(item.key)))
}

/** `nocite` with entries by their own keys. */
export function listedByOwnKeys(nocite: Meta['nocite'], resolve: KeyResolver): Meta['nocite'] {
  return nocite.flatMap((each) => resolve(each.key).map((key) => ({...each, key})))
}

/** One item for each key; the words before the first, those behind the last. */
function itemsFor(item: CitationItem, keys: ReadonlyArray<string>): ReadonlyArray<CitationItem> {
  if (keys.length === 1) return keys.map((key) => (key === item.key ? item : {...item, key}))
  return keys.map((key, index): CitationItem => {
    const {prefix, suffix, locator, label, ...rest} = item
    const [isFirst, isLast] = [index === 0, index === keys.length - 1]
    return {
      ...rest,
      key,
      prefix: isFirst ? prefix : [],
      suffix: isLast ? suffix : [],
      ...(isLast ? {locator, label} : {})
    }
  })
}

function doiOf(field: unknown): string | undefined {
  if (typeof field !== 'string') return undefined
  return doiOfKey(field) ?? (field.startsWith('10.') ? field.toLowerCase() : undefined)
}
