import {stringify} from 'yaml'
import type {Author, Meta} from '../model/meta.ts'
import type {Format} from './format.ts'
import {titleOf} from './metadata/csl-record.ts'
import {lacking} from './metadata/lacking.ts'
import {line, plain} from './metadata/line.ts'
import {recordName} from './metadata/person-name.ts'

type Fields = Readonly<Record<string, unknown>>

/** Citation File Format 1.2.0, which repositories such as GitHub and Zenodo read; the article is its `preferred-citation`. */
export const cff: Format = {
  name: 'cff',
  about: 'CITATION.cff, by which a repository says how to cite the article.',
  async render({meta}, {report}) {
    if (meta.authors.length === 0) report({...lacking('cff', 'CITATION.cff', 'author', meta), severity: 'warning'})
    if (meta.title.length === 0) report({...lacking('cff', 'CITATION.cff', 'title', meta), severity: 'warning'})
    const text = stringify(citation(meta), {lineWidth: 0, aliasDuplicateObjects: false})
    return new Map([['CITATION.cff', new TextEncoder().encode(text)]])
  }
}

function citation(meta: Meta): Fields {
  const {publication, licence} = meta
  const shared = given({
    title: titleOf(meta),
    authors: meta.authors.map((author) => person(author, meta)),
    ...identifier(publication.doi),
    url: publication.url,
    abstract: plain(meta.abstract),
    keywords: meta.keywords.length === 0 ? undefined : [...new Set(meta.keywords.map(line))],
    license: licence?.spdx,
    'license-url': licence?.url
  })
  const {date} = publication
  return given({
    'cff-version': '1.2.0',
    message: 'Please cite the article as given here.',
    ...shared,
    version: publication.version,
    'date-released': date?.length === 10 ? date : undefined,
    'preferred-citation': preferred(meta, shared)
  })
}

function preferred(meta: Meta, shared: Fields): Fields {
  const {publication} = meta
  const [year, month] = publication.date?.split('-').map(Number) ?? []
  const {date, journal, conference} = publication
  return given({
    type: journal === undefined && conference !== undefined ? 'conference-paper' : 'article',
    ...shared,
    journal: text(journal),
    conference: conference && given({name: line(conference.name)}),
    publisher: publication.publisher === undefined ? undefined : {name: line(publication.publisher)},
    'date-published': date?.length === 10 ? date : undefined,
    year,
    month,
    volume: number(publication.volume),
    issue: text(publication.issue),
    start: text(publication.firstPage),
    end: text(publication.lastPage),
    issn: publication.issn[0],
    isbn: publication.isbn,
    languages: languages(meta.language)
  })
}

function person({name, orcid, email, corresponding, url, affiliations}: Author, meta: Meta): Fields {
  const parts = recordName(name)
  const own = meta.affiliations.filter(({id}) => affiliations.includes(id)).map((one) => line(one.name))
  const shared = {orcid: orcid && `https://orcid.org/${orcid}`, email: corresponding ? email : undefined, website: url}
  if ('literal' in parts) return given({name: parts.literal, ...shared})
  return given({
    'family-names': parts.family,
    'given-names': parts.given,
    'name-particle': parts.particle,
    'name-suffix': parts.suffix,
    affiliation: own.join('; ') || undefined,
    ...shared
  })
}

/** The schema’s pattern of a DOI is narrower than what DOIs may hold. */
function identifier(doi: string | undefined): Fields {
  if (doi === undefined) return {}
  if (/^10\.\d{4,9}(?:\.\d+)?\/[A-Za-z0-9:/_;\-.()[\]\\]+$/.test(doi)) return {doi}
  return {identifiers: [{type: 'other', value: line(`https://doi.org/${doi}`)}]}
}

/** ISO 639 codes of two or three letters. */
function languages(tag: string): ReadonlyArray<string> | undefined {
  const code = /^[a-z]{2,3}(?=-|$)/.exec(tag)?.[0]
  return code === undefined ? undefined : [code]
}

/** The schema takes whole numbers or text. */
function number(value: string | undefined): number | string | undefined {
  return value !== undefined && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : text(value)
}

function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : line(value) || undefined
}

function given(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
