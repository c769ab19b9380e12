import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {Library, LibraryEntry} from '../model/article.ts'
import type {TextSource} from '../model/manuscript.ts'
import type {Report} from '../model/problem.ts'
import {doiOfKey, lockFile, readLock} from '../util/references-lock.ts'

/** The records of the lock file, as entries of a library; reports what in it cannot be used. */
export function lockedEntries(source: TextSource | undefined, report: Report): Library {
  if (source === undefined) return new Map()
  const {lock, complaints} = readLock(source.text)
  for (const reason of complaints) {
    const note = 'Run `offprint references add` with the DOI to fetch the record again.'
    report({id: 'references-lock', severity: 'warning', reason, note, place: {file: lockFile}})
  }
  const entries = [...lock].map(([doi, {csl}]): LibraryEntry => {
    const key = `doi:${doi}`
    return {key, csl, place: {file: lockFile}, duplicates: []}
  })
  return new Map(entries.map((entry) => [entry.key, entry]))
}

/**
 * Let each citation by DOI, `[@doi:10.1000/182]` or `@{https://doi.org/10.1000/182}`, name an entry:
 * the bibliography's own with that DOI if there is one, else `doi:…` in lower case, as the lock has it.
 * Writes to the items of the trees' citations.
 */
export function citeByDoi(trees: ReadonlyArray<Root>, library: Library): void {
  const byDoi = new Map<string, string>()
  for (const {key, csl} of library.values()) {
    const doi = doiOf(csl['DOI'])
    if (doi !== undefined && !byDoi.has(doi)) byDoi.set(doi, key)
  }
  for (const tree of trees) {
    visit(tree, 'citation', (citation) => {
      citation.items = citation.items.map((item) => {
        const doi = library.has(item.key) ? undefined : doiOfKey(item.key)
        return doi === undefined ? item : {...item, key: byDoi.get(doi) ?? `doi:${doi}`}
      })
    })
  }
}

function doiOf(field: unknown): string | undefined {
  if (typeof field !== 'string') return undefined
  return doiOfKey(field) ?? (field.startsWith('10.') ? field.toLowerCase() : undefined)
}
