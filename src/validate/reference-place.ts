import type {LibraryEntry} from '../model/article.ts'
import type {Place} from '../model/place.ts'

/** Where a field of a reference stands, by any of its names in BibTeX or CSL; else the whole reference. */
export function referencePlace(entry: LibraryEntry, ...names: ReadonlyArray<string>): Place | undefined {
  const found = names.map((name) => entry.places?.get(name)).find((place) => place !== undefined)
  return found ?? entry.place
}
