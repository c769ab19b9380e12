import type {CslItem} from '../../model/article.ts'
import type {Author, Meta} from '../../model/meta.ts'
import {citationKey} from './citation-key.ts'
import {line, plain} from './line.ts'
import {recordName} from './person-name.ts'

/** The article itself as CSL-JSON 1.0.2; what CSL has no variable for (ORCID, licence) is `custom`, which its schema leaves open. */
export function cslRecord(meta: Meta, slug: string): CslItem {
  const {publication} = meta
  const record = {
    id: citationKey(meta, slug),
    type: typeOf(meta),
    title: titleOf(meta),
    'title-short': text(meta.shortTitle),
    author: some(meta.authors.map(nameOf)),
    'container-title': text(publication.journal ?? publication.conference?.name),
    'container-title-short': text(publication.abbreviation),
    publisher: text(publication.publisher),
    'event-title': text(publication.conference?.name),
    'event-place': text(publication.conference?.location),
    issued: publication.date === undefined ? undefined : {'date-parts': [dateParts(publication.date)]},
    volume: text(publication.volume),
    issue: text(publication.issue),
    page: pagesOf(meta),
    number: publication.firstPage === undefined ? text(publication.elocation) : undefined,
    DOI: text(publication.doi),
    ISSN: some(publication.issn)?.map(line).join(', '),
    ISBN: text(publication.isbn),
    URL: text(publication.url),
    version: text(publication.version),
    abstract: plain(meta.abstract),
    keyword: some(meta.keywords)?.map(line).join(', '),
    language: meta.language,
    custom: customOf(meta)
  }
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as CslItem
}

/** “Title: subtitle”, as references have it. */
export function titleOf({title, subtitle}: Meta): string | undefined {
  return [plain(title), plain(subtitle)].filter((part) => part !== undefined).join(': ') || undefined
}

/** The address of the licence, or its name. */
export function licenceOf({licence}: Meta): string | undefined {
  return licence?.url ?? licence?.spdx ?? text(licence?.text)
}

/** `2025-03-09` → 2025, 3, 9. */
function dateParts(date: string): ReadonlyArray<number> {
  return date.split('-').map(Number)
}

/** “12-20”. */
function pagesOf({publication: {firstPage, lastPage}}: Meta): string | undefined {
  return text([firstPage, lastPage].filter((page) => page !== undefined).join('-'))
}

function typeOf({publication}: Meta): string {
  if (publication.journal !== undefined) return 'article-journal'
  return publication.conference === undefined ? 'article' : 'paper-conference'
}

function nameOf(author: Author): Readonly<Record<string, string>> {
  const name = recordName(author.name)
  if ('literal' in name) return {literal: name.literal}
  const {particle, ...rest} = name
  return particle === undefined ? rest : {...rest, 'non-dropping-particle': particle}
}

function customOf(meta: Meta): Readonly<Record<string, unknown>> | undefined {
  const orcids = meta.authors.map(({orcid}) => orcid ?? '')
  const license = licenceOf(meta)
  const custom = {
    ...(orcids.some((orcid) => orcid !== '') ? {orcid: orcids} : {}),
    ...(license === undefined ? {} : {license})
  }
  return Object.keys(custom).length === 0 ? undefined : custom
}

function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : line(value) || undefined
}

function some<T>(list: ReadonlyArray<T>): ReadonlyArray<T> | undefined {
  return list.length === 0 ? undefined : list
}
