import type {List, ListItem, Nodes} from 'mdast'
import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import {attributesOf} from '../../model/attributes.ts'
import type {Caption, DefinitionList, Figure, FloatKind, Handlers, Node, Section} from '../../model/nodes.ts'
import {numbered} from '../../util/terms.ts'
import {formula, type inlineHandlers, xmlText} from './inline.ts'
import {present, type State} from './state.ts'
import {table} from './table.ts'

type Block = Exclude<Node['type'], keyof typeof inlineHandlers>

/** Blocks, as JATS 1.3's `%para-level;` has them. */
export const blockHandlers = {
  root: (node, state) => state.all(node.children),
  paragraph: (node, state) => {
    const children = state.all(node.children)
    return children.length === 0 ? [] : [x('p', children)]
  },
  blockquote: (node, state) => [x('disp-quote', state.all(node.children))],
  list: (node, state) => [list(node, state)],
  listItem: (node, state) => [listItem(node, state)],
  definitionList: (node, state) => [definitionList(node, state)],
  definitionTerm: (node, state) => [x('p', [x('bold', state.all(node.children))])],
  definitionDescription: (node, state) => state.all(node.children),
  code: (node) => [x('code', node.lang ? {language: node.lang} : {}, xmlText(node.value))],
  // A rule between paragraphs is layout; JATS has no element for it here.
  thematicBreak: () => [],
  table: (node, state) => [x('table-wrap', [table(node, state)])],
  tableRow: () => [],
  tableCell: () => [],
  math: (node, state) => {
    const {identifier, number} = node.data ?? {}
    const id = identifier === undefined ? {} : {id: state.id(identifier)}
    return [
      x('disp-formula', id, [...(number ? [x('label', `(${number})`)] : []), ...formula(node.value, true, state)])
    ]
  },
  figure: (node, state) => [figure(node, state)],
  caption: (node, state) => [caption(node, state)],
  section: (node, state) => [section(node, state)],
  // Headings inside sections belong to `section`; others stand in quotations and the like.
  heading: (node, state) => [x('p', [x('bold', state.all(node.children))])],
  div: (node, state) => div(attributesOf(node).classes, state.all(node.children)),
  bibliography: () => [],
  reference: () => []
} satisfies Pick<Handlers<State, Array<ElementContent>>, Block>

/** A section with its label and title (JATS 1.3, `sec`). */
function section(node: Section, state: State): Element {
  const [heading, ...rest] = node.children
  const title = heading?.type === 'heading' ? state.all(heading.children) : []
  const label = node.number === undefined ? [] : [x('label', node.number)]
  return x('sec', {id: state.id(node.identifier)}, [...label, x('title', title), ...state.all(rest)])
}

function list(node: List, state: State): Element {
  const type = node.ordered ? 'order' : 'bullet'
  return x(
    'list',
    {'list-type': type},
    node.children.map((item) => listItem(item, state))
  )
}

function listItem(node: ListItem, state: State): Element {
  const box = node.checked == null ? [] : [x('label', node.checked ? '☑' : '☐')]
  return x('list-item', [...box, ...state.all(node.children)])
}

/** Each term with its definitions; `def` holds paragraphs alone (JATS 1.3, `def-list`). */
function definitionList(node: DefinitionList, state: State): Element {
  const items: Array<Element> = []
  for (const child of node.children) {
    const content =
      child.type === 'definitionTerm'
        ? x('term', state.all(child.children))
        : x('def', state.all(child.children).map(asParagraph))
    const item = items.at(-1)
    if (child.type === 'definitionTerm' || item === undefined) items.push(x('def-item', [content]))
    else item.children.push(content)
  }
  return x('def-list', items)
}

function asParagraph(node: ElementContent): ElementContent {
  return node.type === 'element' && node.name === 'p' ? node : x('p', [node])
}

function figure(node: Figure, state: State): Element {
  const {kind, number, identifier, part} = node
  const id = identifier === undefined ? {} : {id: state.id(identifier)}
  const head = [
    part !== undefined
      ? x('label', `(${part})`)
      : number === undefined
        ? undefined
        : x('label', numbered(state.terms[kind].caption, number)),
    ...node.children.filter((child) => child.type === 'caption').map((child) => caption(child, state))
  ]
  const content = node.children.filter((child) => child.type !== 'caption')
  if (kind === 'table')
    return x('table-wrap', id, [...present(head), ...content.flatMap((child) => tables(child, state))])
  const images = content.flatMap((child) => graphics(child, state))
  return x('fig', {...id, ...figType(kind)}, [...present(head), ...images])
}

function figType(kind: FloatKind): Record<string, string> {
  return kind === 'listing' ? {'fig-type': 'listing'} : {}
}

/** `table-wrap` holds the table itself, not another `table-wrap`. */
function tables(node: Nodes, state: State): Array<ElementContent> {
  return node.type === 'table' ? [table(node, state)] : state.all([node])
}

/** Images of a figure stand in it as `graphic`, without paragraphs about them. */
function graphics(node: Nodes, state: State): Array<ElementContent> {
  if (node.type === 'image') {
    return [x('graphic', {'xlink:href': node.url}, node.alt ? [x('alt-text', xmlText(node.alt))] : [])]
  }
  if (node.type === 'paragraph') return node.children.flatMap((child) => graphics(child, state))
  if (node.type === 'text' && node.value.trim() === '') return []
  return state.all([node])
}

function caption(node: Caption, state: State): Element {
  return x('caption', [x('p', state.all(node.children))])
}

const boxed: ReadonlySet<string> = new Set(['note', 'tip', 'warning', 'caution', 'important', 'box'])

function div(classes: ReadonlyArray<string>, children: Array<ElementContent>): Array<ElementContent> {
  const type = classes.find((name) => boxed.has(name))
  return type === undefined ? children : [x('boxed-text', {'content-type': type}, children)]
}
