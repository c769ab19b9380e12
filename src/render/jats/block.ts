import type {List, ListItem, Nodes} from 'mdast'
import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import {attributesOf} from '../../model/attributes.ts'
import type {Caption, DefinitionList, Div, Figure, Handlers, Node, Section} from '../../model/nodes.ts'
import {numbered} from '../../util/terms.ts'
import {textOf} from '../../util/text.ts'
import {alternative, formula, type inlineHandlers, xmlText} from './inline.ts'
import {itemContent, paragraphs, sectioned, unsectioned} from './paragraphs.ts'
import {sectionType} from './section-type.ts'
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
  blockquote: (node, state) => filled('disp-quote', {}, unsectioned(state.all(node.children))),
  list: (node, state) => list(node, state),
  listItem: (node, state) => listItem(node, state),
  definitionList: (node, state) => definitionList(node, state),
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
  caption: (node, state) => caption(node, state),
  section: (node, state) => [section(node, state)],
  // Headings inside sections belong to `section`; others stand in quotations and the like.
  heading: (node, state) => [x('p', [x('bold', state.all(node.children))])],
  div: (node, state) => div(node, state),
  bibliography: () => [],
  reference: () => []
} satisfies Pick<Handlers<State, Array<ElementContent>>, Block>

/** A section with its label and title (JATS 1.3, `sec`). */
function section(node: Section, state: State): Element {
  const [heading, ...rest] = node.children
  const title = heading?.type === 'heading' ? state.all(heading.children) : []
  const label = node.number === undefined ? [] : [x('label', node.number)]
  const type = heading?.type === 'heading' ? sectionType(textOf(heading)) : undefined
  return x('sec', {id: state.id(node.identifier), ...(type === undefined ? {} : {'sec-type': type})}, [
    ...label,
    x('title', title),
    ...state.all(rest)
  ])
}

/** An element, or none where it would hold nothing. */
function filled(
  name: string,
  attributes: Record<string, string>,
  children: ReadonlyArray<ElementContent>
): Array<Element> {
  return children.length === 0 ? [] : [x(name, attributes, [...children])]
}

function list(node: List, state: State): Array<Element> {
  const items = node.children.flatMap((item) => listItem(item, state))
  return filled('list', {'list-type': node.ordered ? 'order' : 'bullet'}, items)
}

function listItem(node: ListItem, state: State): Array<Element> {
  const [first, ...rest] = itemContent(state.all(node.children))
  const children = first === undefined ? [] : [first, ...rest]
  if (node.checked == null) return filled('list-item', {}, children)
  // A label would stand for the bullet of the list, and override it.
  const box = {type: 'text' as const, value: node.checked ? '☑ ' : '☐ '}
  if (first?.type === 'element' && first.name === 'p') first.children.unshift(box)
  else children.unshift(x('p', [box]))
  return filled('list-item', {}, children)
}

/** Each term with its definitions; `def` holds paragraphs alone (JATS 1.3, `def-list`). */
function definitionList(node: DefinitionList, state: State): Array<Element> {
  const items: Array<Element> = []
  for (const child of node.children) {
    const isTerm = child.type === 'definitionTerm'
    const children = state.all(child.children)
    const content = isTerm ? filled('term', {}, children) : filled('def', {}, paragraphs(children))
    const item = items.at(-1)
    if (isTerm || item === undefined) items.push(...filled('def-item', {}, content))
    else item.children.push(...content)
  }
  return filled('def-list', {}, items)
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
    ...node.children.filter((child) => child.type === 'caption').flatMap((child) => caption(child, state))
  ]
  const content = node.children.filter((child) => child.type !== 'caption')
  if (kind === 'table')
    return x('table-wrap', id, [...present(head), ...content.flatMap((child) => tables(child, state))])
  const images = content.flatMap((child) => graphics(child, state))
  const has = (name: string) => images.some((child) => child.type === 'element' && child.name === name)
  if (has('fig') || has('fig-group')) return x('fig-group', id, [...present(head), ...images])
  // JATS4R Display objects: a figure is a picture; what is none stands in a box, under the same label and caption.
  if (!has('graphic'))
    return x('boxed-text', {...boxId(id, state), 'content-type': kind}, [...present(head), ...images])
  return x('fig', id, [...present(head), ...images])
}

/** A box has an id of its own where nothing points at it. */
function boxId(id: {readonly id?: string}, state: State): {readonly id: string} {
  return {id: id.id ?? state.id(`box-${state.nextBox()}`)}
}

/** `table-wrap` holds the table itself, not another `table-wrap`. */
function tables(node: Nodes, state: State): Array<ElementContent> {
  return node.type === 'table' ? [table(node, state)] : state.all([node])
}

/** Images of a figure stand in it as `graphic`, without paragraphs about them. */
function graphics(node: Nodes, state: State): Array<ElementContent> {
  if (node.type === 'image') {
    return [x('graphic', {'xlink:href': node.url}, alternative(node.alt))]
  }
  if (node.type === 'paragraph') return node.children.flatMap((child) => graphics(child, state))
  if (node.type === 'text' && node.value.trim() === '') return []
  return state.all([node])
}

function caption(node: Caption, state: State): Array<Element> {
  return filled('caption', {}, filled('p', {}, state.all(node.children)))
}

const boxed: ReadonlySet<string> = new Set(['note', 'tip', 'warning', 'caution', 'important', 'box'])

function div(node: Div, state: State): Array<ElementContent> {
  const children = state.all(node.children)
  const type = attributesOf(node).classes.find((name) => boxed.has(name))
  if (type === undefined) return children
  const id = node.identifier === undefined ? {} : {id: state.id(node.identifier)}
  return filled('boxed-text', {...boxId(id, state), 'content-type': type}, sectioned(children))
}
