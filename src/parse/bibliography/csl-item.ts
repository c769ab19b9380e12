import type {CslItem} from '../../model/article.ts'
import type {CslDate} from './dates.ts'
import {dateOf, evenRange} from './dates.ts'
import {uzbekLetters} from './uzbek.ts'

/** An item read, or why it cannot be. `id` is empty where it has none. */
export type ItemReading = {readonly item: CslItem} | {readonly unexpected: string}

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
  const fields = new Map<string, unknown>()
  for (const [typed, part] of Object.entries(record)) {
    const name = spellings.get(typed) ?? typed
    const read = readField(name, part)
    if (read !== undefined && (name === typed || !Object.hasOwn(record, name))) fields.set(name, read)
  }
  const {id, type, ...rest} = Object.fromEntries(fields)
  const isId = typeof id === 'string' || typeof id === 'number'
  return {item: spelt({...rest, id: isId ? String(id).trim() : '', type: typeof type === 'string' ? type : 'document'})}
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
  if (name === 'custom' || name === 'categories') return value
  if (Array.isArray(value)) {
    const parts = value.filter((part) => typeof part === 'string' || typeof part === 'number')
    return parts.length === 0 ? undefined : parts.join(name === 'keyword' ? ', ' : '; ')
  }
  return value
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
  const {'date-parts': typed, ...rest} = date
  const parts = (Array.isArray(typed) ? typed : []).map(numbers).filter((end) => end.length > 0)
  if (parts.length > 0) return {...rest, 'date-parts': evenRange(parts.slice(0, 2))}
  const own = partsOf(date)
  if (own.length > 0) return {'date-parts': [own]}
  return Object.keys(rest).length > 0 ? rest : undefined
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
  if (typeof value === 'string') return value.trim() === '' ? undefined : nameText(value.trim())
  const name = recordOf(value)
  if (name === undefined) return undefined
  const parts = Object.entries(name)
    .filter(([, part]) => part !== undefined && part !== null && part !== '')
    .map(([key, part]) => [key === 'name' ? 'literal' : key, Array.isArray(part) ? part.join(' ') : part])
  return parts.length === 0 ? undefined : Object.fromEntries(parts)
}

/** “Doe, Jane”; anything else is a literal name. */
function nameText(text: string): unknown {
  const [family, given, ...more] = text.split(/\s*,\s*/)
  return given === undefined || given === '' || more.length > 0 ? {literal: text} : {family, given}
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined
}
