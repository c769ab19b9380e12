import type {Code, RootContent} from 'mdast'
import {admonitionKinds, theoremKinds} from '../../../model/statement-kind.ts'
import {nearest} from '../../../util/nearest.ts'
import {dataTable} from './data-table.ts'
import type {Directive, Reader} from './directive.ts'
import {directiveOf, positioned} from './directive.ts'
import {figure, image, listTable, math, table} from './floats.ts'
import {cell, cellLanguage, listing} from './listings.ts'
import {isClosed} from './raw.ts'
import {admonition, quotation, solution, statement, titled} from './statements.ts'

type Make = (directive: Directive, reader: Reader) => ReadonlyArray<RootContent>

/** What a fence stands for, if it is a directive or a cell of code to run; what is not understood is reported, and stays. */
export function expanded(code: Code, reader: Reader): ReadonlyArray<RootContent> | undefined {
  const language = cellLanguage(code)
  if (language !== undefined) return cell(code, language, reader)
  const directive = directiveOf(code, reader.report)
  if (directive === undefined) return undefined
  if (!isClosed(code)) unclosed(directive, reader)
  const made = makers.get(directive.name)
  if (made === undefined) return unknown(directive, reader)
  for (const [option] of directive.options) if (!options.has(option)) unknownOption(option, directive, reader)
  return made(directive, reader)
}

const admonitions = ['admonition', ...admonitionKinds, 'aside', 'margin', 'sidebar', 'topic']
/** What a page would open or turn to stands one after another, each in a box with its title. */
const boxed = ['card', 'details', 'dropdown', 'grid-item-card', 'tab-item']
const code = ['code', 'code-block', 'sourcecode']
/** Shown as they are written. */
const sources = ['graphviz', 'myst', 'myst:directive', 'myst:role', 'parsed-literal', 'plantuml', 'raw']
/** What they name stays out of the article. */
const elsewhere = ['include', 'literalinclude', 'embed', 'iframe', 'video']

const makers: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['figure', figure],
  ['image', image],
  ['math', math],
  ['table', table],
  ['list-table', listTable],
  ['csv-table', dataTable],
  ['bibliography', (directive) => [{type: 'bibliography', children: [], ...positioned(directive)}]],
  ...[...theoremKinds, 'proof'].map((name) => [name, statement] as const),
  ['solution', solution],
  ...boxed.map((name) => [name, admonition] as const),
  ...['card-carousel', 'glossary', 'grid', 'grid-item', 'tab-set', 'tabs'].map((name) => [name, around] as const),
  ...admonitions.map((name) => [name, admonition] as const),
  ...['epigraph', 'pull-quote', 'blockquote'].map((name) => [name, quotation] as const),
  ...code.map((name) => [name, listing] as const),
  ...['code-cell', 'ipython'].map((name) => [name, codeCell] as const),
  ...sources.map((name) => [name, source] as const),
  ...elsewhere.map((name) => [name, outside] as const)
])

const options: ReadonlySet<string> = new Set([
  ...['align', 'alt', 'caption', 'class', 'enumerated', 'header-rows', 'height', 'label', 'name', 'nonumber'],
  ...['columns', 'delim', 'file', 'gutter', 'header', 'icon', 'link', 'link-type', 'open', 'selected', 'sync'],
  ...['stub-columns', 'width', 'widths', 'lineno-start', 'linenos', 'emphasize-lines', 'tags', 'style', 'figclass']
])

function codeCell(directive: Directive, reader: Reader): ReadonlyArray<RootContent> {
  const {argument, body} = directive
  const name = argument.text === '' ? 'python' : argument.text
  return cell({...directive.code, value: body.text}, name, reader)
}

/** Its text is kept as code: what it would make of it is not known here. */
function source(directive: Directive, reader: Reader): ReadonlyArray<RootContent> {
  refuse(directive, reader, 'its text is shown as it is written')
  const {argument, body, name} = directive
  const value = [argument.text, body.text].filter((part) => part !== '').join('\n')
  return [{type: 'code', lang: name === 'raw' ? argument.text : null, value, ...positioned(directive)}]
}

function outside(directive: Directive, reader: Reader): ReadonlyArray<RootContent> {
  refuse(directive, reader, `\`${directive.argument.text}\` is not in the article`)
  const value = directive.argument.text
  const named: RootContent = {
    type: 'paragraph',
    children: [{type: 'inlineCode', value, ...positioned(directive)}],
    ...positioned(directive)
  }
  return [...(value === '' ? [] : [named]), ...reader.blocks(directive.body)]
}

/** What holds others; behind its name stand numbers of columns. */
function around(directive: Directive, reader: Reader): ReadonlyArray<RootContent> {
  return titled({...directive, argument: {...directive.argument, text: ''}}, reader)
}

function unclosed({name, place}: Directive, {report}: Reader): void {
  const reason = `Cannot find the end of \`{${name}}\``
  const note = 'It goes on to the end of what it stands in; close it with a line of as many colons or backticks.'
  const {file = '', start} = place ?? {}
  report({id: 'directive-closed', severity: 'error', reason, place: start === undefined ? place : {file, start}, note})
}

/** Its title and its text are kept, as paragraphs. */
function unknown(directive: Directive, reader: Reader): ReadonlyArray<RootContent> {
  refuse(directive, reader, 'its text is kept as it is')
  return titled(directive, reader)
}

function refuse({name, place}: Directive, {report}: Reader, kept: string): void {
  const expected = makers.has(name) ? [] : nearest(name, [...makers.keys()])
  report({id: 'directive-known', severity: 'warning', reason: `Cannot use \`{${name}}\`: ${kept}`, place, expected})
}

function unknownOption(option: string, {name, place}: Directive, {report}: Reader): void {
  const reason = `Unexpected option \`:${option}:\` of \`{${name}}\`, which is left out`
  report({id: 'directive-options', severity: 'info', reason, place, expected: nearest(option, [...options])})
}
