import type {LibraryEntry} from '../../../model/article.ts'
import type {TextSource} from '../../../model/manuscript.ts'
import type {Report} from '../../../model/problem.ts'
import {nearest} from '../../../util/nearest.ts'
import type {Complaint} from '../complaint.ts'
import {citationJs} from './citation-js.ts'
import type {CslOptions} from './csl.ts'
import {cslOf} from './csl.ts'
import type {BibtexEntry} from './entry.ts'
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
  return entries
    .filter(({type}) => type !== 'xdata')
    .map((entry) => {
      if (!isKnownType(entry.type)) tellType(entry, complain)
      const whole = inherited(entry, byKey, complain)
      const places = new Map([...whole.fields].map(([name, {place}]) => [name, place]))
      const ids = entry.fields.get('ids')?.value.split(',') ?? []
      const aliases = ids.map((id) => id.trim()).filter((id) => id !== '')
      return {key: entry.key, csl: cslOf(whole, context), place: entry.place, places, aliases, duplicates: []}
    })
}

function tellType({type, place}: BibtexEntry, complain: Report<Complaint>): void {
  const note = 'It was read as `@misc`.'
  complain({reason: `Unexpected type of entry \`@${type}\``, place, expected: nearest(type, knownTypes), note})
}
