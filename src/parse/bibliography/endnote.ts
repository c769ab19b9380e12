import type {TextSource} from '../../model/manuscript.ts'
import type {Report} from '../../model/problem.ts'
import type {Complaint} from './complaint.ts'
import {yearMonthDay} from './dates.ts'
import type {Found} from './found.ts'
import type {TaggedRecord} from './records.ts'
import {recordsOf} from './records.ts'

const format = {line: /^(%[0-9A-Z@?&!#$*(+^>~])(?: (.*)|)$/i, first: '%0'}

const types: ReadonlyMap<string, string> = new Map([
  ['book', 'book'],
  ['book section', 'chapter'],
  ['computer program', 'software'],
  ['conference paper', 'paper-conference'],
  ['conference proceedings', 'paper-conference'],
  ['dataset', 'dataset'],
  ['edited book', 'book'],
  ['electronic article', 'article-journal'],
  ['journal article', 'article-journal'],
  ['magazine article', 'article-magazine'],
  ['newspaper article', 'article-newspaper'],
  ['patent', 'patent'],
  ['report', 'report'],
  ['thesis', 'thesis'],
  ['web page', 'webpage']
])

/** Read EndNote's tagged format, `.enw`, which extends refer's. */
export function readEndnote(source: TextSource, complain: Report<Complaint>): ReadonlyArray<Found> {
  return recordsOf(source, format, complain).map(({tags, place}) => ({value: itemOf(tags), place}))
}

function itemOf(tags: TaggedRecord['tags']): unknown {
  const one = (...names: ReadonlyArray<string>) => names.map((name) => tags.get(name)?.[0]).find((value) => value)
  const type = types.get(one('%0')?.toLowerCase() ?? '') ?? 'document'
  const number = one('%@')
  const isIssn = number !== undefined && /^\d{4}-?\d{3}[\dX]$/i.test(number)
  const inIssues = type.startsWith('article')
  return {
    type,
    title: one('%T'),
    author: tags.get('%A'),
    editor: tags.get('%E'),
    'container-title': one('%J', '%B'),
    'collection-title': one('%S'),
    volume: one('%V'),
    [inIssues ? 'issue' : 'number']: one('%N'),
    page: one('%P')?.replace(/\s*[-–—]+\s*/g, '-'),
    issued: yearMonthDay(one('%D') ?? '', one('%8') ?? '', '').date,
    publisher: one('%I'),
    'publisher-place': one('%C'),
    edition: one('%7'),
    abstract: one('%X'),
    keyword: tags.get('%K'),
    DOI: one('%R'),
    URL: one('%U'),
    language: one('%G'),
    ISSN: isIssn ? number : undefined,
    ISBN: isIssn ? undefined : number,
    id: one('%F')
  }
}
