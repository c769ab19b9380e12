import type {Element} from 'xast'
import {x} from 'xastscript'
import type {CslItem} from '../../model/article.ts'
import {xmlText} from './inline.ts'
import {present} from './state.ts'

/** CSL's types as JATS4R's `publication-type` (https://jats4r.niso.org/citations/); others are `other`. */
const publicationTypes: ReadonlyMap<string, string> = new Map([
  ['article-journal', 'journal'],
  ['article-magazine', 'journal'],
  ['article-newspaper', 'newspaper'],
  ['article', 'preprint'],
  ['book', 'book'],
  ['chapter', 'book'],
  ['entry-encyclopedia', 'book'],
  ['dataset', 'data'],
  ['paper-conference', 'confproc'],
  ['patent', 'patent'],
  ['report', 'report'],
  ['software', 'software'],
  ['standard', 'standard'],
  ['thesis', 'thesis'],
  ['webpage', 'webpage'],
  ['post-weblog', 'webpage']
])

/** Types whose title is that of a part of something. */
const parts: ReadonlySet<string> = new Set([
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'paper-conference'
])

/** What a work is, as JATS4R names it. */
export function publicationType(item: CslItem): string {
  const type = publicationTypes.get(item.type) ?? 'other'
  // JATS4R: a preprint says where it lies.
  return type === 'preprint' && sourceOf(item) === undefined ? 'other' : type
}

/** What a work came out in; for a preprint its server. */
function sourceOf(item: CslItem): unknown {
  return item['container-title'] ?? (item.type === 'article' ? (item['archive'] ?? item['publisher']) : undefined)
}

/** A work as `element-citation`: what the data say, in elements (JATS4R Citations; STANDARDS of JATS 1.3). */
export function elementCitation(item: CslItem): Element {
  return x('element-citation', {'publication-type': publicationType(item)}, [
    ...present([
      people(item['author'], 'author'),
      people(item['editor'], 'editor'),
      people(item['translator'], 'translator'),
      ...titles(item),
      text('edition', item['edition']),
      ...date(item['issued']),
      text('volume', item['volume']),
      text('issue', item['issue']),
      text('series', item['collection-title']),
      text('publisher-name', item['publisher']),
      text('publisher-loc', item['publisher-place']),
      ...pages(item['page']),
      item['number'] === undefined ? undefined : text('issue-id', item['number']),
      pubId('doi', item['DOI']),
      pubId('pmid', item['PMID']),
      pubId('pmcid', item['PMCID']),
      text('isbn', item['ISBN']),
      text('issn', item['ISSN']),
      uri(item)
    ])
  ])
}

function titles(item: CslItem): ReadonlyArray<Element | undefined> {
  const {type} = item
  const container = text('source', sourceOf(item) ?? (parts.has(type) ? undefined : item['title']))
  if (type === 'chapter' || type === 'entry-encyclopedia') return [text('chapter-title', item['title']), container]
  if (type === 'dataset') return [text('data-title', item['title']), text('source', item['publisher'])]
  if (parts.has(type) || item['container-title'] !== undefined) return [text('article-title', item['title']), container]
  return [container]
}

function people(names: unknown, type: string): Element | undefined {
  if (!Array.isArray(names) || names.length === 0) return undefined
  return x(
    'person-group',
    {'person-group-type': type},
    names.flatMap((name: unknown) => person(name))
  )
}

function person(name: unknown): Array<Element> {
  if (typeof name !== 'object' || name === null) return []
  const part = (key: string) => {
    const value: unknown = Reflect.get(name, key)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const literal = part('literal')
  if (literal !== undefined) return literal === 'others' ? [x('etal')] : [x('collab', xmlText(literal))]
  const particles = [part('dropping-particle'), part('non-dropping-particle')]
  const surname = [...particles.slice(1), part('family')].filter((piece) => piece !== undefined).join(' ')
  const given = [part('given'), particles[0]].filter((piece) => piece !== undefined).join(' ')
  if (surname === '') return given === '' ? [] : [x('string-name', xmlText(given))]
  return [x('name', present([text('surname', surname), text('given-names', given), text('suffix', part('suffix'))]))]
}

function date(issued: unknown): ReadonlyArray<Element | undefined> {
  if (typeof issued !== 'object' || issued === null) return []
  const literal: unknown = Reflect.get(issued, 'literal') ?? Reflect.get(issued, 'raw')
  const dates: unknown = Reflect.get(issued, 'date-parts')
  const first: unknown = Array.isArray(dates) ? dates[0] : undefined
  if (!Array.isArray(first) || first[0] === undefined) return [yearOf(literal)]
  const [year, month, day] = first.map(Number)
  const iso = [year, month, day].filter((part) => part !== undefined && Number.isFinite(part))
  const two = iso.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
  return [
    x('year', Number(year) > 0 ? {'iso-8601-date': two} : {}, String(year)),
    Number(month) <= 12 ? text('month', month) : undefined,
    text('day', day)
  ]
}

/** A year in figures, or what stands for one, such as “in press”. */
function yearOf(literal: unknown): Element | undefined {
  return /^\d{4}$/.test(String(literal)) ? text('year', literal) : text('string-date', literal)
}

function pages(page: unknown): ReadonlyArray<Element | undefined> {
  if (typeof page !== 'string' && typeof page !== 'number') return []
  const match = /^(\w+)\s*[-–—]+\s*(\w+)$/.exec(String(page))
  const [, first = '', last = ''] = match ?? []
  // JATS4R wants the last page to be the greater one: “123–8” is a range, “12–12” one page.
  const digits = (page: string) => Number(page.replace(/\D/g, ''))
  const isFalling = digits(last) < digits(first)
  if (match !== null && first === last) return [text('fpage', first)]
  if (match !== null) return isFalling ? [text('page-range', page)] : [text('fpage', first), text('lpage', last)]
  return /^\w+$/.test(String(page)) ? [text('fpage', page)] : [text('page-range', page)]
}

function pubId(type: string, value: unknown): Element | undefined {
  return typeof value === 'string' && value !== '' ? x('pub-id', {'pub-id-type': type}, xmlText(value)) : undefined
}

function uri(item: CslItem): Element | undefined {
  const url = item['URL']
  if (typeof url !== 'string' || url === '' || item['DOI'] !== undefined) return undefined
  const title = typeof item['title'] === 'string' ? item['title'] : url
  return x(
    'ext-link',
    {'ext-link-type': 'uri', 'xlink:href': xmlText(url), 'xlink:title': xmlText(title)},
    xmlText(url)
  )
}

/** CSL's rich text (`<i>`, `<sup>` …) is spelt out in `mixed-citation`; here it is plain. */
function text(name: string, value: unknown): Element | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const plain = String(value).replace(/<\/?(?:i|b|sub|sup|sc|span)(?:\s[^>]*)?>/g, '')
  return plain === '' ? undefined : x(name, xmlText(plain))
}
