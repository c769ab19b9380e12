import type {Affiliation, Author, Inline, Meta} from '../../model/meta.ts'
import {declarationsOf} from '../../util/declarations.ts'
import {terms} from '../../util/terms.ts'
import {textOf} from '../../util/text.ts'
import {frontOf as pageFront} from '../html/front.ts'
import {isSafe} from '../html/link.ts'
import {affiliationLine, translated} from '../metadata/translated.ts'
import {babelName} from './languages.ts'
import {address} from './link.ts'
import {confined, inLanguage, type State} from './state.ts'

type Data = Readonly<Record<string, unknown>>

/** The metadata as LaTeX templates see it: as pages see it, its markup LaTeX, and its persons and institutions in their parts. */
export function frontOf(meta: Meta, state: State): Data {
  const inline = (nodes: Inline) => confined(state, () => state.all([...nodes])).trim()
  const blocks = (nodes: {readonly children: ReadonlyArray<Parameters<State['all']>[0][number]>}) =>
    confined(state, () => state.all(nodes.children)).trim()
  return {
    ...pageFront(meta, {html: () => '', written: () => [], markup: () => ''}),
    title: inline(meta.title),
    plainTitle: textOf([...meta.title]),
    subtitle: meta.subtitle === undefined ? null : inline(meta.subtitle),
    babel: babelName(meta.language) ?? 'english',
    authors: meta.authors.map((author) => authorOf(author, meta.affiliations)),
    affiliations: meta.affiliations.map(affiliationOf),
    abstract: meta.abstract === undefined ? null : blocks(meta.abstract),
    plainSummary: meta.plainSummary === undefined ? null : blocks(meta.plainSummary),
    statements: declarationsOf(meta, state.words).map(({kind, title, root}) => ({kind, title, body: blocks(root)})),
    translations: translated(meta).map((translation) => {
      const {language} = translation
      let data: Data = {}
      const [babel] = inLanguage(state, language, () => {
        const {title, subtitle, abstract, keywords, authors, affiliations} = translation
        const words = terms(language)
        data = {
          title: title === undefined ? null : inline(title),
          subtitle: subtitle === undefined ? null : inline(subtitle),
          abstract: abstract === undefined ? null : blocks(abstract),
          keywords: keywords.map(state.text),
          authors: authors.map(state.text),
          affiliations: affiliations.map(state.text),
          words: {abstract: state.text(words.abstract), keywords: state.text(words.keywords)}
        }
        return ''
      })
      return {...data, language, babel: babel ?? null}
    })
  }
}

function authorOf(author: Author, affiliations: ReadonlyArray<Affiliation>): Data {
  const {name} = author
  const own = affiliations.flatMap((affiliation, index) =>
    author.affiliations.includes(affiliation.id) ? [{...affiliationOf(affiliation, index)}] : []
  )
  const surname = [name.particle, name.family].filter((part) => part !== undefined).join(' ')
  const rest = [name.given, name.middle].filter((part) => part !== undefined).join(' ')
  return {
    name: name.display,
    surname: surname || name.display,
    given: rest || null,
    orcid: author.orcid ?? null,
    email: author.email ?? null,
    url: author.url === undefined || !isSafe(author.url) ? null : address(author.url),
    corresponding: author.corresponding,
    equalContribution: author.equalContribution,
    deceased: author.deceased,
    degrees: author.degrees ?? null,
    position: author.position ?? null,
    phone: author.phone ?? null,
    affiliations: own,
    numbers: own.map(({number}) => number),
    notes: author.notes ?? [],
    biography: author.biography ?? null
  }
}

function affiliationOf(affiliation: Affiliation, index: number): Data & {readonly number: number} {
  const {department, name, address: street, city, region, postcode, country} = affiliation
  return {
    number: index + 1,
    text: affiliationLine(affiliation),
    name,
    department: department ?? null,
    address: street ?? null,
    city: city ?? null,
    region: region ?? null,
    postcode: postcode ?? null,
    country: country ?? null
  }
}
