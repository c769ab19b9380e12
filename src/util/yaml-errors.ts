import type {YAMLError} from 'yaml'
import type {Place} from '../model/place.ts'
import type {Finding} from '../model/problem.ts'
import {lastQuote} from './yaml-tokens.ts'

/** Where an error stands; a quotation never closed is shown where it opens, not at the end of the text. */
export function extentOf({message, pos: [from, to]}: YAMLError, text: string): readonly [number, number] {
  const opening = /^Missing closing ["']quote$/.test(message) ? lastQuote(text) : undefined
  return opening === undefined ? [from, to] : [opening, opening + 1]
}

/** Why text is taken for something else. */
export const specialText = 'Text that begins with `*`, `&`, `!`, `@`, `%` or a backtick stands in quotes.'

/** What the library's errors come from, mostly. */
const notes: ReadonlyMap<string, string> = new Map([
  ['BAD_INDENT', 'What belongs together begins in the same column.'],
  ['BAD_SCALAR_START', specialText],
  ['BLOCK_AS_IMPLICIT_KEY', 'Text that holds a colon followed by a space stands in quotes.'],
  ['MISSING_CHAR', 'What is opened by a quotation mark or bracket is closed by its like.'],
  ['TAB_AS_INDENT', 'Indent with spaces; YAML takes no tabs.'],
  ['TAG_RESOLVE_FAILED', specialText]
])

/** The commonest errors in our words; YAML's own speak of mappings and scalars. */
const reasons: ReadonlyArray<readonly [RegExp, string]> = [
  [/^Nested mappings are not allowed/, 'Unexpected colon in text, expected quotes around the text'],
  [/^Tabs are not allowed/, 'Unexpected tab, expected spaces'],
  [/^Missing closing ['"]quote$/, 'Cannot find the end of this quotation, expected a closing quotation mark'],
  [/^Unresolved tag/, 'Unexpected tag, expected text in quotes']
]

/** An error of the library as one of ours. */
export function findingOf({code, message}: YAMLError, place: Place): Finding {
  const own = reasons.find(([pattern]) => pattern.test(message))?.[1]
  const reason = own ?? `Cannot read YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`
  return {reason, place, note: notes.get(code)}
}
