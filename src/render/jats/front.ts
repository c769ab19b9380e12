import type {Root} from 'mdast'
import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Inline, Licence, Meta, Publication} from '../../model/meta.ts'
import {authorNotes, contributors} from './contributors.ts'
import {xmlText} from './inline.ts'
import {present, type State} from './state.ts'

/** `front`: the journal as far as it is known, and `article-meta` in the DTD's order. */
export function front(meta: Meta, state: State): Element {
  return x('front', [journalMeta(meta.publication, state), articleMeta(meta, state)])
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

function articleMeta(meta: Meta, state: State): Element {
  const {publication} = meta
  return x(
    'article-meta',
    present([
      publication.doi === undefined ? undefined : x('article-id', {'pub-id-type': 'doi'}, xmlText(publication.doi)),
      categories(publication),
      titles(meta, state),
      ...contributors(meta, state),
      authorNotes(meta, state),
      pubDate(publication.date),
      text('volume', publication.volume),
      text('issue', publication.issue),
      ...pages(publication),
      history(publication),
      permissions(publication, meta.licence),
      meta.abstract && x('abstract', abstract(meta.abstract, state)),
      ...translatedAbstracts(meta, state),
      ...keywords(meta),
      funding(meta)
    ])
  )
}

function categories({subjects, udc}: Publication): Element | undefined {
  const groups = [
    subjects.length === 0 ? undefined : subjectGroup('heading', subjects),
    udc === undefined ? undefined : subjectGroup('udc', [udc])
  ]
  return x('article-categories', present(groups))
}

function subjectGroup(type: string, subjects: ReadonlyArray<string>): Element {
  return x(
    'subj-group',
    {'subj-group-type': type},
    subjects.map((subject) => x('subject', xmlText(subject)))
  )
}

function titles(meta: Meta, state: State): Element {
  const translated = [...meta.translations].flatMap(([language, {title}]) => {
    if (title === undefined) return []
    return [x('trans-title-group', {'xml:lang': language}, [x('trans-title', inline(title, state))])]
  })
  const short = meta.shortTitle
  return x(
    'title-group',
    present([
      // The DTD wants a title; where the author gave none, a rule says so, and the place is marked.
      x('article-title', meta.title.length > 0 ? inline(meta.title, state) : '[?title]'),
      meta.subtitle && x('subtitle', inline(meta.subtitle, state)),
      ...translated,
      short === undefined ? undefined : x('alt-title', {'alt-title-type': 'running-head'}, xmlText(short))
    ])
  )
}

function inline(nodes: Inline, state: State) {
  return state.all(nodes)
}

function abstract(root: Root, state: State) {
  return state.all(root.children)
}

function translatedAbstracts(meta: Meta, state: State): Array<Element> {
  return [...meta.translations].flatMap(([language, translation]) => {
    if (translation.abstract === undefined) return []
    return [x('trans-abstract', {'xml:lang': language}, abstract(translation.abstract, state))]
  })
}

function keywords(meta: Meta): Array<Element> {
  const own = {language: undefined, words: meta.keywords}
  const others = [...meta.translations].map(([language, {keywords: words}]) => ({language, words}))
  return [own, ...others]
    .filter(({words}) => words.length > 0)
    .map(({language, words}) =>
      x(
        'kwd-group',
        {'kwd-group-type': 'author', ...(language === undefined ? {} : {'xml:lang': language})},
        words.map((word) => x('kwd', xmlText(word)))
      )
    )
}

function pubDate(date: string | undefined): Element | undefined {
  if (date === undefined) return undefined
  const attributes = {'publication-format': 'electronic', 'date-type': 'pub', 'iso-8601-date': date}
  return x('pub-date', attributes, dateParts(date))
}

/** Day, month, year, as JATS orders them. */
function dateParts(date: string): Array<Element> {
  const [year, month, day] = date.split('-')
  return present([text('day', day), text('month', month), text('year', year)])
}

function pages({firstPage, lastPage, elocation}: Publication): ReadonlyArray<Element | undefined> {
  if (firstPage === undefined) return [text('elocation-id', elocation)]
  return [text('fpage', firstPage), text('lpage', lastPage)]
}

function history({received, accepted}: Publication): Element | undefined {
  const date = (type: string, value: string | undefined) =>
    value === undefined ? undefined : x('date', {'date-type': type, 'iso-8601-date': value}, dateParts(value))
  return x('history', present([date('received', received), date('accepted', accepted)]))
}

/** JATS4R Permissions: the address of the licence is canonical, in `ali:license_ref`. */
function permissions(publication: Publication, licence: Licence | undefined): Element | undefined {
  const {copyrightHolder: holder, copyrightYear: year} = publication
  const open = licence?.spdx?.startsWith('CC') === true
  const body = licence && [
    ...(licence.url === undefined ? [] : [x('ali:license_ref', xmlText(licence.url))]),
    x('license-p', xmlText(licence.text ?? licence.spdx ?? licence.url ?? ''))
  ]
  return x(
    'permissions',
    present([
      holder === undefined || year === undefined ? undefined : x('copyright-statement', xmlText(`© ${year} ${holder}`)),
      text('copyright-year', year),
      text('copyright-holder', holder)
    ]).concat(
      open ? [x('ali:free_to_read')] : [],
      body === undefined ? [] : [x('license', licence?.url === undefined ? {} : {'xlink:href': licence.url}, body)]
    )
  )
}

function funding(meta: Meta): Element | undefined {
  const groups = meta.funding.map(({funder, funderId, awards}) =>
    x(
      'award-group',
      present([
        x('funding-source', [
          x('institution-wrap', [
            ...present([funderId === undefined ? undefined : funderIdentifier(funderId), text('institution', funder)])
          ])
        ]),
        ...awards.map((award) => text('award-id', award))
      ])
    )
  )
  const statements = meta.funding.flatMap(({statement}) => (statement === undefined ? [] : [statement]))
  return x('funding-group', [...groups, ...statements.map((statement) => x('funding-statement', xmlText(statement)))])
}

function funderIdentifier(id: string): Element {
  const type = id.includes('ror.org') ? 'ror' : 'doi'
  return x('institution-id', {'institution-id-type': type}, xmlText(id))
}

function text(element: string, value: string | undefined): Element | undefined {
  return value === undefined || value === '' ? undefined : x(element, xmlText(value))
}
