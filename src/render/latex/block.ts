import type {Code, List, ListItem, Nodes} from 'mdast'
import {attributesOf} from '../../model/attributes.ts'
import type {NumberStyle} from '../../model/list-numbering.ts'
import type {DefinitionList, Div, Handlers, Node} from '../../model/nodes.ts'
import {numberingOf} from '../../util/list-marker.ts'
import {isTurned} from '../../util/turned.ts'
import {caption} from './caption.ts'
import {figure} from './figure.ts'
import type {inlineHandlers} from './inline.ts'
import {math, subequations} from './math.ts'
import {heading, section} from './section.ts'
import {confined, inLanguage, released, type State} from './state.ts'
import {table} from './table.ts'
import {turnedPages} from './turned.ts'

type Block = Exclude<Node['type'], keyof typeof inlineHandlers>

/** Blocks; what comes of each is a paragraph or more, with an empty line behind it. */
export const blockHandlers: Pick<Handlers<State, string>, Block> = {
  root: (node, state) => state.all(node.children),
  paragraph: (node, state) => paragraph(state.all(node.children), state),
  blockquote: (node, state) => listed('quote', state, () => state.all(node.children)) ?? state.all(node.children),
  list: (node, state) => list(node, state),
  listItem: (node, state) => item(node, state),
  definitionList: (node, state) =>
    listed('description', state, () => definitions(node, state)) ??
    state.all(node.children.flatMap((one) => bare(one))),
  definitionTerm: (node, state) => `\\item[{${confined(state, () => state.all(node.children))}}]\n`,
  definitionDescription: (node, state) => state.all(node.children),
  code: (node, state) => codeLines(node, state),
  thematicBreak: () => '\\begin{center}\\rule{0.5\\linewidth}{0.4pt}\\end{center}\n\n',
  table: (node, state) => `${table(node, state)}${released(state)}\n\n`,
  tableRow: () => '',
  tableCell: () => '',
  math: (node, state) => `${math(node, state)}\n\n`,
  figure: (node, state) => `${figure(node, state)}${released(state)}\n\n`,
  caption: (node, state) => `${caption(node, state)}\n\n`,
  section,
  heading,
  div: (node, state) => div(node, state),
  bibliography: () => '',
  reference: () => ''
}

function paragraph(written: string, state: State): string {
  return written.trim() === '' ? '' : `${written.trim()}${released(state)}\n\n`
}

function list(node: List, state: State): string {
  const kind = node.ordered === true ? 'enumerate' : 'itemize'
  const flat = () => state.all(node.children.flatMap((one) => one.children))
  if (state.lists[kind] >= 4) return flat()
  state.lists[kind] += 1
  const level = ['i', 'ii', 'iii', 'iv'][state.lists[kind] - 1] ?? 'i'
  const start = kind === 'enumerate' && typeof node.start === 'number' && node.start !== 1 && node.start < 1e6
  const counter = start ? `\\setcounter{enum${level}}{${(node.start ?? 1) - 1}}\n` : ''
  const label = kind === 'enumerate' ? labelOf(node, `enum${level}`) : ''
  const written = listed(
    kind,
    state,
    () => `${label}${counter}${node.children.map((one) => item(one, state)).join('')}`
  )
  state.lists[kind] -= 1
  return written ?? flat()
}

/** What LaTeX is told of the numbers of a list; letters end with the alphabet. */
function labelOf(node: List, counter: string): string {
  const {style, delimiter} = numberingOf(node)
  const last = (node.start ?? 1) + node.children.length - 1
  if (node.data?.numbering === undefined || (style.endsWith('alpha') && last > 26)) return ''
  const [before, after] = delimiter === 'parentheses' ? ['(', ')'] : ['', delimiter === 'period' ? '.' : ')']
  return `\\renewcommand{\\label${counter}}{${before}\\${counters[style]}{${counter}}${after}}\n`
}

const counters: Readonly<Record<NumberStyle, string>> = {
  decimal: 'arabic',
  'lower-alpha': 'alph',
  'lower-roman': 'roman',
  'upper-alpha': 'Alph',
  'upper-roman': 'Roman'
}

/** An environment that LaTeX counts as a list; `undefined` where it would hold no more of them. */
function listed(environment: string, state: State, write: () => string): string | undefined {
  if (state.lists.all >= 6) return undefined
  state.lists.all += 1
  const written = write().trim()
  state.lists.all -= 1
  const empty = written === '' || (environment !== 'quote' && !/^\\item\b/m.test(written))
  return empty ? '' : `\\begin{${environment}}\n${written}\n\\end{${environment}}\n\n`
}

function item({checked, children}: ListItem, state: State): string {
  const mark = checked == null ? '' : `[$\\${checked ? 'boxtimes' : 'square'}$]`
  const written = state.all(children).trim()
  // What begins with a bracket would be taken for the mark.
  return `\\item${mark} ${mark === '' && written.startsWith('[') ? '{}' : ''}${written}\n`
}

function definitions({children}: DefinitionList, state: State): string {
  const first = children[0]?.type === 'definitionTerm' ? '' : '\\item[]\n'
  return first + children.map((child) => state.all([child])).join('')
}

/** Code line by line, its letters escaped as any text: no line can end it, and a note or cell can hold it. */
function codeLines(node: Code, state: State): string {
  const lines = node.value.split(/\r\n|\r|\n/).map((line) => `\\codeline{${state.code(line)}}`)
  return `\\begin{codelines}\n${lines.join('\n')}\n\\end{codelines}\n\n`
}

/** A term as a paragraph of its own. */
function bare(node: Nodes): ReadonlyArray<Nodes> {
  return node.type === 'definitionTerm' ? [{type: 'paragraph', children: node.children}] : [node]
}

const boxed: ReadonlySet<string> = new Set(['note', 'tip', 'warning', 'caution', 'important', 'box'])

function div(node: Div, state: State): string {
  const [language, written] = inLanguage(state, attributesOf(node).pairs.get('lang'), () => division(node, state))
  if (language === undefined || written.trim() === '') return written
  return `\\begin{otherlanguage}{${language}}\n${written.trim()}\n\\end{otherlanguage}\n\n`
}

function division(node: Div, state: State): string {
  const {classes} = attributesOf(node)
  const {identifier, number} = node
  if (classes.includes('subequations')) return subequations(node, state)
  const mark = identifier === undefined ? '' : `\\markas{${state.names(identifier)}}{${state.text(number ?? '')}}%\n`
  const inner = () => `${mark}${state.all(node.children)}`
  const stands = state.confined === 0 && state.lists.all === 0 && state.turned === undefined
  const all = stands && isTurned(node) ? () => turnedPages(state, inner) : inner
  const written = (classes.some((name) => boxed.has(name)) ? listed('quote', state, all) : undefined) ?? all()
  if (node.kind === undefined && !classes.includes('proof')) return written
  return `\\begin{statement}\n${written.trim()}\n\\end{statement}\n\n`
}
