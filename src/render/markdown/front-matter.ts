import type {Nodes, Root} from 'mdast'
import {stringify} from 'yaml'
import type {Affiliation, AffiliationText, Author, Funding, Inline, Meta, Name} from '../../model/meta.ts'

type Prose = (nodes: ReadonlyArray<Nodes>) => string

/** Metadata as the front matter that reads as it; prose and titles are Markdown. */
export function frontMatter(meta: Meta, prose: Prose): string {
  const {publication} = meta
  const fields = {
    title: line(meta.title, prose),
    subtitle: line(meta.subtitle, prose),
    'short-title': meta.shortTitle,
    author: meta.authors.map(author),
    affiliations: meta.affiliations.map(affiliation),
    lang: meta.language,
    // Quotation marks, dashes and spaces are set already.
    smart: false,
    date: publication.date,
    abstract: root(meta.abstract, prose),
    'graphical-abstract': pictureOf(meta.graphicalAbstract, prose),
    'plain-summary': root(meta.plainSummary, prose),
    highlights: meta.highlights,
    keywords: meta.keywords,
    translations: Object.fromEntries(
      [...meta.translations].map(([language, {title, subtitle, abstract, keywords}]) => [
        language,
        {title: line(title, prose), subtitle: line(subtitle, prose), abstract: root(abstract, prose), keywords}
      ])
    ),
    license: meta.licence && (meta.licence.spdx ?? {url: meta.licence.url, text: meta.licence.text}),
    journal: publication.journal,
    abbreviation: publication.abbreviation,
    publisher: publication.publisher,
    issn: publication.issn,
    isbn: publication.isbn,
    volume: publication.volume,
    issue: publication.issue,
    'issue-title': publication.issueTitle,
    'issue-sponsor': publication.issueSponsors,
    supplement: publication.supplement,
    pages: publication.pageRange,
    'pdf-url': publication.pdfUrl,
    'collection-date': publication.collectionDate,
    history: {preprint: publication.preprintDate},
    supplementary: meta.beside?.supplements,
    products: meta.beside?.products.map((each) => line(each, prose)),
    support: meta.beside?.support,
    'suggested-reviewers': meta.beside?.reviewers,
    custom: Object.fromEntries(meta.beside?.custom ?? []),
    'first-page': publication.firstPage,
    'last-page': publication.lastPage,
    elocation: publication.elocation,
    doi: publication.doi,
    url: publication.url,
    received: publication.received,
    revised: publication.revised,
    accepted: publication.accepted,
    copyright: {holder: publication.copyrightHolder, year: publication.copyrightYear},
    udc: publication.udc,
    subjects: publication.subjects,
    ...Object.fromEntries([...(publication.classifications ?? []), ...(publication.identifiers ?? [])]),
    'article-type': publication.articleType,
    version: publication.version,
    versions: Object.fromEntries(publication.versions ?? []),
    conference: publication.conference,
    related: publication.related,
    deposit: publication.deposit,
    funding: funding(meta, prose),
    ...Object.fromEntries(
      [...(meta.statements ?? [])].flatMap(([kind, text]) => (kind === 'funding' ? [] : [[kind, root(text, prose)]]))
    )
  }
  return stringify(pruned(fields), {lineWidth: 0})
}

function line(nodes: Inline | undefined, prose: Prose): string | undefined {
  if (nodes === undefined || nodes.length === 0) return undefined
  return prose([{type: 'paragraph', children: [...nodes]}])
}

/** As the front matter has it: the words that say what it is are ours. */
function pictureOf(tree: Root | undefined, prose: Prose) {
  const [figure] = tree?.children ?? []
  if (figure?.type !== 'figure') return undefined
  const [content, caption] = figure.children
  const image = content?.type === 'paragraph' ? content.children[0] : undefined
  const words = caption?.type === 'caption' ? caption.children.slice(2) : []
  if (image?.type !== 'image') return undefined
  return {image: image.url, alt: image.alt, caption: words.length === 0 ? undefined : line(words, prose)}
}

function root(tree: Root | undefined, prose: Prose): string | undefined {
  return tree && prose(tree.children)
}

function author({name, names, affiliations, notes, identifiers, place: _, ...rest}: Author) {
  const {equalContribution, corresponding, deceased, group, presentAddress, orcidAuthenticated, ...others} = rest
  return {
    ...named(name),
    names: Object.fromEntries([...(names ?? [])].map(([language, each]) => [language, named(each)])),
    ...others,
    group: group || undefined,
    corresponding: corresponding || undefined,
    'equal-contribution': equalContribution || undefined,
    deceased: deceased || undefined,
    affiliation: affiliations,
    note: notes?.filter((note) => note !== presentAddress),
    'present-address': presentAddress,
    'orcid-authenticated': orcidAuthenticated,
    ...Object.fromEntries(identifiers ?? [])
  }
}

function named({display, literal, ...parts}: Name) {
  const composed = [parts.given, parts.middle, parts.particle, parts.family, parts.suffix].filter(Boolean).join(' ')
  if (composed === '') return {name: `{${literal ?? display}}`}
  return display === composed ? parts : {name: display, ...parts}
}

function affiliation({id, place: _, translations, ...rest}: Affiliation) {
  const others: ReadonlyArray<readonly [string, AffiliationText]> = [...(translations ?? [])]
  return {id, ...rest, translations: Object.fromEntries(others)}
}

function funding({funding: funders, statements}: Meta, prose: Prose) {
  const statement = root(statements?.get('funding'), prose)
  if (funders.length === 0) return statement
  const one = ({funder, funderId, awards, statement: own}: Funding, index: number) => ({
    funder,
    'funder-id': funderId,
    awards,
    statement: own ?? (index === 0 ? statement : undefined)
  })
  return funders.map(one)
}

/** Without what is absent or empty. */
function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, pruned(inner)] as const)
  return Object.fromEntries(entries.filter(([, inner]) => !isEmpty(inner)))
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '') return true
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
