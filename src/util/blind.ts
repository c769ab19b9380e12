import type {RootContent} from 'mdast'
import type {Article} from '../model/article.ts'
import type {Meta} from '../model/meta.ts'
import type {SectionRole, StatementKind} from '../model/section-role.ts'
import {reviewersOf} from './declarations.ts'
import {silentImage} from './silent-image.ts'
import {terms} from './terms.ts'

/** Declarations that say who wrote an article. */
const telling: ReadonlySet<SectionRole | StatementKind> = new Set([
  'acknowledgements',
  'competing-interests',
  'contributions',
  'funding'
] as const)

/** Whether an article is to be read by reviewers who do not know its authors: as the front matter says, or else the template’s setting `blind`. */
export function isBlind({meta, template}: Article): boolean {
  return meta.review?.blind ?? template.settings['blind'] === true
}

/** The article without what says who wrote it: authors, thanks, funders, numbers under which it can be found. Works cited stay. */
export function blinded(article: Article): Article {
  const {meta} = article
  return {
    ...article,
    sources: undefined,
    assets: new Map([...article.assets].map(([path, each]) => [path, {...each, bytes: silentImage(each.bytes)}])),
    body: {...article.body, children: article.body.children.filter((node) => !isTelling(node))},
    meta: {
      ...meta,
      authors: [],
      affiliations: [],
      funding: [],
      licence: undefined,
      beside: undefined,
      statements: kept(meta, (kind) => !telling.has(kind)),
      publication: anonymous(meta.publication)
    }
  }
}

/** What goes beside a blinded article: title, authors and what they declare, and no text. */
export function titlePage(article: Article): Article {
  const {meta, body} = article
  return {
    ...article,
    notes: [],
    body: {...body, children: [...body.children.filter(isTelling), ...reviewersOf(meta, terms(meta.language))]},
    meta: {
      ...meta,
      abstract: undefined,
      graphicalAbstract: undefined,
      plainSummary: undefined,
      highlights: undefined,
      translations: new Map(),
      contents: {shown: false},
      statements: kept(meta, (kind) => telling.has(kind))
    }
  }
}

/** What must not be read in a blinded article: names, addresses, numbers. */
export function tellingWords({meta: {authors, affiliations}}: Article): ReadonlyArray<string> {
  const names = authors.flatMap(({name, names = new Map(), email, orcid, phone}) => [
    ...[name, ...names.values()].map(({display}) => display),
    ...[email, orcid, phone].filter((word) => word !== undefined)
  ])
  return [...new Set([...names, ...affiliations.map(({name}) => name)])].filter((word) => word.trim().length > 3)
}

function isTelling(node: RootContent): boolean {
  return node.type === 'section' && (node.roles ?? []).some((role) => telling.has(role))
}

function kept(meta: Meta, keep: (kind: StatementKind) => boolean): Meta['statements'] {
  return meta.statements && new Map([...meta.statements].filter(([kind]) => keep(kind)))
}

function anonymous(publication: Meta['publication']): Meta['publication'] {
  return {
    ...publication,
    ...{doi: undefined, url: undefined, identifiers: undefined, related: undefined, deposit: undefined},
    ...{copyrightHolder: undefined, copyrightYear: undefined, version: undefined},
    ...{pdfUrl: undefined}
  }
}
