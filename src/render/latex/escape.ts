import {accented} from './accents.ts'

/**
 * What TeX would take for a command, a space or another letter, and how it is written instead.
 * Each value stands on its own: nothing that follows it can join it.
 */
const specials: ReadonlyMap<string, string> = new Map([
  // The ten characters with a category code of their own (The TeXbook, chapter 7).
  ['\\', '\\textbackslash{}'],
  ['{', '\\{'],
  ['}', '\\}'],
  ['$', '\\$'],
  ['&', '\\&'],
  ['#', '\\#'],
  ['%', '\\%'],
  ['_', '\\_'],
  ['^', '\\textasciicircum{}'],
  ['~', '\\textasciitilde{}'],
  // Opens a quotation in T1, and is a shorthand of babel's in several languages.
  ['"', '\\textquotedbl{}'],
  // Becomes an opening quotation mark.
  ['`', '\\textasciigrave{}'],
  // Spaces that an editor does not show.
  ['\u00A0', '~'],
  ['\u2009', '\\,'],
  ['\u202F', '\\,'],
  ['\u00AD', '\\-']
])

/** Letters that TeX’s fonts join into another: `--`, `''`, `,,`, `<<`, `>>`. */
const ligatures = /([-',<>])(?=\1)/g

/** Control characters, non-characters and lone halves of a pair: nothing to print. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that are no text
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]/g

/** Words longer than this go over several lines of the file, for TeX reads no line of more than 200,000 bytes. */
const longest = 2000

/** Text as LaTeX prints it, in one paragraph, whatever it holds. */
export function escaped(text: string): string {
  const line = text.replace(/\s*[\n\r\u0085\u2028\u2029]\s*/g, '\n').replaceAll('\t', ' ')
  if (!/\S{30}/.test(line)) return pieces(line)
  const words = line.split(/(\s+)/)
  return words.map((word) => (word.length < 30 ? pieces(word) : breakable(word, pieces(word)))).join('')
}

/** A line of code: its quotes stay straight, each of its spaces is kept, and long runs may break after punctuation. */
export function escapedCode(text: string): string {
  const words = text
    .replaceAll('\t', '    ')
    .replace(/[\n\r]/g, ' ')
    .split(/(\s+)/)
  return words
    .map((word) => breakable(word, pieces(word, true)))
    .join('')
    .replace(/^ | (?= )/g, '~')
}

/** A long run without spaces, such as an address or a name of a program, may break after punctuation, without a hyphen. */
export function breakable(word: string, written: string): string {
  if (word.length < 12) return written
  return written.replace(
    /(?<![\\{/:])(?:[/.?=,:@(–-]|\\[_&])(?![/}\\\s]|$)|(?<=[a-z])(?=[A-Z][a-z])/g,
    '$&\\allowbreak{}'
  )
}

/** Text without what is none: each such thing is U+FFFD. */
export function printable(text: string): string {
  return text.toWellFormed().replace(unprintable, '\uFFFD')
}

/** The letters alone, for the names of labels and keys: ASCII without what TeX reads otherwise. */
export function nameOf(text: string): string {
  return text.normalize('NFKD').replace(/[^\w:.+/-]+/g, '-') || '-'
}

function pieces(text: string, code = false): string {
  const guarded = printable(text).normalize('NFC').replace(ligatures, '$1\u0000')
  let written = ''
  let since = 0
  for (const part of accented(guarded)) {
    const value = typeof part === 'string' ? character(part, code) : part.written
    since = /\s/.test(value) ? 0 : since + value.length
    written += value
    if (since < longest) continue
    written += '%\n'
    since = 0
  }
  return written
}

function character(letter: string, code: boolean): string {
  if (letter === '\u0000') return '{}'
  if (code && letter === "'") return '\\textquotesingle{}'
  const value = specials.get(letter) ?? letter
  return value
}

/** What begins with a bracket or an asterisk would be taken for a part of the command before it. */
export function guarded(written: string): string {
  return /^[[*]/.test(written) ? `{}${written}` : written
}
