import type {Article} from '../model/article.ts'
import type {Affiliation, Author, Funding, Meta} from '../model/meta.ts'
import type {Problem} from '../model/problem.ts'
import type {Format} from './format.ts'
import {licenceOf} from './metadata/csl-record.ts'
import {lacking} from './metadata/lacking.ts'
import {line, plain} from './metadata/line.ts'
import {recordName, surname} from './metadata/person-name.ts'

type Json = Readonly<Record<string, unknown>>

/** The record that DataCite's REST interface takes for a DOI: Metadata Schema 4.5 as JSON. */
export const datacite: Format = {
  name: 'datacite',
  about: 'DataCite JSON, to register a DOI for a preprint or report.',
  lacks: complaints,
  async render(article, {slug, report}) {
    for (const problem of complaints(article)) report(problem)
    const text = `${JSON.stringify(recordOf(article.meta), undefined, 2)}\n`
    return new Map([[`${slug}.datacite.json`, new TextEncoder().encode(text)]])
  }
}

function complaints({meta}: Article): ReadonlyArray<Problem> {
  const {publication} = meta
  const needed = [
    ['doi', publication.doi],
    ['title', plain(meta.title)],
    ['author', meta.authors[0]],
    ['publisher', publication.publisher],
    ['date', publication.date]
  ] as const
  return needed.flatMap(([field, value]) =>
    value === undefined ? lacking('datacite', 'a DataCite record (mandatory property)', field, meta) : []
  )
}

function recordOf(meta: Meta): Json {
  const {publication, language} = meta
  const license = licenceOf(meta)
  const {doi} = publication
  return {
    doi,
    identifiers: doi === undefined ? undefined : [{identifier: `https://doi.org/${doi}`, identifierType: 'DOI'}],
    url: publication.url,
    creators: meta.authors.map((author) => creator(author, meta.affiliations)),
    titles: titles(meta),
    publisher: publication.publisher === undefined ? undefined : {name: line(publication.publisher)},
    publicationYear: publication.date === undefined ? undefined : Number(publication.date.slice(0, 4)),
    types: {resourceTypeGeneral: typeOf(meta), resourceType: publication.articleType},
    subjects: some([
      ...meta.keywords.map((subject) => ({subject: line(subject), lang: language})),
      ...[...meta.translations].flatMap(([lang, {keywords}]) =>
        keywords.map((subject) => ({subject: line(subject), lang}))
      )
    ]),
    dates: some(datesOf(meta)),
    language,
    version: publication.version,
    rightsList: license === undefined ? undefined : [rights(meta)],
    descriptions: some(descriptions(meta)),
    container: containerOf(meta),
    relatedIdentifiers: some(relatedTo(meta)),
    fundingReferences: some(meta.funding.flatMap(fundingOf)),
    schemaVersion: 'http://datacite.org/schema/kernel-4.5'
  }
}

function typeOf({publication}: Meta): string {
  if (publication.journal !== undefined) return 'JournalArticle'
  return publication.conference === undefined ? 'Text' : 'ConferencePaper'
}

function creator({name, group, orcid, affiliations}: Author, known: ReadonlyArray<Affiliation>): Json {
  const parts = recordName(name)
  const own = known.filter(({id}) => affiliations.includes(id))
  return {
    name:
      'literal' in parts
        ? parts.literal
        : [surname(parts), parts.given, parts.suffix].filter((part) => part).join(', '),
    nameType: group === true ? 'Organizational' : 'Personal',
    ...('literal' in parts ? {} : {givenName: parts.given, familyName: surname(parts)}),
    nameIdentifiers: orcid && [
      {nameIdentifier: `https://orcid.org/${orcid}`, nameIdentifierScheme: 'ORCID', schemeUri: 'https://orcid.org'}
    ],
    affiliation: some(
      own.map((one) => ({
        name: line(one.name),
        ...(one.ror === undefined
          ? {}
          : {affiliationIdentifier: one.ror, affiliationIdentifierScheme: 'ROR', schemeUri: 'https://ror.org'})
      }))
    )
  }
}

function titles(meta: Meta): ReadonlyArray<Json> {
  const translated = [...meta.translations].flatMap(([lang, {title, subtitle}]) => [
    {title: plain(title), lang, titleType: 'TranslatedTitle'},
    {title: plain(subtitle), lang, titleType: 'Subtitle'}
  ])
  return [
    {title: plain(meta.title), lang: meta.language},
    {title: plain(meta.subtitle), lang: meta.language, titleType: 'Subtitle'},
    ...translated
  ].filter(({title}) => title !== undefined)
}

function descriptions(meta: Meta): ReadonlyArray<Json> {
  const all = [[meta.language, meta], ...meta.translations] as ReadonlyArray<readonly [string, Pick<Meta, 'abstract'>]>
  return all.flatMap(([lang, {abstract}]) => {
    const description = plain(abstract)
    return description === undefined ? [] : [{description, descriptionType: 'Abstract', lang}]
  })
}

function datesOf({publication}: Meta): ReadonlyArray<Json> {
  const given = [
    ['Issued', publication.date],
    ['Submitted', publication.received],
    ['Updated', publication.revised],
    ['Accepted', publication.accepted]
  ] as const
  return given.flatMap(([dateType, date]) => (date === undefined ? [] : [{date, dateType}]))
}

function rights({licence}: Meta): Json {
  const {spdx, url, text} = licence ?? {}
  return {
    rights: text === undefined ? spdx : line(text),
    rightsUri: url,
    ...(spdx === undefined
      ? {}
      : {rightsIdentifier: spdx, rightsIdentifierScheme: 'SPDX', schemeUri: 'https://spdx.org/licenses/'})
  }
}

function containerOf({publication}: Meta): Json | undefined {
  const {journal, issn, volume, issue, firstPage, lastPage} = publication
  if (journal === undefined) return undefined
  const identifier = issn[0] === undefined ? {} : {identifier: issn[0], identifierType: 'ISSN'}
  return {type: 'Journal', title: line(journal), ...identifier, volume, issue, firstPage, lastPage}
}

/** Our relations by DataCite's (Metadata Schema 4.5, appendix 1.4); those it has no name for stay out. */
const relationTypes: ReadonlyMap<string, string> = new Map([
  ['data', 'IsSupplementedBy'],
  ['dataset', 'IsSupplementedBy'],
  ['preprint', 'HasVersion'],
  ['review', 'IsReviewedBy'],
  ['software', 'IsSupplementedBy'],
  ['supplement', 'IsSupplementedBy'],
  ['version', 'IsVersionOf']
])

function relatedTo({publication, beside}: Meta): ReadonlyArray<Json> {
  const issns = publication.issn.map((issn) => ({
    relatedIdentifier: issn,
    relatedIdentifierType: 'ISSN',
    relationType: 'IsPublishedIn'
  }))
  const supplements = (beside?.supplements ?? []).map(({target}) => ({target, relation: 'supplement'}))
  const others = [...(publication.related ?? []), ...supplements].flatMap(({relation, target}) => {
    const relationType = relationTypes.get(relation.toLowerCase())
    const relatedIdentifierType = target.startsWith('10.') ? 'DOI' : 'URL'
    return relationType === undefined ? [] : [{relatedIdentifier: line(target), relatedIdentifierType, relationType}]
  })
  return [...issns, ...others]
}

function fundingOf({funder, funderId, awards}: Funding): ReadonlyArray<Json> {
  const isRor = funderId?.startsWith('https://ror.org/') === true
  const known = {
    funderName: line(funder),
    funderIdentifier: funderId === undefined || isRor ? funderId : `https://doi.org/${funderId}`,
    funderIdentifierType: funderId === undefined ? undefined : isRor ? 'ROR' : 'Crossref Funder ID'
  }
  return awards.length === 0 ? [known] : awards.map((award) => ({...known, awardNumber: line(award)}))
}

function some<T>(list: ReadonlyArray<T>): ReadonlyArray<T> | undefined {
  return list.length === 0 ? undefined : list
}
