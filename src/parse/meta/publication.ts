import type {Conference, Deposit, Publication, RelatedArticle} from '../../model/meta.ts'
import type {YamlEntry} from '../../util/yaml.ts'
import {namedTextsOf} from './beside.ts'
import {dateOf} from './dates.ts'
import {doiOf} from './identifiers.ts'
import type {Fields, Reading} from './reading.ts'
import {fieldsOf, itemsOf, textOf, textsOf, vocabulary} from './reading.ts'

/** Fields of the publication that may stand at the top of the front matter, in `journal` or in `citation`. */
export const publicationFields = {
  abbreviation: 'abbrev-title journal-abbreviation abbreviated-title journal-abbrev container-title-short',
  publisher: 'publisher-name',
  issn: 'pissn eissn print-issn online-issn',
  isbn: '',
  volume: '',
  issue: 'number',
  'issue-title': '',
  'issue-sponsor': 'issue-sponsors',
  supplement: '',
  pages: 'page page-range',
  'first-page': 'fpage page-first firstpage',
  'last-page': 'lpage page-last lastpage',
  elocation: 'elocation-id article-number eid',
  doi: '',
  url: 'html-url',
  'pdf-url': 'pdf',
  'collection-date': 'date-collection',
  'article-type': 'type category article-category',
  version: ''
}

const journalFields = vocabulary(
  {
    ...publicationFields,
    journal: 'title name container-title publication-name journal-title',
    date: 'issued published'
  },
  'id formatting model cite-style layout author editor keyword abstract collection-title language'
)
const historyFields = vocabulary({
  received: 'submitted',
  revised: 'rev-recd',
  accepted: '',
  preprint: 'posted',
  collection: '',
  date: 'published published-online pub epub online'
})
const conferenceFields = vocabulary({
  name: 'title conf-name',
  acronym: 'short abbreviation',
  date: 'dates conf-date',
  location: 'place loc city conf-loc',
  sponsor: ''
})
const relatedFields = vocabulary({relation: 'type kind', target: 'doi url href id'}, 'title')
const depositFields = vocabulary({depositor: 'name', email: 'depositor-email', registrant: '', number: ''})
const copyrightFields = vocabulary({holder: 'holders', year: '', statement: 'text'})

const schemes = ['msc', 'jel', 'pacs', 'acm-ccs', 'specialty'] as const
const registers = ['arxiv', 'pmid', 'pmcid', 'manuscript', 'publisher-id', 'edn'] as const

/** Fields of the publication at the top of the front matter, beside `publicationFields`. */
export const articleFields = {
  journal: 'venue container-title journal-title publication',
  citation: 'biblio bibliographic',
  history: 'dates',
  received: 'date-received date-submitted',
  revised: 'date-revised',
  accepted: 'date-accepted',
  copyright: 'copyright-statement',
  'copyright-holder': '',
  'copyright-year': '',
  udc: "udk uok uoʻk uo‘k uo’k uo'k oʻk udc-code удк уўк",
  subjects: 'subject categories discipline disciplines',
  conference: 'event',
  related: 'related-article related-articles relations',
  deposit: '',
  versions: 'article-versions',
  ...Object.fromEntries([...schemes, ...registers].map((name) => [name, '']))
}

const own: ReadonlySet<string> = new Set([...Object.keys({...publicationFields, ...articleFields}), 'date'])

/** What the fields say of where the article appears. */
export function publicationOf(top: Fields, language: string, reading: Reading): Publication {
  const fields = new Map([...nested(top.get('citation'), reading), ...nested(top.get('journal'), reading), ...top])
  const text = (field: string) => textOf(fields.get(field), field, reading)
  const history = nestedIn(top.get('history'), historyFields, reading)
  const date = (field: string) =>
    dateOf(top.get(field) ?? history.get(field) ?? fields.get(field), field, language, reading)
  const journal = top.get('journal')
  const named =
    journal?.value.kind === 'map' ? nested(journal, reading).get('journal') : (journal ?? fields.get('journal'))
  const copyright = nestedIn(top.get('copyright'), copyrightFields, reading)
  const doi = text('doi')
  const publication: Publication = {
    journal: textOf(named, 'journal', reading),
    abbreviation: text('abbreviation'),
    publisher: text('publisher'),
    issn: textsOf(fields.get('issn'), 'issn', reading),
    isbn: text('isbn'),
    volume: text('volume'),
    issue: text('issue'),
    issueTitle: text('issue-title'),
    issueSponsors: sponsorsOf(fields.get('issue-sponsor'), reading),
    supplement: text('supplement'),
    ...pagesOf(text('pages'), text('first-page'), text('last-page')),
    elocation: text('elocation'),
    doi: doi === undefined ? undefined : doiOf(doi),
    url: text('url'),
    pdfUrl: text('pdf-url'),
    date: date('date'),
    collectionDate: date('collection-date') ?? date('collection'),
    preprintDate: date('preprint'),
    received: date('received'),
    revised: date('revised'),
    accepted: date('accepted'),
    copyrightHolder: text('copyright-holder') ?? textOf(copyright.get('holder'), 'holder', reading),
    copyrightYear: text('copyright-year') ?? textOf(copyright.get('year'), 'year', reading),
    udc: textsOf(fields.get('udc'), 'udc', reading).join('; ') || undefined,
    subjects: textsOf(fields.get('subjects'), 'subjects', reading),
    classifications: someOf(schemes.map((name) => [name, textsOf(top.get(name), name, reading)] as const)),
    identifiers: someOf(registers.map((name) => [name, text(name) ?? ''] as const)),
    articleType: text('article-type'),
    version: text('version'),
    versions: versionsOf(top.get('versions'), reading),
    conference: conferenceOf(top.get('conference'), reading),
    related: relatedOf(top.get('related'), reading),
    deposit: depositOf(top.get('deposit'), reading)
  }
  for (const [field, {value}] of [...history, ...fields]) {
    if (own.has(field)) reading.places.set(`publication.${modelName(field)}`, value.place)
  }
  return publication
}

function nested(entry: YamlEntry | undefined, reading: Reading): Fields {
  return nestedIn(entry, journalFields, reading)
}

function nestedIn(entry: YamlEntry | undefined, known: ReadonlyMap<string, string>, reading: Reading): Fields {
  return entry?.value.kind === 'map' ? fieldsOf(entry.value, known, reading) : new Map()
}

/** `12-20`, `12–20`, `e17`: first and last page. */
function pagesOf(pages: string | undefined, first: string | undefined, last: string | undefined) {
  const parts = pages?.split(/\s*[-–—,;]+\s*/) ?? []
  const pageRange = pages !== undefined && /[,;]/.test(pages) ? pages : undefined
  return {firstPage: first ?? parts[0], lastPage: last ?? (parts.length > 1 ? parts.at(-1) : undefined), pageRange}
}

function conferenceOf(entry: YamlEntry | undefined, reading: Reading): Conference | undefined {
  if (entry?.value.kind === 'scalar') return {name: entry.value.text.trim()}
  const fields = nestedIn(entry, conferenceFields, reading)
  const text = (field: string) => textOf(fields.get(field), field, reading)
  const name = text('name') ?? text('acronym')
  if (name === undefined) return undefined
  return {name, acronym: text('acronym'), date: text('date'), location: text('location'), sponsor: text('sponsor')}
}

function relatedOf(entry: YamlEntry | undefined, reading: Reading): ReadonlyArray<RelatedArticle> | undefined {
  const related = itemsOf(entry?.value).flatMap((node): ReadonlyArray<RelatedArticle> => {
    const fields = nestedIn({key: node.place, value: node}, relatedFields, reading)
    const target = node.kind === 'scalar' ? node.text : textOf(fields.get('target'), 'target', reading)
    const relation = textOf(fields.get('relation'), 'relation', reading) ?? 'related'
    return target === undefined ? [] : [{relation, target: doiOf(target)}]
  })
  return related.length === 0 ? undefined : related
}

function depositOf(entry: YamlEntry | undefined, reading: Reading): Deposit | undefined {
  if (entry === undefined) return undefined
  const fields = nestedIn(entry, depositFields, reading)
  const text = (field: string) => textOf(fields.get(field), field, reading)
  const number = text('number')
  if (number !== undefined && !/^[1-9]\d{0,8}$/.test(number)) {
    const reason = `Unexpected number \`${number.slice(0, 40)}\` of a deposit, expected 1, 2, 3 …`
    reading.refuse({reason, place: fields.get('number')?.value.place})
    return {depositor: text('depositor'), email: text('email'), registrant: text('registrant')}
  }
  return {
    depositor: text('depositor'),
    email: text('email'),
    registrant: text('registrant'),
    number: number === undefined ? undefined : Number(number)
  }
}

function sponsorsOf(entry: YamlEntry | undefined, reading: Reading): ReadonlyArray<string> | undefined {
  return entry === undefined ? undefined : textsOf(entry, 'issue-sponsor', reading)
}

function versionsOf(entry: YamlEntry | undefined, reading: Reading): ReadonlyMap<string, string> | undefined {
  return entry === undefined ? undefined : namedTextsOf(entry, 'versions', reading)
}

function someOf<Value extends string | ReadonlyArray<string>>(
  pairs: ReadonlyArray<readonly [string, Value]>
): ReadonlyMap<string, Value> | undefined {
  const found = pairs.filter(([, value]) => value.length > 0)
  return found.length === 0 ? undefined : new Map(found)
}

/** `first-page` → `firstPage`. */
function modelName(field: string): string {
  return field.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
