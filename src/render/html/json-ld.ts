import type {LibraryEntry} from '../../model/article.ts'
import type {Affiliation, Author, Meta} from '../../model/meta.ts'
import {textOf} from '../../util/text.ts'
import {summary} from './meta-tags.ts'

type Json = {readonly [key: string]: unknown}

/** The article as a `ScholarlyArticle` of schema.org, ready for a `script` element: no `<` in it could end that. */
export function jsonLd(meta: Meta, references: ReadonlyArray<LibraryEntry>): string {
  const {publication, licence} = meta
  const data: Json = {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    headline: textOf(meta.title),
    alternativeHeadline: meta.subtitle && textOf(meta.subtitle),
    author: meta.authors.map((author) => personOf(author, meta.affiliations)),
    abstract: summary(meta),
    keywords: some(meta.keywords),
    inLanguage: meta.language,
    datePublished: publication.date,
    identifier: publication.doi && {
      '@type': 'PropertyValue',
      propertyID: 'doi',
      value: publication.doi,
      url: `https://doi.org/${publication.doi}`
    },
    sameAs: publication.doi && `https://doi.org/${publication.doi}`,
    url: publication.url,
    isPartOf: containerOf(meta),
    pageStart: publication.firstPage,
    pageEnd: publication.lastPage,
    publisher: publication.publisher && {'@type': 'Organization', name: publication.publisher},
    license: licence?.url,
    isAccessibleForFree: licence?.url === undefined ? undefined : true,
    funder: some(
      meta.funding.map(({funder, funderId}) => ({'@type': 'Organization', name: funder, identifier: funderId}))
    ),
    citation: some(references.map(({csl}) => workOf(csl)))
  }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

function personOf(author: Author, affiliations: ReadonlyArray<Affiliation>): Json {
  const {name} = author
  const own = affiliations.filter(({id}) => author.affiliations.includes(id))
  return {
    '@type': author.group === true ? 'Organization' : 'Person',
    name: name.display,
    alternateName: some([...(author.names?.values() ?? [])].map(({display}) => display)),
    givenName: name.given,
    additionalName: name.middle,
    familyName: name.family,
    sameAs: author.orcid && `https://orcid.org/${author.orcid}`,
    affiliation: some(
      own.map((one) => ({
        '@type': 'Organization',
        '@id': one.ror,
        name: one.name,
        alternateName: some([...(one.translations?.values() ?? [])].map((each) => each.name))
      }))
    )
  }
}

/** Issue, volume, periodical: each part of the next. */
function containerOf({publication}: Meta): Json | undefined {
  const {journal, issn, volume, issue} = publication
  if (journal === undefined) return undefined
  const periodical: Json = {'@type': 'Periodical', name: journal, issn: some(issn)}
  const inVolume =
    volume === undefined ? periodical : {'@type': 'PublicationVolume', volumeNumber: volume, isPartOf: periodical}
  return issue === undefined ? inVolume : {'@type': 'PublicationIssue', issueNumber: issue, isPartOf: inVolume}
}

function workOf(csl: LibraryEntry['csl']): Json {
  const doi = csl['DOI']
  return {
    '@type': csl.type === 'book' ? 'Book' : 'CreativeWork',
    name: csl['title'],
    sameAs: typeof doi === 'string' ? `https://doi.org/${doi}` : csl['URL']
  }
}

function some<T>(list: ReadonlyArray<T>): ReadonlyArray<T> | undefined {
  return list.length === 0 ? undefined : list
}
