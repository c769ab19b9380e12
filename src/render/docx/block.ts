import type {Code, List, ListItem} from 'mdast'
import type {ElementContent} from 'xast'
import {attributesOf} from '../../model/attributes.ts'
import type {Div, Handlers, Node} from '../../model/nodes.ts'
import {isTurned} from '../../util/turned.ts'
import {xmlText} from '../jats/inline.ts'
import {anchored} from './anchors.ts'
import {figure} from './figure.ts'
import {type inlineHandlers, languageOf} from './inline.ts'
import {displayFormula} from './math/index.ts'
import {levelOf, step} from './numbering.ts'
import {blocks, gathered, line, paragraph} from './paragraph.ts'
import {bibliography, reference} from './reference.ts'
import {faced, run, runs, words} from './run.ts'
import {heading, section} from './section.ts'
import type {State} from './state.ts'
import {table} from './table.ts'
import {turnedIf} from './turned.ts'
import {w} from './xml.ts'

type Block = Exclude<Node['type'], keyof typeof inlineHandlers>

/** Blocks as paragraphs and tables. */
export const blockHandlers = {
  root: (node, state) => blocks(node.children, state),
  paragraph: (node, state) => gathered(state.all(node.children, state), state),
  blockquote: (node, state) => blocks(node.children, {...state, style: 'BlockText', indent: nested(state)}),
  list: (node, state) => list(node, state),
  listItem: (node, state) => blocks(node.children, state),
  definitionList: (node, state) => blocks(node.children, state),
  definitionTerm: (node, state) => [
    paragraph(line(node.children, state), {...state, style: 'DefinitionTerm', keepNext: true})
  ],
  definitionDescription: (node, state) =>
    blocks(node.children, {...state, style: 'Definition', indent: state.indent + step}),
  code: (node, state) => [code(node, state)],
  thematicBreak: (_, state) => [paragraph([], {...state, style: 'HorizontalRule'})],
  table: (node, state) => [...waiting(state), ...table(node, state)],
  tableRow: () => [],
  tableCell: () => [],
  math: (node, state) => [...waiting(state), ...displayFormula(node, state)],
  figure: (node, state) => figure(node, state),
  caption: (node, state) => [paragraph(line(node.children, state), {...state, style: 'Caption'})],
  section: (node, state) => section(node, state),
  heading: (node, state) => heading(node, state),
  div: (node, state) => div(node, state),
  bibliography: (node, state) => bibliography(node, state),
  reference: (node, state) => [reference(node, 'block', state)]
} satisfies Pick<Handlers<State, Array<ElementContent>>, Block>

function list(node: List, state: State): Array<ElementContent> {
  const level = levelOf(state.depth)
  const number = (kind: 'bullet' | 'ordered' | 'task') =>
    state.lists.add(kind, node.start ?? 1, level, node.data?.numbering)
  const own = node.ordered === true ? number('ordered') : undefined
  return node.children.flatMap((item) => {
    const kind = typeof item.checked === 'boolean' ? 'task' : 'bullet'
    const marker = {list: own ?? number(kind), level, taken: false}
    return listItem(item, {...state, marker, depth: state.depth + 1, indent: state.indent + step})
  })
}

/** An item; the first of its paragraphs takes its number or bullet. */
function listItem(node: ListItem, state: State): Array<ElementContent> {
  const box = typeof node.checked === 'boolean' ? runs(node.checked ? '☑ ' : '☐ ', state.face) : []
  const [first, ...rest] = node.children
  if (first?.type !== 'paragraph')
    return [...(box.length > 0 ? [paragraph(box, state)] : []), ...waitingAfter(node, state)]
  const opening = gathered([...box, ...state.all(first.children, state)], state)
  return [...opening, ...blocks(rest, state)]
}

function waitingAfter(node: ListItem, state: State): Array<ElementContent> {
  const content = blocks(node.children, state)
  return content.length === 0 ? waiting(state) : content
}

/** A paragraph for the number of a list item that begins with something else. */
function waiting(state: State): Array<ElementContent> {
  return state.marker === undefined || state.marker.taken ? [] : [paragraph([], state)]
}

/** Where a quotation stands: further in than a list item, and where its style says otherwise. */
function nested({indent}: State): number {
  return indent === 0 ? 0 : indent + step
}

/** Code, its lines held together in one paragraph. */
function code(node: Code, state: State): ElementContent {
  const lines = node.value
    .split(/\r\n?|\n/)
    .flatMap((text, index) => [...(index === 0 ? [] : [run([w('br')], {})]), ...codeLine(text)])
  return paragraph(lines, {...state, style: 'SourceCode', face: {}})
}

function codeLine(text: string): ReadonlyArray<ElementContent> {
  return text === '' ? [] : [run(words(xmlText(text)), {})]
}

const boxed: ReadonlySet<string> = new Set(['note', 'tip', 'warning', 'caution', 'important', 'box'])

function div(node: Div, state: State): Array<ElementContent> {
  const {id, classes, pairs} = attributesOf(node)
  const style = node.kind === undefined ? (classes.some((name) => boxed.has(name)) ? 'Note' : state.style) : 'Theorem'
  const language = languageOf(pairs)
  const inner = faced(state, language === undefined ? {} : {language})
  const own = classes.includes('table-note') ? 'FootnoteText' : style
  const content = turnedIf(isTurned(node), {...inner, style: state.inNote ? state.style : own}, (place) =>
    blocks(node.children, place)
  )
  const identifier = node.identifier ?? id
  return anchored(identifier === undefined ? undefined : state.anchors.nameOf(identifier), state.anchors, content)
}
