import type {Affiliation, Author, Inline, Licence, Meta} from '../../model/meta.ts'
import {abstractOf} from '../../util/declarations.ts'
import {terms} from '../../util/terms.ts'
import {textOf} from '../../util/text.ts'
import {affiliationLine, type Translated, translated} from '../metadata/translated.ts'
import {dateInWords} from './dates.ts'
import type {Fragments} from './fragment.ts'
import {isSafe} from './link.ts'

type Data = Readonly<Record<string, unknown>>

/** The metadata as templates see it: titles, abstracts and summaries as markup, all else as plain text, and `null` for what is absent. */
export function frontOf(meta: Meta, {html}: Fragments): Data {
  const {licence} = meta
  const abstract = abstractOf(meta)
  return {
    language: meta.language,
    title: inline(meta.title, html),
    plainTitle: textOf(meta.title),
    subtitle: meta.subtitle === undefined ? null : inline(meta.subtitle, html),
    shortTitle: meta.shortTitle ?? shortened(textOf(meta.title)),
    authors: meta.authors.map((author) => authorData(author, meta.affiliations)),
    authorNames: meta.authors.map(({name}) => name.display),
    authorsShort: authorsShort(meta),
    affiliations: meta.affiliations.map((affiliation, index) => affiliationData(affiliation, index)),
    abstract: abstract === undefined ? null : html(abstract.children),
    plainSummary: meta.plainSummary === undefined ? null : html(meta.plainSummary.children),
    highlights: meta.highlights ?? [],
    keywords: meta.keywords,
    translations: translated(meta).map((each) => translationData(each, html)),
    publication: publicationData(meta),
    dates: datesOf(meta),
    licence: licence === undefined ? null : licenceData(licence),
    funding: meta.funding.map(({funder, awards, statement}) => ({funder, awards, statement: statement ?? null}))
  }
}

/** Characters of a title that fit above a page. */
const longestHead = 80

/** A title that leaves room above a page, cut between words if it must be. */
function shortened(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim()
  return line.length <= longestHead ? line : `${line.slice(0, longestHead - 1).replace(/[\s,;:.–—-]*\s\S*$/, '')}…`
}

/** “Ada Marsh”, “Marsh and Petrov”, “Marsh et al.”: as authors are named above pages. */
function authorsShort({authors, language}: Meta): string {
  const words = terms(language)
  const families = authors.map(({name}) => name.family ?? name.display)
  const [first = '', second] = families
  if (second === undefined) return authors[0]?.name.display ?? ''
  return families.length === 2 ? `${first} ${words.and} ${second}` : `${first} ${words.andOthers}`
}

function translationData(translation: Translated, html: Fragments['html']): Data {
  const {language, title, subtitle, abstract, keywords, authors, affiliations} = translation
  return {
    language,
    title: title === undefined ? null : inline(title, html),
    subtitle: subtitle === undefined ? null : inline(subtitle, html),
    abstract: abstract === undefined ? null : html(abstract.children),
    keywords,
    authors,
    affiliations,
    words: terms(language)
  }
}

function publicationData(meta: Meta): Data {
  const {publication} = meta
  const {conference} = publication
  return {
    journal: publication.journal ?? null,
    publisher: publication.publisher ?? null,
    volume: publication.volume ?? null,
    issue: publication.issue ?? null,
    pages: pagesOf(meta),
    doi: publication.doi ?? null,
    udc: publication.udc ?? null,
    articleType: publication.articleType ?? null,
    conference: conference === undefined ? null : {...absent, ...conference},
    copyrightHolder: publication.copyrightHolder ?? null,
    copyrightYear: publication.copyrightYear ?? null
  }
}

function licenceData({url, text, spdx}: Licence): Data {
  return {url: url !== undefined && isSafe(url) ? url : null, text: text ?? spdx ?? url ?? ''}
}

const absent = {acronym: null, date: null, location: null, sponsor: null}

function inline(line: Inline, html: Fragments['html']): string {
  return html([...line])
}

function authorData(author: Author, affiliations: ReadonlyArray<Affiliation>): Data {
  const {name} = author
  const numbers = affiliations.flatMap(({id}, index) => (author.affiliations.includes(id) ? [index + 1] : []))
  return {
    name: name.display,
    family: name.family ?? null,
    given: name.given ?? null,
    middle: name.middle ?? null,
    orcid: author.orcid ?? null,
    email: author.email ?? null,
    phone: author.phone ?? null,
    url: author.url !== undefined && isSafe(author.url) ? author.url : null,
    corresponding: author.corresponding,
    equalContribution: author.equalContribution,
    deceased: author.deceased,
    degrees: author.degrees ?? null,
    position: author.position ?? null,
    affiliations: numbers,
    notes: author.notes ?? [],
    biography: author.biography ?? null
  }
}

function affiliationData(affiliation: Affiliation, index: number): Data {
  const {ror, url} = affiliation
  const record = ror ?? url
  return {
    number: index + 1,
    text: affiliationLine(affiliation),
    url: record !== undefined && isSafe(record) ? record : null
  }
}

/** “12–19”, or an article number. */
function pagesOf({publication}: Meta): string | null {
  const {firstPage, lastPage, elocation} = publication
  if (firstPage === undefined) return elocation ?? null
  return lastPage === undefined ? firstPage : `${firstPage}–${lastPage}`
}

function datesOf({publication, language}: Meta): ReadonlyArray<Data> {
  const words = terms(language)
  const dates = [
    [words.received, publication.received],
    [words.revised, publication.revised],
    [words.accepted, publication.accepted],
    [words.published, publication.date]
  ] as const
  return dates.flatMap(([label, iso]) => (iso === undefined ? [] : [{label, iso, text: dateInWords(iso, language)}]))
}
