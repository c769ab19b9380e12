import type {Nodes, RootContent} from 'mdast'
import type {Article} from '../../model/article.ts'
import type {Affiliation, Author, Meta} from '../../model/meta.ts'
import {abstractOf, declarationsOf} from '../../util/declarations.ts'
import {translated} from '../metadata/translated.ts'
import type {Plain} from '../plain/tree.ts'
import {plainTree} from '../plain/tree.ts'
import {blockText} from './block.ts'
import {inlineText} from './inline.ts'

/** A whole article: title and people, abstract, text, declarations, notes. */
export function textOfArticle(article: Article): string {
  const {meta} = article
  const plain = plainTree(article)
  const prose = (nodes: ReadonlyArray<Nodes>) => plain.all(nodes).flatMap(blockText)
  const isNote = (node: RootContent) => node.type === 'footnoteDefinition'
  const notes = plain.body.children.filter(isNote)
  const abstract = abstractOf(meta)
  const blocks = [
    ...head(meta, plain),
    ...part(plain.terms.abstract, abstract && prose(abstract.children)),
    ...part(plain.terms.plainSummary, meta.plainSummary && prose(meta.plainSummary.children)),
    ...part(
      plain.terms.highlights,
      meta.highlights?.length ? [meta.highlights.map((each) => `- ${each}`).join('\n')] : []
    ),
    ...keywords(plain.terms.keywords, meta.keywords),
    ...translated(meta).flatMap(({title, subtitle, authors, affiliations, abstract, keywords: words}) => [
      ...titles([title, subtitle], plain),
      [...authors, ...affiliations].join('\n'),
      ...(abstract === undefined ? [] : prose(abstract.children)),
      ...keywords(undefined, words)
    ]),
    ...plain.body.children.filter((node) => !isNote(node)).flatMap(blockText),
    ...declarationsOf(meta, plain.terms).flatMap(({title, root}) => part(title, prose(root.children))),
    ...part(plain.terms.notes, notes.flatMap(blockText))
  ]
  return printable(`${blocks.filter((block) => block !== '').join('\n\n')}\n`)
}

/** As in XML, what no one can print is replaced; `load` and `parse` have told it. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML 1.0 (2.2 Characters) leaves out
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '\uFFFD')
}

function part(heading: string, blocks: ReadonlyArray<string> | undefined): ReadonlyArray<string> {
  return blocks === undefined || blocks.length === 0 ? [] : [heading, ...blocks]
}

function titles(lines: ReadonlyArray<Meta['subtitle']>, plain: Plain): ReadonlyArray<string> {
  return lines.flatMap((nodes) => (nodes === undefined ? [] : inlineText(plain.all(nodes)).replace(/\s+/g, ' ').trim()))
}

function head(meta: Meta, plain: Plain): ReadonlyArray<string> {
  const {publication, affiliations, authors, licence} = meta
  const {journal, volume, issue, date, doi, url} = publication
  const known = new Set(authors.flatMap((each) => each.affiliations))
  const many = affiliations.length > 1
  const place = [journal, volume && `${volume}${issue === undefined ? '' : `(${issue})`}`, date]
  return [
    ...titles([meta.title, meta.subtitle], plain),
    authors.map((each) => person(each, many)).join('\n'),
    affiliations
      .filter(({id}) => known.has(id))
      .map((each) => institution(each, many))
      .join('\n'),
    place.filter((each) => each !== undefined && each !== '').join(', '),
    [doi && `https://doi.org/${doi}`, url, licence?.url ?? licence?.text].filter(Boolean).join('\n'),
    more(meta, plain)
  ]
}

/** What else is known, a line each. */
function more({publication, authors, funding}: Meta, {terms}: Plain): string {
  const {received, revised, accepted, udc} = publication
  const dates = [
    [terms.received, received],
    [terms.revised, revised],
    [terms.accepted, accepted],
    ['UDC', udc]
  ] as const
  const notes = authors.flatMap(({name, notes: own = [], biography}) =>
    [...own, ...(biography === undefined ? [] : [biography])].map((note) => `${name.display}: ${note}`)
  )
  const funders = funding.map(({funder, awards}) => [funder, ...awards].join(', '))
  const lines = dates.flatMap(([word, value]) => (value === undefined ? [] : [`${word}: ${value}`]))
  return [...lines, ...notes, ...funders.map((line) => `${terms.statements.funding}: ${line}`)].join('\n')
}

function person({name, affiliations, orcid, email}: Author, many: boolean): string {
  const marks = many && affiliations.length > 0 ? ` (${affiliations.join(', ')})` : ''
  const more = [orcid && `https://orcid.org/${orcid}`, email].filter(Boolean)
  return [`${name.display}${marks}`, ...more].join(', ')
}

function institution({id, name, department, city, country}: Affiliation, many: boolean): string {
  const words = [department, name, city, country].filter(Boolean).join(', ')
  return many ? `(${id}) ${words}` : words
}

function keywords(label: string | undefined, words: ReadonlyArray<string>): ReadonlyArray<string> {
  if (words.length === 0) return []
  return [`${label === undefined ? '' : `${label}: `}${words.join('; ')}`]
}
