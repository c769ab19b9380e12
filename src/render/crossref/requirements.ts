import type {Article} from '../../model/article.ts'
import type {Deposit} from '../../model/meta.ts'
import type {Place} from '../../model/place.ts'
import type {Problem} from '../../model/problem.ts'
import {line, plain} from '../metadata/line.ts'
import {recordName, surname} from '../metadata/person-name.ts'

/** A field as the front matter has it, its path in the model, its value, and what the schema wants of it. */
interface Requirement {
  readonly field: string
  readonly path: string
  readonly value: string | undefined
  readonly fits: (value: string) => boolean
  readonly expected: string
  readonly required?: boolean
}

/** What a deposit lacks, or Crossref would refuse, each an error that names the field of the front matter. */
export function complaints(article: Article): ReadonlyArray<Problem> {
  return [...publication(article), ...depositing(article), ...names(article)].flatMap((each) =>
    complaint(each, article)
  )
}

/** Who deposits, and for whom: the front matter’s `deposit`, else the template’s settings; the publisher is the registrant. */
export function depositOf({meta, template}: Article): Deposit {
  const {deposit, publisher} = meta.publication
  const setting = (name: string) => {
    const value = template.settings[name]
    return typeof value === 'string' ? value : undefined
  }
  return {
    depositor: deposit?.depositor ?? setting('depositor'),
    email: deposit?.email ?? setting('depositorEmail'),
    registrant: deposit?.registrant ?? setting('registrant') ?? publisher
  }
}

/** The schema’s pattern of a DOI. */
export function isDoi(text: string): boolean {
  return /^10\.[0-9]{4,9}\/.{1,200}$/u.test(text)
}

function publication({meta}: Article): ReadonlyArray<Requirement> {
  const {publication: known} = meta
  const at = (field: string, value: string | undefined, fits: (value: string) => boolean, expected: string) => {
    return {field, path: `publication.${field}`, value, fits, expected, required: true}
  }
  const short = (field: string, path: string, value: string | undefined, most: number) => {
    return {field, path, value, fits: noLongerThan(most), expected: `at most ${most} characters`}
  }
  const isIssn = (text: string) => /^\d{4}-?\d{3}[\dX]$/.test(text)
  return [
    {field: 'title', path: 'title', value: plain(meta.title), fits: () => true, expected: 'a title', required: true},
    at('doi', known.doi, isDoi, 'one like `10.1234/abc`'),
    at('journal', known.journal, noLongerThan(255), 'at most 255 characters'),
    ...(known.issn.length === 0 ? [undefined] : known.issn).map((issn) =>
      at('issn', issn, isIssn, 'one like `1234-5679`')
    ),
    at('date', known.date, () => true, 'a date'),
    at('url', known.url, isAddress, 'the address of the article’s page'),
    short('abbreviation', 'publication.abbreviation', known.abbreviation, 150),
    short('volume', 'publication.volume', known.volume, 32),
    short('issue', 'publication.issue', known.issue, 32),
    short('first-page', 'publication.firstPage', known.firstPage, 32),
    short('last-page', 'publication.lastPage', known.lastPage, 32),
    short('elocation', 'publication.elocation', known.elocation, 32)
  ]
}

function depositing(article: Article): ReadonlyArray<Requirement> {
  const {depositor, email, registrant} = depositOf(article)
  const at = (field: string, value: string | undefined, most: number) => {
    const path = 'publication.deposit'
    return {field, path, value, fits: noLongerThan(most), expected: `at most ${most} characters`, required: true}
  }
  const isEmail = (text: string) => /^\S+@\S+$/.test(text) && text.length >= 6 && text.length <= 200
  return [
    at('deposit.depositor', depositor, 130),
    {...at('deposit.email', email, 200), fits: isEmail, expected: 'an address such as `editor@example.org`'},
    at('deposit.registrant', registrant, 255)
  ]
}

function names({meta}: Article): ReadonlyArray<Requirement> {
  return meta.authors.flatMap(({name, group}, index): ReadonlyArray<Requirement> => {
    const path = `authors.${index}`
    const parts = recordName(name)
    const shared = {path, fits: isName, expected: 'at most 60 characters, without digits and `?`'}
    if (group === true) return [{...shared, field: 'author', value: name.display, ...limit(511)}]
    if ('literal' in parts) return [{...shared, field: 'name', value: parts.literal}]
    return [
      {...shared, field: 'family', value: surname(parts)},
      {...shared, field: 'given', value: parts.given},
      {...shared, field: 'suffix', value: parts.suffix, ...limit(10)}
    ]
  })
}

function limit(most: number) {
  return {fits: noLongerThan(most), expected: `at most ${most} characters`}
}

function noLongerThan(most: number): (text: string) => boolean {
  return (text) => [...text].length <= most
}

/** The schema’s pattern of given and family names. */
function isName(text: string): boolean {
  return [...text].length <= 60 && !/[\d?]/.test(text)
}

function isAddress(text: string): boolean {
  return /^(?:https?|ftp):\/\/\S+$/i.test(text) && text.length <= 2048 && URL.canParse(text)
}

function complaint(
  {field, path, value, fits, expected, required}: Requirement,
  article: Article
): ReadonlyArray<Problem> {
  const text = value === undefined ? '' : line(value)
  const id = 'crossref-complete'
  const severity = 'error'
  if (text === '') {
    if (required !== true) return []
    const reason = `Cannot find \`${field}\`, expected it for a Crossref deposit`
    return [{id, severity, reason, place: placeOf(article, path), note: noteOf(field)}]
  }
  if (fits(text)) return []
  const reason = `Unexpected \`${field}\` \`${text.slice(0, 60)}\`, expected ${expected} for a Crossref deposit`
  return [{id, severity, reason, place: placeOf(article, path)}]
}

function noteOf(field: string): string {
  const [outer, inner] = field.split('.')
  if (inner === undefined) return `Give \`${field}:\` in the front matter.`
  const setting = {depositor: 'depositor', email: 'depositorEmail', registrant: 'registrant'}[inner] ?? inner
  return `Give \`${outer}: {${inner}: …}\` in the front matter, or \`${setting}\` in the template’s \`settings\`.`
}

function placeOf({meta: {places}}: Article, path: string): Place | undefined {
  return places.get(path) ?? places.get('')
}
