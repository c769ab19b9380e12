import type {InlineCode, Link, PhrasingContent, Text} from 'mdast'
import type {Position} from 'unist'
import type {CitationItem} from '../../../model/nodes.ts'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {numbered, numberedInWords} from './references.ts'

/** MyST's ``{role}`text` `` (https://mystmd.org/guide/roles); one that is not understood is reported, and its text stays. */
export function roleContent(name: string, code: InlineCode, report: Report): ReadonlyArray<PhrasingContent> {
  const make = makers.get(name.toLowerCase())
  if (make !== undefined) return make(code, name.toLowerCase())
  const reason = `Cannot use the role \`{${name}}\`: its text is kept as it is`
  report({id: 'role-known', severity: 'warning', reason, place: placeOf(code)})
  return [textOfCode(code)]
}

type Make = (code: InlineCode, name: string) => ReadonlyArray<PhrasingContent>

const makers: ReadonlyMap<string, Make> = new Map<string, Make>([
  ...['cite', 'cite:p', 'cite:ps', 'cite:alp', 'cite:alps'].map((name) => [name, cite] as const),
  ...['cite:t', 'cite:ts', 'cite:ct', 'cite:cts'].map((name) => [name, cite] as const),
  ...['cite:year', 'cite:yearpar', 'cite:yp'].map((name) => [name, cite] as const),
  ...['ref', 'numref', 'eq', 'prf:ref', 'proof:ref'].map((name) => [name, refer] as const),
  ['math', (code) => [{type: 'inlineMath', value: code.value, ...at(code)}]],
  ...['sub', 'subscript'].map((name): [string, Make] => [name, wrapped('subscript')]),
  ...['sup', 'superscript'].map((name): [string, Make] => [name, wrapped('superscript')]),
  ...['del', 'strike'].map((name): [string, Make] => [name, wrapped('delete')]),
  ...['sc', 'smallcaps'].map((name): [string, Make] => [name, span('smallcaps')]),
  ...['u', 'underline'].map((name): [string, Make] => [name, span('underline')]),
  ['kbd', span('kbd')],
  ['button', span('kbd')],
  ['term', (code) => [termOf(code)]],
  ['index', (code) => [textOfCode(code, labelled(code.value).words)]],
  ['download', (code) => document(code)],
  ['abbr', (code) => [abbreviation(code)]],
  ['code', (code) => [code]],
  ['doc', (code) => document(code)]
])

function at({position}: InlineCode): {position?: Position} {
  return position === undefined ? {} : {position}
}

function textOfCode(code: InlineCode, value = code.value): Text {
  return {type: 'text', value, ...at(code)}
}

function wrapped(type: 'delete' | 'subscript' | 'superscript'): Make {
  return (code) => [{type, children: [textOfCode(code)], ...at(code)}]
}

function span(name: string): Make {
  return (code) => [spanOf(code, name, code.value)]
}

function spanOf(code: InlineCode, name: string, value: string, pairs = new Map<string, string>()): PhrasingContent {
  const data = {attributes: {classes: [name], pairs}}
  return {type: 'span', children: [textOfCode(code, value)], data, ...at(code)}
}

/** `MyST (Markedly Structured Text)`: what it stands for is its title. */
function abbreviation(code: InlineCode): PhrasingContent {
  const [, short, long] = /^(.*?)\s*\(([^()]*)\)\s*$/.exec(code.value) ?? []
  if (short === undefined || long === undefined) return spanOf(code, 'abbr', code.value)
  return spanOf(code, 'abbr', short, new Map([['title', long]]))
}

/** `name`, or `words <name>`; `glossaries` finds what explains it. */
function termOf(code: InlineCode): PhrasingContent {
  const {words, label} = labelled(code.value)
  return spanOf(code, 'term', words ?? label, new Map([['term', label]]))
}

/** Another document is a file beside: a link to it. */
function document(code: InlineCode): ReadonlyArray<PhrasingContent> {
  const {words, label} = labelled(code.value)
  const link: Link = {type: 'link', url: label, children: [textOfCode(code, words ?? label)], ...at(code)}
  return [link]
}

/** `a,b` or `a;b`, each key with its own place. */
function cite(code: InlineCode, name: string): ReadonlyArray<PhrasingContent> {
  const parts = partsOf(code)
  const suppressAuthor = name.startsWith('cite:y')
  const items = parts.map(
    ({text, position}): CitationItem => ({key: text, ...position, prefix: [], suffix: [], suppressAuthor})
  )
  if (items.length === 0) return [textOfCode(code)]
  // A sentence names several works one by one.
  if (!name.startsWith('cite:t') && !name.startsWith('cite:c'))
    return [{type: 'citation', mode: 'parenthetical', items, children: [], ...at(code)}]
  return items.flatMap((item, index): ReadonlyArray<PhrasingContent> => {
    const one: PhrasingContent = {type: 'citation', mode: 'narrative', items: [item], children: [], ...at(code)}
    return index === 0 ? [one] : [{type: 'text', value: ', '}, one]
  })
}

interface Part {
  readonly text: string
  readonly position: {position?: Position}
}

function partsOf(code: InlineCode): ReadonlyArray<Part> {
  const before = quotesOf(code)
  let column = before
  return code.value.split(/[,;]/).flatMap((raw): ReadonlyArray<Part> => {
    const from = column + raw.length - raw.trimStart().length
    column += raw.length + 1
    const text = raw.trim()
    return text === '' ? [] : [{text, position: within(code, from, text.length)}]
  })
}

/** How many backticks and spaces stand before the text. */
function quotesOf({position, value}: InlineCode): number {
  const {start, end} = position ?? {}
  if (start === undefined || end === undefined || start.line !== end.line) return 0
  return Math.max(0, Math.floor((end.column - start.column - value.length) / 2))
}

function within({position}: InlineCode, from: number, length: number): {position?: Position} {
  if (position === undefined || position.start.line !== position.end.line) return {}
  const {line, column, offset = 0} = position.start
  const start = {line, column: column + from, offset: offset + from}
  const end = {line, column: start.column + length, offset: start.offset + length}
  return {position: {...position, start, end}}
}

/** `label`, or `words <label>`; in words for a number, `%s` or `{number}` is where it goes. */
function refer(code: InlineCode, name: string): ReadonlyArray<PhrasingContent> {
  const {words, label} = labelled(code.value)
  const from = quotesOf(code) + Math.max(0, code.value.lastIndexOf(label))
  const target = {label, ...within(code, from, label.length)}
  if (words === undefined) return [numbered(target, at(code), name === 'eq')]
  const link: Link = {type: 'link', url: `#${label}`, children: [textOfCode(code, words)], ...at(code)}
  return numberedInWords(words, target, at(code)) ?? [link]
}

function labelled(text: string): {readonly words?: string; readonly label: string} {
  const [, words, label] = /^([^<]*[^<\s])\s*<([^<>]+)>\s*$/s.exec(text) ?? []
  return words === undefined || label === undefined ? {label: text.trim()} : {words: words.trim(), label: label.trim()}
}
