import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Conference, Licence, Publication, RelatedArticle} from '../../model/meta.ts'
import {dateParts, text} from './element.ts'
import {xmlText} from './inline.ts'
import {present} from './state.ts'

/** The numbers an article goes by, the DOI first (JATS 1.3, `article-id`). */
export function articleIds({doi, identifiers}: Publication): ReadonlyArray<Element | undefined> {
  const others = [...(identifiers ?? [])].map(([type, value]) => text('article-id', value, typeOf(type)))
  return [text('article-id', doi, {'pub-id-type': 'doi'}), ...others]
}

/** `@pub-id-type` takes these alone (JATS 1.3); others are named beside `other`. */
const idTypes: ReadonlySet<string> = new Set(['arxiv', 'manuscript', 'pmcid', 'pmid', 'publisher-id'])

function typeOf(name: string): Record<string, string> {
  return idTypes.has(name) ? {'pub-id-type': name} : {'pub-id-type': 'other', 'custom-type': name}
}

/** What kind of article it is, and what it is about: by the display heading, by UDC and by the codes of other schemes. */
export function categories({articleType, subjects, udc, classifications}: Publication): Element | undefined {
  const headings = articleType === undefined ? subjects : [articleType]
  const groups = [
    subjectGroup('heading', headings),
    articleType === undefined ? undefined : subjectGroup('discipline', subjects),
    subjectGroup('udc', udc === undefined ? [] : [udc]),
    ...[...(classifications ?? [])].map(([scheme, codes]) => subjectGroup(scheme, codes))
  ]
  return x('article-categories', present(groups))
}

function subjectGroup(type: string, subjects: ReadonlyArray<string>): Element | undefined {
  const children = subjects.flatMap((subject) => text('subject', subject) ?? [])
  return x('subj-group', {'subj-group-type': type}, children)
}

/** When it was published, `pub`, or collected in an issue. */
export function pubDate(date: string | undefined, type: 'collection' | 'pub' = 'pub'): Element | undefined {
  if (date === undefined) return undefined
  const attributes = {'publication-format': 'electronic', 'date-type': type, 'iso-8601-date': date}
  return x('pub-date', attributes, dateParts(date))
}

/** First and last page, or the number that stands for them. */
export function pages({firstPage, lastPage, pageRange, elocation}: Publication): ReadonlyArray<Element | undefined> {
  if (firstPage === undefined) return [text('elocation-id', elocation)]
  return [text('fpage', firstPage), text('lpage', lastPage), text('page-range', pageRange)]
}

/** When it came in, was revised and was accepted. */
export function history({received, revised, accepted}: Publication): Element | undefined {
  const date = (type: string, value: string | undefined) =>
    value === undefined ? undefined : x('date', {'date-type': type, 'iso-8601-date': value}, dateParts(value))
  return x('history', present([date('received', received), date('rev-recd', revised), date('accepted', accepted)]))
}

/** What happened to it before: the day of its preprint, with the preprint's DOI where that is a related article. */
export function pubHistory({preprintDate: date, related = []}: Publication): Element | undefined {
  if (date === undefined) return undefined
  const preprint = related.find(({relation, target}) => relation === 'preprint' && target.startsWith('10.'))
  const event = present([
    text('article-id', preprint?.target, {'pub-id-type': 'doi'}),
    x('date', {'date-type': 'preprint', 'iso-8601-date': date}, dateParts(date))
  ])
  return x('pub-history', [x('event', {'event-type': 'preprint'}, event)])
}

/** JATS4R Permissions: the address of the licence is canonical, in `ali:license_ref`. */
export function permissions(publication: Publication, licence: Licence | undefined): Element | undefined {
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
      body === undefined
        ? []
        : [x('license', licence?.url === undefined ? {} : {'xlink:href': xmlText(licence.url)}, body)]
    )
  )
}

/** Where the article itself is to be found, and its PDF. */
export function selfUris({url, pdfUrl}: Publication, title: string): ReadonlyArray<Element | undefined> {
  const one = (address: string | undefined, type: Record<string, string> = {}) =>
    text('self-uri', address, {...type, 'xlink:href': xmlText(address ?? ''), 'xlink:title': xmlText(title)})
  return [one(url), one(pdfUrl, {'content-type': 'pdf'})]
}

/** Relations to what is no article. */
const objects: ReadonlySet<string> = new Set(['clinical-trial', 'data', 'dataset', 'protocol', 'software', 'trial'])

/** JATS’s names of relations (https://jats.nlm.nih.gov/publishing/tag-library/1.3/attribute/related-article-type.html). */
const relations: ReadonlyMap<string, string> = new Map([
  ['commentary', 'commentary-article'],
  ['correction', 'corrected-article'],
  ['retraction', 'retracted-article']
])

/** An article that this one is about, or goes with; or data, software, a trial. */
export function relatedArticle({relation, target}: RelatedArticle): Element {
  const type = relation.toLowerCase()
  if (objects.has(type))
    return x('related-object', {
      'content-type': xmlText(type),
      'ext-link-type': target.startsWith('10.') ? 'doi' : 'uri',
      'xlink:href': xmlText(target),
      'xlink:title': xmlText(target)
    })
  return x('related-article', {
    'related-article-type': xmlText(relations.get(type) ?? type),
    'ext-link-type': target.startsWith('10.') ? 'doi' : 'uri',
    'xlink:href': xmlText(target)
  })
}

/** The meeting where it was given. */
export function conference(event: Conference | undefined): Element | undefined {
  if (event === undefined) return undefined
  const {name, acronym, date, location, sponsor} = event
  return x(
    'conference',
    present([
      text('conf-date', date),
      text('conf-name', name),
      text('conf-acronym', acronym),
      text('conf-loc', location),
      text('conf-sponsor', sponsor)
    ])
  )
}

/** Kinds of articles by the words that name them (JATS4R Article publication types); `research-article` for any other. */
const articleTypes: ReadonlyArray<readonly [RegExp, string]> = [
  [/\breview\b|обзор|sharh/i, 'review-article'],
  [/\bcase report\b/i, 'case-report'],
  [/\beditorial\b/i, 'editorial'],
  [/\bletter\b/i, 'letter'],
  [/\bcommentary\b|\bcomment\b/i, 'article-commentary'],
  [/\bbook review\b/i, 'book-review'],
  [/\bbrief|\bshort communication|\brapid/i, 'brief-report'],
  [/\bcorrection\b|\berratum\b|\bcorrigendum\b/i, 'correction'],
  [/\bdata (?:paper|descriptor|note)\b/i, 'data-paper']
]

/** `@article-type` of an article that calls itself so. */
export function articleType(name: string | undefined): string {
  const found = name === undefined ? undefined : [...articleTypes].reverse().find(([words]) => words.test(name))
  return found?.[1] ?? 'research-article'
}
