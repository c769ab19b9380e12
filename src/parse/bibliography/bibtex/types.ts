/** BibLaTeX's types as CSL's, where citation-js has another or none. */
const types: ReadonlyMap<string, string> = new Map([
  ['booklet', 'pamphlet'],
  ['image', 'graphic'],
  ['inreference', 'entry-encyclopedia'],
  ['manual', 'book'],
  ['music', 'song'],
  ['preprint', 'article'],
  ['suppbook', 'chapter'],
  ['suppcollection', 'chapter']
])

const periodicals: ReadonlySet<string> = new Set(['article', 'periodical', 'suppperiodical'])

export interface TypedEntry {
  /** As typed, in lower case. */
  readonly type: string
  readonly subtype: string
  /** Whether a journal is named. */
  readonly inJournal: boolean
  readonly onArxiv: boolean
  readonly atEvent: boolean
}

/** CSL's type of an entry; `mapped` is what citation-js makes of it. */
export function typeOf(entry: TypedEntry, mapped: string): string {
  const {type, subtype} = entry
  if (periodicals.has(type)) {
    if (subtype === 'magazine') return 'article-magazine'
    if (subtype === 'newspaper') return 'article-newspaper'
    if (type === 'article' && entry.onArxiv && !entry.inJournal) return 'article'
    return 'article-journal'
  }
  if (type === 'misc' && entry.onArxiv) return 'article'
  if (type === 'unpublished' && entry.atEvent) return 'speech'
  return types.get(type) ?? mapped
}

/** BibLaTeX's localisation keys for `type`, and the words for entries that say it by their own type. */
const genres: ReadonlyMap<string, string> = new Map([
  ['audiocd', 'audio CD'],
  ['bathesis', "Bachelor's thesis"],
  ['candthesis', 'Candidate thesis'],
  ['datacd', 'data CD'],
  ['mastersthesis', "Master's thesis"],
  ['mathesis', "Master's thesis"],
  ['patent', 'patent'],
  ['patentde', 'German patent'],
  ['patenteu', 'European patent'],
  ['patentfr', 'French patent'],
  ['patentuk', 'British patent'],
  ['patentus', 'U.S. patent'],
  ['patreq', 'patent request'],
  ['patreqde', 'German patent request'],
  ['patreqeu', 'European patent request'],
  ['patreqfr', 'French patent request'],
  ['patrequk', 'British patent request'],
  ['patrequs', 'U.S. patent request'],
  ['phdthesis', 'PhD thesis'],
  ['resreport', 'research report'],
  ['software', 'computer software'],
  ['techreport', 'technical report']
])

/** What kind of thesis, report or patent it is, in words. */
export function genreOf(type: string, typed: string): string | undefined {
  if (typed !== '') return genres.get(typed.toLowerCase()) ?? typed
  return /^(?:mastersthesis|phdthesis|techreport)$/.test(type) ? genres.get(type) : undefined
}

/** BibLaTeX's localisation keys for `pubstate`, in words; other text as it is. */
export function statusOf(typed: string): string {
  return states.get(typed.toLowerCase()) ?? typed
}

const states: ReadonlyMap<string, string> = new Map([
  ['forthcoming', 'forthcoming'],
  ['inpreparation', 'in preparation'],
  ['inpress', 'in press'],
  ['prepublished', 'pre-published'],
  ['submitted', 'submitted']
])

/** A series of a journal or of books: BibLaTeX's keys in words, and a journal's number as “3rd series”. */
export function seriesOf(typed: string, inJournal: boolean): string | undefined {
  if (typed === 'newseries') return 'New series'
  if (typed === 'oldseries') return 'Old series'
  return inJournal && /^\d{1,3}$/.test(typed) ? `${ordinal(Number(typed))} series` : typed || undefined
}

function ordinal(number: number): string {
  const [ten, one] = [Math.floor(number / 10) % 10, number % 10]
  return `${number}${(ten === 1 ? undefined : ['th', 'st', 'nd', 'rd'][one]) ?? 'th'}`
}

/** The words of one of BibLaTeX's localisation keys, as `\\bibstring{newseries}` asks for; the key itself where it is none. */
export function wordsOf(key: string): string {
  return [genres, states, countries].map((words) => words.get(key)).find((words) => words) ?? seriesOf(key, false) ?? ''
}

/** BibLaTeX's keys for countries in a patent's location, in words. */
export function keyed(places: string): string {
  return places.replace(/\bcountry(?:de|eu|fr|uk|us)\b/g, (key) => countries.get(key) ?? key)
}

const countries: ReadonlyMap<string, string> = new Map([
  ['countryde', 'Germany'],
  ['countryeu', 'European Union'],
  ['countryfr', 'France'],
  ['countryuk', 'United Kingdom'],
  ['countryus', 'United States of America']
])
