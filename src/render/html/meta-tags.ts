import type {Element} from 'hast'
import {h} from 'hastscript'
import type {LibraryEntry} from '../../model/article.ts'
import type {Meta, Name} from '../../model/meta.ts'
import {textOf} from '../../util/text.ts'

type Tag = readonly [name: string, content: string | undefined]

/** What search engines, reference managers and social sites read: Highwire Press, Dublin Core and Open Graph tags. */
export function metaTags(meta: Meta, references: ReadonlyArray<LibraryEntry>): ReadonlyArray<Element> {
  const named = [
    ...highwire(meta),
    ...references.map(({csl}) => citationReference(csl)),
    ...dublinCore(meta),
    ...common(meta)
  ]
  return [
    ...named.flatMap(([name, content]) => (content ? [h('meta', {name, content})] : [])),
    ...openGraph(meta).flatMap(([property, content]) => (content ? [h('meta', {property, content})] : []))
  ]
}

/** “Knuth, Donald E.”, or a name that has no such parts. */
function invertedName(name: Name): string {
  if (name.family === undefined) return name.literal ?? name.display
  const given = [name.given, name.middle].filter((part) => part !== undefined).join(' ')
  const family = name.particle === undefined ? name.family : `${name.particle} ${name.family}`
  return [family, given, name.suffix].filter((part) => part !== undefined && part !== '').join(', ')
}

/** https://scholar.google.com/intl/en/scholar/inclusion.html#indexing */
function highwire(meta: Meta): ReadonlyArray<Tag> {
  const {publication} = meta
  return [
    ['citation_title', textOf(meta.title)],
    ...meta.authors.flatMap(
      (author): ReadonlyArray<Tag> => [
        ['citation_author', invertedName(author.name)],
        ...author.affiliations.map(
          (id): Tag => ['citation_author_institution', meta.affiliations.find((one) => one.id === id)?.name]
        ),
        ['citation_author_orcid', author.orcid && `https://orcid.org/${author.orcid}`],
        ['citation_author_email', author.corresponding ? author.email : undefined]
      ]
    ),
    ['citation_publication_date', publication.date?.replaceAll('-', '/')],
    publication.conference === undefined
      ? ['citation_journal_title', publication.journal]
      : ['citation_conference_title', publication.conference.name],
    ['citation_journal_abbrev', publication.abbreviation],
    ['citation_publisher', publication.publisher],
    ...publication.issn.map((issn): Tag => ['citation_issn', issn]),
    ['citation_isbn', publication.isbn],
    ['citation_volume', publication.volume],
    ['citation_issue', publication.issue],
    ['citation_firstpage', publication.firstPage ?? publication.elocation],
    ['citation_lastpage', publication.lastPage],
    ['citation_doi', publication.doi],
    ['citation_language', meta.language],
    ['citation_keywords', meta.keywords.join('; ')],
    ['citation_abstract_html_url', publication.url],
    ['citation_pdf_url', publication.pdfUrl]
  ]
}

function citationReference(csl: LibraryEntry['csl']): Tag {
  const fields: ReadonlyArray<Tag> = [
    ['citation_title', text(csl['title'])],
    ['citation_journal_title', csl.type === 'article-journal' ? text(csl['container-title']) : undefined],
    ['citation_publication_date', yearOf(csl['issued'])],
    ['citation_volume', text(csl['volume'])],
    ['citation_issue', text(csl['issue'])],
    ['citation_doi', text(csl['DOI'])]
  ]
  const given = fields.flatMap(([name, value]) => (value ? [`${name}=${value.replaceAll(';', ',')}`] : []))
  return ['citation_reference', given.join('; ')]
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function yearOf(issued: unknown): string | undefined {
  const parts =
    typeof issued === 'object' && issued !== null && 'date-parts' in issued ? issued['date-parts'] : undefined
  const [first] = Array.isArray(parts) ? parts : []
  return Array.isArray(first) ? text(first[0]) : undefined
}

function dublinCore(meta: Meta): ReadonlyArray<Tag> {
  const {publication, licence} = meta
  return [
    ['DC.title', textOf(meta.title)],
    ...meta.authors.map(({name}): Tag => ['DC.creator', invertedName(name)]),
    ['DC.date', publication.date],
    ['DC.identifier', publication.doi && `https://doi.org/${publication.doi}`],
    ['DC.language', meta.language],
    ['DC.publisher', publication.publisher],
    ['DC.rights', licence?.url ?? licence?.spdx ?? licence?.text],
    ...meta.keywords.map((keyword): Tag => ['DC.subject', keyword])
  ]
}

function common(meta: Meta): ReadonlyArray<Tag> {
  return [
    ['author', meta.authors.map(({name}) => name.display).join(', ')],
    ['description', summary(meta)],
    ['keywords', meta.keywords.join(', ')],
    ['twitter:card', 'summary']
  ]
}

/** https://ogp.me */
function openGraph(meta: Meta): ReadonlyArray<Tag> {
  return [
    ['og:type', 'article'],
    ['og:title', textOf(meta.title)],
    ['og:description', summary(meta)],
    ['og:url', meta.publication.url ?? (meta.publication.doi && `https://doi.org/${meta.publication.doi}`)],
    ['og:site_name', meta.publication.journal],
    ['og:locale', meta.language.replaceAll('-', '_')],
    ['article:published_time', meta.publication.date]
  ]
}

/** The abstract as plain text. */
export function summary(meta: Meta): string | undefined {
  return meta.abstract && textOf(meta.abstract).replace(/\s+/g, ' ').trim()
}
