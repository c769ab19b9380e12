import type {Report} from '../../../model/problem.ts'
import type {Complaint} from '../complaint.ts'
import type {Cursor, Splitting} from './cursor.ts'
import {behindBraces, named, peek, placesOf, skipSpace, take} from './cursor.ts'
import type {BibtexEntry} from './entry.ts'
import {readFields} from './fields.ts'
import {macrosOfBibtex} from './macros.ts'

/** So many unclosed `@comment{` are looked through to the end of the file; more would make reading slow. */
const mostUnclosed = 20

/**
 * Split a BibTeX or BibLaTeX file into its entries, in the order written; complains about what is malformed
 * and reads on behind it, so that a mistake costs one entry at most.
 */
export function splitBibtex(file: string, text: string, complain: Report<Complaint>): ReadonlyArray<BibtexEntry> {
  const cursor: Cursor = {file, text, at: 0, limit: text.length}
  const places = placesOf(file, text)
  const splitting: Splitting = {cursor, places, macros: new Map(macrosOfBibtex), complain}
  const entries: Array<BibtexEntry> = []
  const next = beginnings(text)
  const unclosed = {count: 0}
  for (;;) {
    cursor.limit = text.length
    while (take(cursor, /[^@%]+/y) !== '' || take(cursor, /%[^\n]*/y) !== '');
    if (cursor.at >= text.length) return entries
    const entry = readHere(splitting, next(cursor.at), unclosed)
    if (entry !== undefined) entries.push(entry)
  }
}

/** Read what the `@` here begins; an entry, or nothing to cite. */
function readHere(splitting: Splitting, limit: number, unclosed: {count: number}): BibtexEntry | undefined {
  const {cursor, places, complain} = splitting
  const from = cursor.at++
  cursor.limit = limit
  const type = take(cursor, /\s*[\p{L}][\w+-]*/uy)
    .trim()
    .toLowerCase()
  if (type === 'comment') skipComment(cursor, unclosed)
  if (type === 'comment' || type === '') return undefined
  skipSpace(cursor)
  const opener = peek(cursor)
  if (opener === '{' || opener === '(') {
    cursor.at++
    return readBlock(splitting, type, from, opener === '{' ? '}' : ')')
  }
  if (isKnownType(type)) {
    const place = places.between(cursor.at, cursor.at + 1)
    complain({severity: 'error', reason: `Unexpected ${named(opener)} after \`@${type}\`, expected \`{\``, place})
  }
  return undefined
}

/** For each `@` the offset of the next line that begins an entry; asked in ascending order. */
function beginnings(text: string): (from: number) => number {
  const line = /^[ \t\uFEFF]*@[ \t]*(\p{L}[\w+-]*)[ \t]*[{(][ \t]*[^\s,{}()="']+[ \t]*[,=\n]/gmu
  let next = line.exec(text)
  return (from) => {
    while (next !== null && (offset(next) <= from || !isKnownType(next[1] ?? ''))) next = line.exec(text)
    return next === null ? text.length : offset(next)
  }
}

function offset(match: RegExpExecArray): number {
  return match.index + match[0].indexOf('@')
}

/** Behind `@comment{ … }`, which may hold whole entries; behind the line if it is not closed. */
function skipComment(cursor: Cursor, unclosed: {count: number}): void {
  cursor.limit = cursor.text.length
  take(cursor, /[ \t]*\n?[ \t]*/y)
  const isOpen = peek(cursor) === '{' && unclosed.count < mostUnclosed
  const end = isOpen ? behindBraces(cursor.text, cursor.at, cursor.limit) : undefined
  if (isOpen && end === undefined) unclosed.count++
  if (end === undefined) take(cursor, /[^\n]*/y)
  else cursor.at = end
}

/** Read what stands in the braces of `@type{…}`; an entry, unless it is a macro, a preamble or without a key. */
function readBlock(splitting: Splitting, type: string, from: number, closer: string): BibtexEntry | undefined {
  const {cursor, macros, places, complain} = splitting
  if (type === 'preamble') {
    const end = behindBraces(cursor.text, cursor.at - 1, cursor.limit)
    cursor.at = end ?? cursor.limit
    return undefined
  }
  if (type === 'string') {
    for (const [name, {value}] of readFields(splitting, '@string', closer, true)) macros.set(name, value)
    return undefined
  }
  const key = readKey(cursor, closer)
  if (key === '') {
    const note = 'Give it one behind the brace, `@article{knuth1984,`; nothing can cite it without.'
    complain({
      severity: 'error',
      reason: `Cannot find the key of the \`@${type}\` entry`,
      place: places.between(from, cursor.at),
      note
    })
  }
  skipSpace(cursor)
  const fields = readFields(splitting, key === '' ? `@${type}` : key, closer, key === '')
  return key === '' ? undefined : {type, key, fields, place: places.between(from, cursor.at)}
}

/** What stands before the first comma, unless it is a field already. */
function readKey(cursor: Cursor, closer: string): string {
  skipSpace(cursor)
  const start = cursor.at
  const key = take(cursor, closer === ')' ? /[^,\n{}()="]*/y : /[^,\n{}="]*/y).trim()
  const stop = peek(cursor)
  if (stop === '=' && /^[\w-]+$/.test(key)) {
    cursor.at = start
    return ''
  }
  if (stop === '=' || stop === '{' || stop === '"') return (key + take(cursor, /[^\s,}]*/y)).trim()
  return key
}

/** Types of entries, in lower case. */
export const knownTypes: ReadonlySet<string> = new Set(
  `article artwork audio bibnote book bookinbook booklet collection comment commentary conference data dataset electronic
  image inbook incollection inproceedings inreference jurisdiction legal legislation letter manual mastersthesis misc
  movie music mvbook mvcollection mvproceedings mvreference online patent performance periodical phdthesis preamble
  preprint proceedings reference report review set software standard string suppbook suppcollection suppperiodical
  techreport thesis unpublished video www xdata`.split(/\s+/)
)

/** Whether a type of entry, in any case, is one of BibTeX or BibLaTeX. */
export function isKnownType(type: string): boolean {
  return knownTypes.has(type.toLowerCase())
}
