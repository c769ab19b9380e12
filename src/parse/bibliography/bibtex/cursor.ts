import type {Place, Point} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import type {Complaint} from '../complaint.ts'

/** A place in a text that moves forward only, so that reading takes time in proportion to the text. */
export interface Cursor {
  readonly text: string
  readonly file: string
  /** Where the next character stands. */
  at: number
  /** Where the entry being read ends at the latest: where the next one begins. */
  limit: number
}

/** The places of a file, by offset; made once for all. */
export interface Places {
  /** From one offset to another. */
  between(from: number, to: number): Place
}

/** What reading a file needs at every step. */
export interface Splitting {
  readonly cursor: Cursor
  readonly places: Places
  /** `@string` macros, by name in lower case. */
  readonly macros: Map<string, string>
  readonly complain: Report<Complaint>
}

/** Find places by offset, in the time that a binary search takes. */
export function placesOf(file: string, text: string): Places {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const point = (offset: number): Point => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: offset - (starts[low] ?? 0) + 1}
  }
  return {between: (from, to) => ({file, start: point(from), end: point(to)})}
}

/** Move behind white space (a byte order mark is some) and, as biber does, behind comments from `%` to the end of the line. */
export function skipSpace(cursor: Cursor): void {
  while (take(cursor, /\s+/y) !== '' || take(cursor, /%[^\n]*/y) !== '');
}

/** Take what a sticky expression matches here, as far as the limit; empty if it does not match. */
export function take(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at
  const match = pattern.exec(cursor.text)?.[0] ?? ''
  const taken = match.slice(0, Math.max(0, cursor.limit - cursor.at))
  cursor.at += taken.length
  return taken
}

/** The character here; empty at the limit. */
export function peek(cursor: Cursor): string {
  return cursor.at < cursor.limit ? cursor.text.charAt(cursor.at) : ''
}

/** Behind the brace that closes the one at `from`, not beyond `limit`; `undefined` if none does. A backslash does not hide a brace, as in BibTeX. */
export function behindBraces(text: string, from: number, limit: number): number | undefined {
  let depth = 0
  const brace = /[{}]/g
  brace.lastIndex = from
  for (let match = brace.exec(text); match !== null && match.index < limit; match = brace.exec(text)) {
    depth += match[0] === '{' ? 1 : -1
    if (depth === 0) return match.index + 1
  }
  return undefined
}

/** Behind the quotation mark that closes the one at `from`; marks in braces do not count. */
export function behindQuotes(text: string, from: number, limit: number): number | undefined {
  let depth = 0
  const mark = /[{}"]/g
  mark.lastIndex = from + 1
  for (let match = mark.exec(text); match !== null && match.index < limit; match = mark.exec(text)) {
    if (match[0] === '{') depth++
    else if (match[0] === '}') depth--
    else if (depth <= 0) return match.index + 1
    if (depth < 0) return undefined
  }
  return undefined
}

/** A character for a message. */
export function named(character: string): string {
  return character === '' ? 'end of the entry' : `\`${character}\``
}
