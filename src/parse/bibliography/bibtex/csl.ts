import type {CslItem} from '../../../model/article.ts'
import type {Place} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import type {Complaint} from '../complaint.ts'
import type {DateReading} from '../dates.ts'
import {dateOf, yearMonthDay} from '../dates.ts'
import {languageOf} from '../languages.ts'
import {uzbekLetters} from '../uzbek.ts'
import type {CitationJs} from './citation-js.ts'
import type {BibtexEntry} from './entry.ts'
import {doiOf, eprintUrl, isArxiv, urlOf, urlWithin, verbatim} from './identifiers.ts'
import {listOf} from './lists.ts'
import {namesOf} from './names.ts'
import {texToCsl} from './tex.ts'
import {joinTitle, sentenceCase, shortTitle, titleStems} from './titles.ts'
import {genreOf, keyed, seriesOf, statusOf, typeOf} from './types.ts'

export interface CslOptions {
  /** `auto` writes titles of English entries (and those that name no language) as sentences, as Zotero and pandoc do; `never` keeps them as typed. */
  readonly sentenceCase?: 'auto' | 'never' | undefined
  /** Whether “van der” sorts with the family name in entries that do not say. */
  readonly usePrefix?: boolean | undefined
}

export interface CslContext {
  readonly citationJs: CitationJs
  readonly complain: Report<Complaint>
  readonly options: CslOptions
}

/** Read an entry, with all that it inherits, as a CSL item; complains about names and dates that cannot be. */
export function cslOf(entry: BibtexEntry, context: CslContext): CslItem {
  const reading = readingOf(entry, context)
  const {text, raw} = reading
  const mapped = context.citationJs.map(entry.type, textFields(entry, reading))
  const kind = raw('eprinttype') || raw('archiveprefix')
  const onArxiv = isArxiv(raw('eprint'), kind)
  const typed = {
    type: entry.type,
    subtype: text('entrysubtype').toLowerCase(),
    inJournal: text('journaltitle') + text('journal') !== '',
    onArxiv,
    atEvent: text('eventtitle') !== ''
  }
  const type = typeOf(typed, String(mapped['type'] ?? 'document'))
  const item = {
    ...mapped,
    ...titlesOf(entry.type, mapped, text),
    ...numbersOf(type, mapped, reading),
    ...published(type, reading),
    ...people(entry, context, reading),
    ...dates(entry, context, raw),
    id: entry.key,
    'citation-key': undefined,
    type,
    genre: genreOf(entry.type, text('type')) ?? (text('entrysubtype') || undefined),
    status: text('pubstate') === '' ? undefined : statusOf(text('pubstate')),
    language: reading.language,
    note: [text('note'), text('addendum')].filter((part) => part !== '').join('. ') || undefined,
    annote: text('annotation') || text('annote') || undefined,
    custom: annotations(entry),
    ...addresses(type, reading),
    PMID: text('pmid') || (/^pubmed$/i.test(kind) ? verbatim(raw('eprint')) : undefined)
  }
  const {id, ...rest} = cleaned(item)
  return finished({...rest, id: String(id), type}, reading.language, context.options)
}

/** DOI and address, unless the entry's options keep them from the reader. */
function addresses(type: string, {raw}: Reading) {
  const kind = raw('eprinttype') || raw('archiveprefix')
  const url = raw('url') === '' ? urlWithin(raw('howpublished')) : urlOf(raw('url'))
  const eprint = eprintUrl(raw('eprint'), isArxiv(raw('eprint'), kind) ? 'arxiv' : kind)
  return {
    DOI: /\bdoi\s*=\s*false/.test(raw('options')) ? undefined : doiOf(raw('doi')),
    URL: /\burl\s*=\s*false/.test(raw('options')) && type !== 'webpage' ? undefined : (url ?? eprint)
  }
}

/** How the fields of one entry are read. */
interface Reading {
  readonly language: string | undefined
  /** As text with CSL's markup; empty if there is no such field. */
  readonly text: (field: string) => string
  /** As typed; empty if there is no such field. */
  readonly raw: (field: string) => string
  readonly tex: (value: string) => string
}

function readingOf({fields}: BibtexEntry, {citationJs}: CslContext): Reading {
  const {symbols} = citationJs
  const raw = (field: string) => fields.get(field)?.value ?? ''
  const read = (field: string, value: string) => {
    if (lists.has(field))
      return listOf(value)
        .map((part) => texToCsl(part, {symbols}))
        .join('; ')
    return texToCsl(value, {symbols, title: titles.has(field)})
  }
  const texts = new Map<string, string>()
  const text = (field: string) => {
    const value = raw(field)
    const found = value === '' ? '' : texts.get(field)
    if (found !== undefined) return found
    const made = read(field, value)
    texts.set(field, made)
    return made
  }
  const named = raw('langid') || raw('hyphenation') || raw('babel') || text('language')
  return {raw, text, language: named === '' ? undefined : languageOf(named), tex: (value) => texToCsl(value, {symbols})}
}

const lists: ReadonlySet<string> = new Set(
  'address institution language location organization origlanguage origlocation origpublisher publisher school'.split(
    ' '
  )
)
const titles: ReadonlySet<string> = new Set([
  ...titleStems.flatMap((stem) => ['title', 'subtitle', 'titleaddon'].map((part) => stem + part)),
  'journal',
  'origtitle',
  'series',
  'shorttitle',
  'shortjournal'
])
/** Fields that are read here, or that are none of a reader's business. */
const ours: ReadonlySet<string> = new Set(
  `addendum annotation annote archiveprefix author bookauthor commentator crossref date day doi editor editora editorb
  editorc eid entryset entrysubtype eprint eprintclass eprinttype eventdate file howpublished hyphenation ids
  institution language langid location month note organization origdate origyear pdf primaryclass publisher pubstate school
  sortname sorttitle sortyear title translator type url urldate xdata year`.split(/\s+/)
)

/** What citation-js maps, by field. */
function textFields({fields}: BibtexEntry, {text}: Reading): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const name of fields.keys()) {
    if (ours.has(name) || name.includes('+an') || /subtitle$|titleaddon$/.test(name)) continue
    const value = text(name)
    if (value !== '') texts.set(name, value)
  }
  for (const stem of titleStems) {
    const title = joinTitle(text(`${stem}title`), text(`${stem}subtitle`), text(`${stem}titleaddon`))
    if (title !== '') texts.set(`${stem}title`, title)
  }
  return texts
}

const parts = /^(?:in|bookin|supp)(?!perio)/
/** What stands in no other work. */
const wholes = /^(?:mv)?(?:book|collection|proceedings|reference)$/

/** Main titles: a book's own title is that of a volume then. */
function titlesOf(type: string, mapped: Readonly<Record<string, unknown>>, text: Reading['text']) {
  const {title} = mapped
  const own = text('shorttitle') || (typeof title === 'string' ? shortTitle(title) : undefined)
  const main = joinTitle(text('maintitle'), text('mainsubtitle'), text('maintitleaddon'))
  const journal = joinTitle(text('journaltitle') || text('journal'), text('journalsubtitle'), text('journaltitleaddon'))
  const container = journal === '' ? {} : {'container-title': journal}
  if (type === 'periodical' && mapped['volume-title'] !== undefined)
    return {title: mapped['volume-title'], 'container-title': title, 'volume-title': undefined}
  if (main === '' && wholes.test(type))
    return {title: title ?? mapped['container-title'], 'title-short': own, 'container-title': undefined}
  if (main === '') return {'title-short': own, ...container}
  const book = joinTitle(text('booktitle'), text('booksubtitle'), text('booktitleaddon'))
  if (parts.test(type))
    return {'title-short': text('shorttitle') || undefined, 'container-title': main, 'volume-title': book || undefined}
  return {title: main, 'container-title': undefined, 'volume-title': title, 'title-short': undefined}
}

function numbersOf(type: string, mapped: Readonly<Record<string, unknown>>, {text}: Reading) {
  const number = text('number')
  const inIssues = /^article-|^paper|^periodical/.test(type)
  const issue = [number, text('issue')].filter((part) => part !== '').join(', ')
  const page = (text('pages') || text('eid')).replace(/\s*[-–—]+\s*/g, '-')
  const held = mapped['collection-number'] !== undefined || inIssues || number === ''
  return {
    issue: inIssues ? issue || undefined : mapped['issue'],
    number: held ? (inIssues ? undefined : mapped['number']) : number,
    'collection-title': seriesOf(text('series'), inIssues),
    page: page || undefined,
    ...(text('volume') !== '' && text('part') !== ''
      ? {volume: `${text('volume')}.${text('part')}`, 'part-number': undefined}
      : {})
  }
}

/** Publishers of all kinds, and where; a patent's place is whose law it is under. */
function published(type: string, {text, raw}: Reading) {
  const howPublished = urlWithin(raw('howpublished')) === undefined ? text('howpublished') : ''
  const publishers = [text('school'), text('institution'), text('organization'), howPublished, text('publisher')]
  const place = keyed(text('location') || text('address')) || undefined
  return {
    publisher: publishers.filter((name) => name !== '').join('; ') || undefined,
    'publisher-place': type === 'patent' ? undefined : place,
    jurisdiction: type === 'patent' ? place : undefined
  }
}

const roles: ReadonlyMap<string, string> = new Map([
  ['author', 'author'],
  ['bookauthor', 'container-author'],
  ['translator', 'translator']
])
/** Who editors are, by `editortype` and its like, in CSL; of those that it has no variable for, some are contributors. */
const editorRoles: ReadonlyMap<string, string> = new Map([
  ['', 'editor'],
  ['compiler', 'compiler'],
  ['director', 'director'],
  ['editor', 'editor'],
  ['illustrator', 'illustrator'],
  ['organizer', 'organizer'],
  ['translator', 'translator']
])

function roleOf(field: string, raw: Reading['raw']): string {
  return roles.get(field) ?? editorRoles.get(raw(`${field}type`).trim().toLowerCase()) ?? 'contributor'
}

function people(entry: BibtexEntry, {complain, options}: CslContext, {tex, raw}: Reading) {
  const asked = /useprefix(?:\s*=\s*(true|false))?/.exec(raw('options'))
  const usePrefix = asked === null ? options.usePrefix === true : asked[1] !== 'false'
  const found = new Map<string, ReadonlyArray<object>>()
  for (const field of [...roles.keys(), 'editor', 'editora', 'editorb', 'editorc']) {
    const typed = entry.fields.get(field)
    if (typed === undefined) continue
    const role = roleOf(field, raw)
    const tooMany = (name: string) =>
      complain({
        reason: `Unexpected commas in the name \`${name.slice(0, 80)}\`, expected “and” between people`,
        place: typed.place,
        note: 'Write `Smith, Ann and Lee, Bo`; put the name of an organisation in braces.'
      })
    const names = namesOf(typed.value, {text: tex, usePrefix, tooMany})
    if (names.length > 0) found.set(role, [...(found.get(role) ?? []), ...withOrcid(names, raw(`${field}+an:orcid`))])
  }
  return Object.fromEntries(found)
}

/** BibLaTeX's annotations of fields and their parts, such as `author+an = {1=corresponding}`, which CSL has no variable for. */
function annotations({fields}: BibtexEntry): Readonly<Record<string, string>> | undefined {
  const found = [...fields].filter(([name]) => name.includes('+an') && !name.endsWith('+an:orcid'))
  return found.length === 0 ? undefined : Object.fromEntries(found.map(([name, {value}]) => [name, value]))
}

/** BibLaTeX's annotation `author+an:orcid = {1="0000-…"; 2="…"}`, put where citation-js puts it. */
function withOrcid(names: ReadonlyArray<object>, annotation: string): ReadonlyArray<object> {
  const orcids = new Map(
    [...annotation.matchAll(/(\d+)\s*=\s*"([^"]*)"/g)].map(([, index, orcid]) => [Number(index), orcid])
  )
  return names.map((name, index) => (orcids.has(index + 1) ? {...name, _orcid: orcids.get(index + 1)} : name))
}

function dates({key, fields}: BibtexEntry, {complain}: CslContext, raw: Reading['raw']) {
  const told = ({date, impossible}: DateReading, place: Place | undefined) => {
    if (impossible !== undefined)
      complain({reason: `Unexpected ${impossible} in the date of entry \`${key}\``, place, note: 'It was left out.'})
    return date
  }
  const read = (field: string) => {
    const reading = dateOf(verbatim(raw(field)))
    const literal = reading.date?.literal
    if (literal !== undefined && field !== 'origyear' && /^[^–]/.test(literal))
      complain({
        reason: `Unexpected \`${literal}\` as \`${field}\` of entry \`${key}\`, expected a date such as \`1999-12-31\``,
        place: fields.get(field)?.place,
        note: 'It is printed as it stands.'
      })
    return told(reading, fields.get(field)?.place)
  }
  const place = fields.get('month')?.place ?? fields.get('year')?.place
  const year = () => told(yearMonthDay(verbatim(raw('year')), verbatim(raw('month')), verbatim(raw('day'))), place)
  return {
    issued: raw('date') === '' ? year() : read('date'),
    accessed: read('urldate'),
    'event-date': read('eventdate'),
    'original-date': read(raw('origdate') === '' ? 'origyear' : 'origdate')
  }
}

function cleaned(item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined && value !== ''))
}

const titleVariables = ['title', 'title-short', 'container-title', 'volume-title', 'collection-title', 'original-title']

function finished(item: CslItem, language: string | undefined, options: CslOptions): CslItem {
  const spelt = language?.startsWith('uz') === true ? uzbekLetters(item) : item
  if (options.sentenceCase !== 'auto' || (language !== undefined && !language.startsWith('en'))) return spelt
  const isJournal = item.type.startsWith('article')
  const changed = titleVariables
    .filter((name) => typeof spelt[name] === 'string' && !(name === 'container-title' && isJournal))
    .map((name) => [name, sentenceCase(String(spelt[name]))])
  return {...spelt, ...Object.fromEntries(changed)}
}
