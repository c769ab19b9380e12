import GithubSlugger from 'github-slugger'
import type {Entry} from './entries.ts'

/** Identifiers of entries. */
export interface Identifiers {
  /** The first of each key, which citations link to. */
  readonly first: ReadonlyMap<string, string>
  /** One for each entry printed: others where it stands in several lists. */
  readonly next: (key: string) => string
}

/** A list that is kept from build to build keeps its names. */
const known = new WeakMap<ReadonlyArray<Entry>, ReadonlyMap<string, string>>()

export function identifiersOf(entries: ReadonlyArray<Entry>): Identifiers {
  const first = known.get(entries) ?? slugs(entries, new GithubSlugger())
  known.set(entries, first)
  const given = new Set<string>()
  let slugger: GithubSlugger | undefined
  const next = (key: string): string => {
    const own = first.get(key) ?? `ref-${key}`
    if (given.has(own)) {
      slugger ??= sluggerAfter(entries)
      return slugger.slug(own)
    }
    given.add(own)
    return own
  }
  return {first, next}
}

function sluggerAfter(entries: ReadonlyArray<Entry>): GithubSlugger {
  const slugger = new GithubSlugger()
  slugs(entries, slugger)
  return slugger
}

function slugs(entries: ReadonlyArray<Entry>, slugger: GithubSlugger): ReadonlyMap<string, string> {
  return new Map(entries.map(({key}) => [key, slugger.slug(`ref-${key}`)]))
}
