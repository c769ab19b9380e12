import type {Library, LibraryEntry} from '../model/article.ts'
import type {TextSource} from '../model/manuscript.ts'
import type {Report} from '../model/problem.ts'
import {lockFile, readLock} from '../util/references-lock.ts'
import {cslItem} from './bibliography/csl-item.ts'

/** The records of the lock file, as entries of a library; reports what in it cannot be used. */
export function lockedEntries(source: TextSource | undefined, report: Report): Library {
  if (source === undefined) return new Map()
  const {lock, complaints} = readLock(source.text)
  for (const reason of complaints) {
    const note = 'Run `offprint references add` with the DOI to fetch the record again.'
    report({id: 'references-lock', severity: 'warning', reason, note, place: {file: lockFile}})
  }
  const entries = [...lock].flatMap(([doi, {csl}]): ReadonlyArray<LibraryEntry> => {
    const [key, place] = [`doi:${doi}`, {file: lockFile}]
    const reading = cslItem({...csl, id: key})
    if ('unexpected' in reading) return []
    for (const {field, expected} of reading.oddities) {
      const reason = `Unexpected value of \`${field}\` in the record of \`${doi}\`, expected ${expected}`
      const note = `It is as the registry gave it; put the reference into a bibliography to mend it.`
      report({id: 'references-lock', severity: 'warning', reason, note, place})
    }
    return [{key, csl: reading.item, place, duplicates: []}]
  })
  return new Map(entries.map((entry) => [entry.key, entry]))
}
