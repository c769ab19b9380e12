import type {Library, LibraryEntry} from '../model/article.ts'
import type {TextSource} from '../model/manuscript.ts'
import type {Report} from '../model/problem.ts'
import {lockFile, readLock} from '../util/references-lock.ts'

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
