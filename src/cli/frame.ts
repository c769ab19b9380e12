import type {Place} from '../model/place.ts'
import {plain} from './plain.ts'

/** A line of a source and the marks below it. */
export interface Frame {
  readonly line: string
  readonly marks: string
}

/** The line on which a place begins, with carets below what it spans; a long line is cut around it. */
export function frame(text: string, {start, end}: Place, width: number): Frame | undefined {
  if (start === undefined) return undefined
  const whole = lineOf(text, start.line)
  if (whole === undefined) return undefined
  const from = Math.min(start.column - 1, whole.length)
  const last = end?.line === start.line ? end.column - 1 : end === undefined ? from + 1 : whole.length
  const left = whole.length <= width ? 0 : Math.max(0, Math.min(from - Math.floor(width / 3), whole.length - width))
  const right = Math.min(whole.length, left + width)
  const before = shown(whole.slice(left, from))
  const within = shown(whole.slice(from, Math.min(Math.max(last, from), right)))
  const after = shown(whole.slice(Math.min(Math.max(last, from), right), right))
  const [open, close] = [left > 0 ? '…' : '', right < whole.length ? '…' : '']
  return {
    line: `${open}${before}${within}${after}${close}`.trimEnd(),
    marks: `${' '.repeat(columns(open + before))}${'^'.repeat(Math.max(1, columns(within.trimEnd())))}`
  }
}

/** A line by its number, without going through the text line by line. */
function lineOf(text: string, number: number): string | undefined {
  let from = 0
  for (let line = 1; line < number; line++) {
    const next = text.indexOf('\n', from)
    if (next === -1) return undefined
    from = next + 1
  }
  const to = text.indexOf('\n', from)
  return text.slice(from, to === -1 ? undefined : to).replace(/\r$/, '')
}

function shown(text: string): string {
  return plain(text.replaceAll('\t', '  '))
}

const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Script=Han}/u

/** How many columns of a terminal the text takes. */
function columns(text: string): number {
  // Tables of graphemes take 20 ms to load, and most lines need none.
  if (!/[^ -~]/.test(text)) return text.length
  const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'})
  let count = 0
  for (const {segment} of graphemes.segment(text)) count += wide.test(segment) ? 2 : 1
  return count
}
