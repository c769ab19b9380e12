import type {CslItem} from '../../model/article.ts'
import {cslType} from './csl-types.ts'
import type {CslDate} from './dates.ts'
import {dateOf, evenRange} from './dates.ts'
import {uzbekLetters} from './uzbek.ts'

/** An item read, with what of it cannot be; or why it is none. `id` is empty where it has none. */
export type ItemReading =
  | {readonly item: CslItem; readonly oddities: ReadonlyArray<Oddity>}
  | {readonly unexpected: string}

/** A field that is not what CSL has there, and was left out or replaced. */
interface Oddity {
  readonly field: string
  /** What CSL has there, such as “a date”. */
  readonly expected: string
}

const dates: ReadonlySet<string> = new Set([
  'accessed',
  'available-date',
  'container',
  'event-date',
  'issued',
  'original-date',
  'submitted'
])
const names: ReadonlySet<string> = new Set(
  `author chair collection-editor compiler composer container-author contributor curator director editor
  editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer
  original-author performer producer recipient reviewed-author script-writer series-creator translator`.split(/\s+/)
)
/** Variables that are text, or numbers that may have text in them. */
const texts: ReadonlySet<string> = new Set(
  `abstract annote archive archive-place archive_collection archive_location authority call-number chapter-number
  citation-key citation-label citation-number collection-number collection-title collection-title-short
  container-title container-title-short dimensions division DOI edition event-place event-title
  first-reference-note-number genre id ISBN ISSN issue journalAbbreviation jurisdiction keyword language locator medium
  note number number-of-pages number-of-volumes original-publisher original-publisher-place original-title page
  page-first part-number part-title PMCID PMID printing-number publisher publisher-place references reviewed-genre
  reviewed-title scale section shortTitle source status supplement-number title title-short type URL version volume
  volume-title volume-title-short year-suffix`.split(/\s+/)
)
/** Other spellings of CSL's variables, from older versions and from pandoc. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['doi', 'DOI'],
  ['event', 'event-title'],
  ['isbn', 'ISBN'],
  ['issn', 'ISSN'],
  ['journalAbbreviation', 'container-title-short'],
  ['pmcid', 'PMCID'],
  ['pmid', 'PMID'],
  ['shortTitle', 'title-short'],
  ['url', 'URL']
])

/**
 * Read a value as a CSL item, as the schema of CSL-JSON has it and more forgiving: dates may be text, names may be text,
 * lists stand for their parts. Nothing is dropped that the schema does not know.
 */
export function cslItem(value: unknown): ItemReading {
  const record = recordOf(value)
  if (record === undefined) return {unexpected: Array.isArray(value) ? 'a list' : `\`${String(value).slice(0, 40)}\``}
  const {fields, oddities} = fieldsOf(record)
  const {id, type: typed, ...rest} = Object.fromEntries(fields)
  const type = cslType(String(typed ?? 'document'))
  const unknown = type === undefined ? [{field: 'type', expected: 'a type of CSL'}] : []
  const item = spelt({...rest, id: String(id ?? '').trim(), type: type ?? 'document'})
  return {item, oddities: [...oddities, ...unknown]}
}

function fieldsOf(record: Readonly<Record<string, unknown>>) {
  const fields = new Map<string, unknown>()
  const oddities: Array<Oddity> = []
  for (const [typed, part] of Object.entries(record)) {
    const name = spellings.get(typed) ?? typed
    const read = readField(name, part)
    if (read === undefined && !isEmpty(part)) oddities.push({field: typed, expected: expectedOf(name)})
    if (read !== undefined && (name === typed || !Object.hasOwn(record, name))) fields.set(name, read)
  }
  return {fields, oddities}
}

/** What says nothing, at any depth. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.values(value).every(isEmpty)
}

function expectedOf(name: string): string {
  return dates.has(name) ? 'a date' : names.has(name) ? 'names' : 'text'
}

/** The DOI without its resolver's address, and Uzbek letters. */
function spelt(item: CslItem): CslItem {
  const {DOI, language} = item
  const bare = typeof DOI === 'string' ? {DOI: DOI.replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\/|^doi:\s*/i, '')} : {}
  const isUzbek = typeof language === 'string' && /^uz\b/.test(language)
  return isUzbek ? uzbekLetters({...item, ...bare}) : {...item, ...bare}
}

function readField(name: string, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined
  if (dates.has(name)) return dateField(value)
  if (names.has(name)) return nameList(value)
  return texts.has(name) ? textField(name, value) : value
}

/** Text, where a list stands for its parts; the engine throws for some numbers. */
function textField(name: string, value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const parts = value.map((part) => textField(name, part)).filter((part) => part !== undefined)
    return parts.length === 0 ? undefined : parts.join(name === 'keyword' ? ', ' : '; ')
  }
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : undefined
}

/** A date as CSL has it, or text, a year, or pandoc's `{year, month, day}`; an empty `date-parts` does not hide the rest. */
function dateField(value: unknown): CslDate | Readonly<Record<string, unknown>> | undefined {
  if (typeof value === 'number') return {'date-parts': [[value]]}
  if (typeof value === 'string') return dateOf(value).date
  if (Array.isArray(value)) {
    const ends = value.map((end) => partsOf(recordOf(end)))
    return ends.length > 0 && ends.every((end) => end.length > 0)
      ? {'date-parts': evenRange(ends.slice(0, 2))}
      : undefined
  }
  const date = recordOf(value)
  if (date === undefined) return undefined
  const {'date-parts': typed, ...others} = date
  const rest = scalars(others)
  const parts = (Array.isArray(typed) ? typed : []).map(numbers).filter((end) => end.length > 0)
  if (parts.length > 0) return {...rest, 'date-parts': evenRange(parts.slice(0, 2))}
  const own = partsOf(date)
  if (own.length > 0) return {'date-parts': [own]}
  return rest['literal'] === undefined && rest['raw'] === undefined ? undefined : rest
}

/** Words and seasons as text; whatever else is no list and no object, into which the engine does not look. */
function scalars(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields = Object.entries(value).flatMap(([name, part]) => {
    if (part === null || part === '' || typeof part === 'object') return []
    if (name !== 'literal' && name !== 'raw' && name !== 'season') return [[name, part] as const]
    return typeof part === 'boolean'
      ? []
      : [[name, typeof part === 'number' && name === 'season' ? part : String(part)] as const]
  })
  return Object.fromEntries(fields)
}

function partsOf(date: Readonly<Record<string, unknown>> | undefined): ReadonlyArray<number> {
  return numbers([date?.['year'], date?.['month'] ?? undefined, date?.['day']])
}

/** The leading numbers of a list, where “2000” is one. */
function numbers(value: unknown): ReadonlyArray<number> {
  const list = Array.isArray(value) ? value : [value]
  const read = list.map((part) =>
    typeof part === 'string' && part.trim() === '' ? Number.NaN : Number(part ?? Number.NaN)
  )
  const end = read.findIndex((part) => !Number.isFinite(part))
  return end === -1 ? read : read.slice(0, end)
}

function nameList(value: unknown): ReadonlyArray<unknown> | undefined {
  const list = (Array.isArray(value) ? value : [value]).map(nameField).filter((name) => name !== undefined)
  return list.length === 0 ? undefined : list
}

function nameField(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'number') return nameText(String(value).trim())
  const name = recordOf(value)
  if (name === undefined) return undefined
  const parts = Object.entries(name)
    .map(([key, part]) => [key === 'name' ? 'literal' : key, Array.isArray(part) ? part.join(' ') : part] as const)
    .flatMap(([key, part]) => {
      if (part === undefined || part === null || part === '' || typeof part === 'object') return []
      return [[key, nameParts.has(key) ? String(part) : part] as const]
    })
  const said = parts.some(([key]) => nameParts.has(key))
  return said ? Object.fromEntries(parts) : undefined
}

const nameParts: ReadonlySet<string> = new Set(
  'dropping-particle family given literal non-dropping-particle suffix'.split(' ')
)

/** “Doe, Jane”; anything else is a literal name. */
function nameText(text: string): unknown {
  if (text === '') return undefined
  const [family, given, ...more] = text.split(/\s*,\s*/)
  return given === undefined || given === '' || more.length > 0 ? {literal: text} : {family, given}
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined
}
