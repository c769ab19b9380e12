import type {Markup} from './tex-commands.ts'
import {accents, formatting, hidden, markup, switches, symbols} from './tex-commands.ts'
import {plainMath} from './tex-math.ts'
import {numberOf, quantityOf, unitOf} from './tex-units.ts'
import {wordsOf} from './types.ts'

/** Symbols by the name of their command, such as `o` → ø; citation-js carries them. */
export interface TexSymbols {
  readonly text: Readonly<Record<string, string>>
  readonly math: Readonly<Record<string, string>>
}

export interface TexOptions {
  readonly symbols: TexSymbols
  /** In titles braces keep their words from a change of case, as a `nocase` span does in CSL. */
  readonly title?: boolean | undefined
}

/** Groups nested deeper are read as if their braces were not there. */
const deepest = 200
/** In characters; a mark without its like so near is no formula. */
const longestFormula = 5000
const longestArgument = 200

/** Read a value's TeX as text with the markup of CSL-JSON; formulas stay TeX between dollars. Never throws: an unknown command goes, its arguments stay. */
export function texToCsl(value: string, options: TexOptions): string {
  if (!/[\\{}$~`'<>-]|\s\s|[\n\t]/.test(value)) return value.normalize('NFC').trim()
  const reader: Reader = {value, at: 0, depth: 0, kept: 0, options, closers: new Map()}
  let text = ''
  // A closing brace too many ends a group that is not there; what follows still counts.
  while (reader.at < value.length) text += group(reader)
  return text
    .normalize('NFC')
    .replace(/[^\S\u00A0\u2009]+/g, ' ')
    .trim()
}

interface Reader {
  readonly value: string
  at: number
  /** How many groups are open here. */
  depth: number
  /** How many of them keep their words from a change of case. */
  kept: number
  readonly options: TexOptions
  /** Where the next of each closer stands, as far as it was sought; -1 for nowhere. */
  readonly closers: Map<string, number>
}

/** Up to and behind the brace that closes the group, or the end. */
function group(reader: Reader): string {
  const parts: Array<string> = []
  const closers: Array<string> = []
  let surplus = 0
  for (;;) {
    const char = reader.value.charAt(reader.at)
    if (char === '') break
    if (char === '}') {
      reader.at++
      if (surplus-- > 0) continue
      break
    }
    if (char === '{' && reader.depth >= deepest) {
      reader.at++
      surplus++
      continue
    }
    const opened = switchHere(reader)
    if (opened === undefined) parts.push(unit(reader))
    else {
      parts.push(markup[opened][0])
      closers.push(markup[opened][1])
    }
  }
  return [...parts, ...closers.reverse()].join('')
}

/** The markup that `\em` and its like begin here, taken. */
function switchHere(reader: Reader): Markup | undefined {
  if (reader.value.charAt(reader.at) !== '\\') return undefined
  const name = word.at(reader.value, reader.at + 1)
  const kind = switches.get(name)
  if (kind !== undefined) {
    reader.at += 1 + name.length
    skipSpaces(reader)
  }
  return kind
}

const ligatures: ReadonlyArray<readonly [string, string]> = [
  ['---', '—'],
  ['--', '–'],
  ['``', '“'],
  ["''", '”'],
  ['`', '‘'],
  ['~', '\u00A0']
]

/** The next group, command, formula, ligature or run of characters. */
function unit(reader: Reader): string {
  const {value} = reader
  const char = value.charAt(reader.at)
  if (char === '{') return braced(reader)
  if (char === '\\') return command(reader)
  if (char === '$') return formula(reader)
  const ligature = ligatures.find(([typed]) => value.startsWith(typed, reader.at))
  if (ligature !== undefined) {
    reader.at += ligature[0].length
    return ligature[1]
  }
  const run = plainRun.at(value, reader.at) || char
  reader.at += run.length
  return run
}

/** `{…}`: in a title, a word to leave as it is, unless it begins with a command. */
function braced(reader: Reader): string {
  const special = reader.value.charAt(reader.at + 1) === '\\'
  return special ? argument(reader) : keeping(reader, argument)
}

/** What `read` reads, kept from a change of case if it stands in a title and nothing around it is kept already. */
function keeping(reader: Reader, read: (reader: Reader) => string): string {
  if (reader.options.title !== true || reader.kept > 0) return read(reader)
  reader.kept++
  const text = read(reader)
  reader.kept--
  return text.trim() === '' ? text : inside('noCase', text)
}

/** A group's content without its own braces, or the one unit that stands for it. */
function argument(reader: Reader): string {
  skipSpaces(reader)
  reader.depth++
  const text = reader.value.charAt(reader.at) === '{' ? opened(reader) : single(reader)
  reader.depth--
  return text
}

function opened(reader: Reader): string {
  reader.at++
  return group(reader)
}

function single(reader: Reader): string {
  const char = reader.value.charAt(reader.at)
  if (char === '}' || char === '') return ''
  if (char === '\\') return command(reader)
  const letter = String.fromCodePoint(reader.value.codePointAt(reader.at) ?? 32)
  reader.at += letter.length
  return letter
}

function command(reader: Reader): string {
  const {value} = reader
  reader.at++
  const name = word.at(value, reader.at) || value.charAt(reader.at)
  reader.at += name.length
  if (reader.depth >= deepest) return ''
  const isWord = /^[A-Za-z]/.test(name)
  if (name === '(' || name === '[') return delimited(reader, name === '(' ? '\\)' : '\\]')
  if (/^[&%$#_{}]$/.test(name)) return name
  if (name === 'verb') return verb(reader)
  const accent = accents.get(name)
  if (accent !== undefined) return accented(reader, accent)
  if (/^(?:log|ln|sin|cos|tan|exp|min|max)$/.test(name)) return name
  if (isWord) skipSpaces(reader)
  return named(reader, name)
}

function named(reader: Reader, name: string): string {
  const kind = formatting.get(name)
  if (kind !== undefined) return formatted(reader, kind)
  const {text, math} = reader.options.symbols
  const symbol = symbols.get(name) ?? own(text, name) ?? own(math, name)
  if (symbol !== undefined) return symbol
  if (quantities.has(name)) return quantity(reader, name)
  if (hidden.has(name)) argument(reader)
  if (name === 'href') {
    argument(reader)
    return argument(reader)
  }
  if (name === 'bibstring') return wordsOf(argument(reader))
  if (name === 'ch' || name === 'ce') return argument(reader).replace(/(?<=[A-Za-z)\]])\d+/g, '<sub>$&</sub>')
  return ''
}

/** What a command such as `\\emph` marks up; `\\enquote*` has the inner quotation marks. */
function formatted(reader: Reader, kind: Markup): string {
  if (kind !== 'quoted') return inside(kind, argument(reader))
  const starred = reader.value.charAt(reader.at) === '*'
  if (starred) reader.at++
  return inside(starred ? 'inner' : 'quoted', keeping(reader, argument))
}

const quantities: ReadonlySet<string> = new Set(['SI', 'ang', 'num', 'qty', 'si', 'unit'])

/** siunitx: `\\num{5}`, `\\SI[…]{5}{\\metre}`, `\\unit{\\metre}`; nothing of them changes its case. */
function quantity(reader: Reader, name: string): string {
  const first = typed(reader)
  const read = () => {
    if (name === 'num') return numberOf(first)
    if (name === 'ang') return quantityOf(first, '\\degree')
    return name === 'si' || name === 'unit' ? unitOf(first) : quantityOf(first, typed(reader))
  }
  return keeping(reader, read)
}

/** An argument as typed, after one in brackets that is left out; longer ones are none. */
function typed(reader: Reader): string {
  const near = reader.value.slice(reader.at, reader.at + longestArgument)
  const [whole = '', text = ''] = /^\s*(?:\[[^\]]*\]\s*)?\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(near) ?? []
  reader.at += whole.length
  return text
}

function inside(kind: Markup, text: string): string {
  const [open, close] = markup[kind]
  return text === '' ? '' : `${open}${text}${close}`
}

/** A letter with its accent: `\"o`, `\'{e}`, `\v c`, `\'\i`. */
function accented(reader: Reader, accent: string): string {
  const [letter = '', ...rest] = argument(reader)
  const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter
  return `${base}${base === '' ? '' : accent}`.normalize('NFC') + rest.join('')
}

/** `\verb|x_y|`. */
function verb(reader: Reader): string {
  const mark = reader.value.charAt(reader.at)
  reader.at += mark.length
  const end = mark === '' ? -1 : closerOf(reader, mark)
  if (end === -1) return ''
  const text = reader.value.slice(reader.at, end)
  reader.at = end + 1
  return text
}

/** Where the next closer stands, if near; the search goes on where the last one ended. */
function closerOf(reader: Reader, closer: string): number {
  const {value, at, closers} = reader
  let end = closers.get(closer) ?? at - 1
  if (closers.get(closer) !== -1 && end < at) end = value.indexOf(closer, at)
  while (closer === '$' && end > 0 && value.charAt(end - 1) === '\\') end = value.indexOf(closer, end + 1)
  closers.set(closer, end)
  return end - at > longestFormula ? -1 : end
}

/** `$…$` or `$$…$$`. */
function formula(reader: Reader): string {
  const mark = reader.value.startsWith('$$', reader.at) ? '$$' : '$'
  reader.at += mark.length
  return delimited(reader, mark)
}

/** A formula as TeX, or as text where it is no more than that. An opening without its end is a character. */
function delimited(reader: Reader, closer: string): string {
  const {value, options} = reader
  const end = closerOf(reader, closer)
  if (end === -1) return closer.startsWith('$') ? closer : ''
  const tex = value.slice(reader.at, end).trim()
  reader.at = end + closer.length
  const text = plainMath(tex, options.symbols.math)
  if (text !== undefined) return text
  return inside(options.title === true ? 'noCase' : 'plain', `$${tex}$`)
}

function skipSpaces(reader: Reader): void {
  reader.at += spaces.at(reader.value, reader.at).length
}

function own(table: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

/** What a sticky expression matches at an offset; empty if nothing. */
function matcher(pattern: RegExp): {at(text: string, offset: number): string} {
  return {
    at(text, offset) {
      pattern.lastIndex = offset
      return pattern.exec(text)?.[0] ?? ''
    }
  }
}

const word = matcher(/[A-Za-z]+/y)
const spaces = matcher(/\s+/y)
const plainRun = matcher(/[^\\{}$~`'-]+/y)
