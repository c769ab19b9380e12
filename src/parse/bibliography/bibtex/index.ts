import type {LibraryEntry} from '../../../model/article.ts'
import type {TextSource} from '../../../model/manuscript.ts'
import type {Report} from '../../../model/problem.ts'
import {nearest} from '../../../util/nearest.ts'
import type {Complaint} from '../complaint.ts'
import {citationJs} from './citation-js.ts'
import type {CslOptions} from './csl.ts'
import {cslOf} from './csl.ts'
import type {BibtexEntry, BibtexField} from './entry.ts'
import {inherited} from './inherit.ts'
import {isKnownType, knownTypes, splitBibtex} from './split.ts'

/** Read a BibTeX or BibLaTeX file; entries in the order written, those that claim a key again included. Complains about what is malformed. */
export async function readBibtex(
  {path, text}: TextSource,
  complain: Report<Complaint>,
  options: CslOptions = {}
): Promise<ReadonlyArray<LibraryEntry>> {
  const entries = splitBibtex(path, text, complain)
  if (entries.length === 0) return []
  const byKey = new Map<string, BibtexEntry>()
  for (const entry of entries) if (!byKey.has(entry.key)) byKey.set(entry.key, entry)
  const context = {citationJs: await citationJs(), complain, options}
  const sets = setsOf(entries, byKey, complain)
  return entries
    .filter(({type}) => type !== 'xdata' && type !== 'set')
    .map((entry) => {
      if (!isKnownType(entry.type)) tellType(entry, complain)
      const whole = inherited(entry, byKey, complain)
      const places = new Map([...whole.fields].map(([name, {place}]) => [name, place]))
      const aliases = keysIn(entry.fields.get('ids'))
      const {key, place} = entry
      return {key, csl: cslOf(whole, context), place, places, aliases, sets: sets.get(key), duplicates: []}
    })
}

/** The sets that each entry belongs to; complains about members that are nowhere. */
function setsOf(
  entries: ReadonlyArray<BibtexEntry>,
  byKey: ReadonlyMap<string, BibtexEntry>,
  complain: Report<Complaint>
): ReadonlyMap<string, ReadonlyArray<string>> {
  const sets = new Map<string, Array<string>>()
  for (const {type, key, fields, place} of entries) {
    if (type !== 'set') continue
    const field = fields.get('entryset')
    const members = keysIn(field)
    if (members.length === 0) complain({reason: `Cannot find the \`entryset\` of the \`@set\` entry \`${key}\``, place})
    for (const member of members) {
      if (byKey.has(member)) sets.set(member, [...(sets.get(member) ?? []), key])
      else complain({reason: `Cannot find entry \`${member}\` of the set \`${key}\``, place: field?.place})
    }
  }
  return sets
}

/** Keys between commas. */
function keysIn(field: BibtexField | undefined): ReadonlyArray<string> {
  return (field?.value.split(',') ?? []).map((key) => key.trim()).filter((key) => key !== '')
}

function tellType({type, place}: BibtexEntry, complain: Report<Complaint>): void {
  const note = 'It was read as `@misc`.'
  complain({reason: `Unexpected type of entry \`@${type}\``, place, expected: nearest(type, knownTypes), note})
}
