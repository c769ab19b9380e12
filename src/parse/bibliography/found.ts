import type {CslItem, LibraryEntry} from '../../model/article.ts'
import type {Place} from '../../model/place.ts'
import type {Report} from '../../model/problem.ts'
import type {Complaint} from './complaint.ts'
import {cslItem} from './csl-item.ts'
import {keyFor} from './keys.ts'

/** Plain data that should be a CSL item, and where it stands. */
export interface Found {
  readonly value: unknown
  readonly place: Place
  /** Where its fields stand, by name. */
  readonly places?: ReadonlyMap<string, Place> | undefined
}

/** Make entries of what was found; one without an id gets a key made of surname and year. Complains about what is no item. */
export function entriesOf(
  found: ReadonlyArray<Found>,
  complain: Report<Complaint>,
  mayLackKey = false
): ReadonlyArray<LibraryEntry> {
  const entries: Array<LibraryEntry> = []
  const taken = new Set<string>()
  for (const {value, place, places} of found) {
    const reading = cslItem(value)
    if ('unexpected' in reading) {
      complain({
        severity: 'error',
        reason: `Unexpected ${reading.unexpected} in a bibliography, expected a reference with \`id\` and \`type\``,
        place
      })
      continue
    }
    const csl = withKey(reading.item, taken)
    taken.add(csl.id)
    for (const {field, expected} of reading.oddities)
      complain({
        reason: `Unexpected value of \`${field}\` in reference \`${csl.id}\`, expected ${expected}`,
        place: places?.get(field) ?? place,
        note: field === 'type' ? 'It was read as `document`.' : 'It was left out.'
      })
    if (reading.item.id === '' && !mayLackKey)
      complain({
        reason: 'Cannot find the `id` of a reference',
        place,
        note: `It can be cited as \`@${csl.id}\`; better give it an \`id\`.`
      })
    entries.push({key: csl.id, csl, place, places, duplicates: []})
  }
  return entries
}

function withKey(item: CslItem, taken: ReadonlySet<string>): CslItem {
  return item.id === '' ? {...item, id: keyFor(item, taken)} : item
}
