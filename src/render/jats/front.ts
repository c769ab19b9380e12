import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Inline, Meta, Publication} from '../../model/meta.ts'
import {textOf} from '../../util/text.ts'
import {abstracts} from './abstracts.ts'
import {counts, customMeta, products, support} from './beside.ts'
import {authorNotes, contributors} from './contributors.ts'
import {text} from './element.ts'
import {funding} from './funding.ts'
import {xmlText} from './inline.ts'
import {
  articleIds,
  categories,
  conference,
  history,
  pages,
  permissions,
  pubDate,
  pubHistory,
  relatedArticle,
  selfUris
} from './publication.ts'
import {present, type State} from './state.ts'
import type {Statement} from './statements.ts'

/** `front`: the journal as far as it is known, and `article-meta` in the DTD's order. */
export function front(meta: Meta, statements: ReadonlyArray<Statement>, state: State): Element {
  return x('front', [journalMeta(meta.publication, state), articleMeta(meta, statements, state)])
}

/**
 * The DTD wants a journal with an ISSN, and a manuscript may have none: then it is what the template's
 * `journal-placeholder` says, with an ISSN of noughts, both marked as placeholders.
 */
function journalMeta({journal: known, abbreviation, issn, publisher}: Publication, state: State): Element {
  const placeholder = state.article.template.settings['journal-placeholder']
  const journal = known ?? (typeof placeholder === 'string' ? placeholder : 'Author manuscript')
  return x('journal-meta', [
    x('journal-id', {'journal-id-type': 'publisher-id'}, xmlText(abbreviation ?? journal)),
    x('journal-title-group', [
      x('journal-title', xmlText(journal)),
      ...present([text('abbrev-journal-title', abbreviation)])
    ]),
    ...(issn.length > 0
      ? issn.map((number) => x('issn', {'publication-format': 'electronic'}, xmlText(number)))
      : [x('issn', {'publication-format': 'electronic', 'specific-use': 'placeholder'}, '0000-0000')]),
    ...(publisher === undefined ? [] : [x('publisher', [x('publisher-name', xmlText(publisher))])])
  ])
}

function articleMeta(meta: Meta, statements: ReadonlyArray<Statement>, state: State): Element {
  const {publication} = meta
  const parts = [
    ...articleIds(publication),
    version(publication),
    categories(publication),
    titles(meta, state),
    ...contributors(meta, state),
    authorNotes(meta, statements, state),
    pubDate(publication.date),
    pubDate(publication.collectionDate, 'collection'),
    text('volume', publication.volume),
    text('issue', publication.issue),
    text('issue-title', publication.issueTitle),
    ...(publication.issueSponsors ?? []).map((each) => text('issue-sponsor', each)),
    text('isbn', publication.isbn),
    text('supplement', publication.supplement),
    ...pages(publication),
    ...products(meta, state),
    history(publication),
    pubHistory(publication),
    permissions(publication, meta.licence),
    ...selfUris(publication, textOf([...meta.title]))
  ]
  const related = (publication.related ?? []).map(relatedArticle)
  return x('article-meta', [
    ...present(parts),
    ...related,
    ...present([
      ...abstracts(meta, state),
      ...keywords(meta),
      funding(meta, state),
      support(meta),
      conference(publication.conference)
    ]),
    counts(state.article),
    ...present([customMeta(state)])
  ])
}

/** One number of the version, or its numbers by schemes (JATS 1.3, `article-version-alternatives`). */
function version({version: own, versions}: Publication): Element | undefined {
  const others = [...(versions ?? [])].map(([type, each]) =>
    x('article-version', {'article-version-type': xmlText(type), ...javOf(type)}, xmlText(each))
  )
  if (others.length === 0) return text('article-version', own)
  return x('article-version-alternatives', [...present([text('article-version', own)]), ...others])
}

/** The terms of NISO RP-8-2008. */
function javOf(type: string): Record<string, string> {
  const isKnown = /^(?:AO|SMUR|AM|P|VoR|CVoR|EVoR)$/.test(type)
  return isKnown ? {vocab: 'JAV', 'vocab-identifier': 'http://www.niso.org/publications/rp/RP-8-2008.pdf'} : {}
}

function titles(meta: Meta, state: State): Element {
  const translated = [...meta.translations].flatMap(([language, {title, subtitle}]) => {
    if (title === undefined) return []
    const parts = [x('trans-title', inline(title, state)), subtitle && x('trans-subtitle', inline(subtitle, state))]
    return [x('trans-title-group', {'xml:lang': language}, present(parts))]
  })
  return x(
    'title-group',
    present([
      // The DTD wants a title; where the author gave none, a rule says so, and the place is marked.
      x('article-title', meta.title.length > 0 ? inline(meta.title, state) : '[?title]'),
      meta.subtitle && x('subtitle', inline(meta.subtitle, state)),
      ...translated,
      text('alt-title', meta.shortTitle, {'alt-title-type': 'running-head'})
    ])
  )
}

function inline(nodes: Inline, state: State) {
  return state.all(nodes)
}

function keywords(meta: Meta): Array<Element> {
  const own = {language: undefined, words: meta.keywords}
  const others = [...meta.translations].map(([language, {keywords: words}]) => ({language, words}))
  return [own, ...others].map(({language, words}) =>
    x(
      'kwd-group',
      {'kwd-group-type': 'author', ...(language === undefined ? {} : {'xml:lang': language})},
      words.flatMap((word) => text('kwd', word) ?? [])
    )
  )
}
