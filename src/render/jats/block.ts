import type {Blockquote, List, ListItem, Paragraph, PhrasingContent} from 'mdast'
import type {Math as DisplayMath} from 'mdast-util-math'
import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import {attributesOf} from '../../model/attributes.ts'
import type {Equation} from '../../model/equation.ts'
import type {NumberStyle} from '../../model/list-numbering.ts'
import type {DefinitionList, Div, Handlers, Node, Section} from '../../model/nodes.ts'
import {lineAlone} from '../../util/equations.ts'
import {markerOf, numberingOf} from '../../util/list-marker.ts'
import {isReferences} from '../../util/reference-section.ts'
import {boxId, caption, figure, orientation} from './figure.ts'
import {formula, type inlineHandlers, xmlText} from './inline.ts'
import {itemContent, paragraphs, sectioned, unsectioned} from './paragraphs.ts'
import {sectionType} from './section-type.ts'
import {filled, type State} from './state.ts'
import {table} from './table.ts'

type Block = Exclude<Node['type'], keyof typeof inlineHandlers>

/** Blocks, as JATS 1.3's `%para-level;` has them. */
export const blockHandlers = {
  root: (node, state) => state.all(node.children),
  paragraph: (node, state) => {
    if (attributesOf(node).classes.includes('line-block')) return verse(node, state)
    const children = state.all(node.children)
    return children.length === 0 ? [] : [x('p', children)]
  },
  blockquote: (node, state) => quotation(node, state),
  list: (node, state) => list(node, state),
  listItem: (node, state) => listItem(node, [], state),
  definitionList: (node, state) => definitionList(node, state),
  definitionTerm: (node, state) => [x('p', [x('bold', state.all(node.children))])],
  definitionDescription: (node, state) => state.all(node.children),
  code: (node) => [x('code', node.lang ? {language: node.lang} : {}, xmlText(node.value))],
  // A rule between paragraphs is layout; JATS has no element for it here.
  thematicBreak: () => [],
  table: (node, state) => [x('table-wrap', orientation(node, state), [table(node, state)])],
  tableRow: () => [],
  tableCell: () => [],
  math: (node, state) => [displayed(node, state)],
  figure: (node, state) => [figure(node, state)],
  caption: (node, state) => caption(node, state),
  // References stand in `back`.
  section: (node, state) => (isReferences(node) ? [] : [section(node, state)]),
  // Headings inside sections belong to `section`; others stand in quotations and the like.
  heading: (node, state) => [x('p', [x('bold', state.all(node.children))])],
  div: (node, state) => div(node, state),
  bibliography: () => [],
  reference: () => []
} satisfies Pick<Handlers<State, Array<ElementContent>>, Block>

/** A formula, or a group of those that are its lines (JATS 1.3, `disp-formula-group`). */
function displayed({value, data}: DisplayMath, state: State): Element {
  const one = (tex: string, {identifier, number}: Equation) =>
    x('disp-formula', identifier === undefined ? {} : {id: state.id(identifier)}, [
      ...(number ? [x('label', `(${number})`)] : []),
      ...formula(tex, true, state)
    ])
  if (data?.lines === undefined) return one(value, data ?? {})
  // An alignment needs its environment.
  return x(
    'disp-formula-group',
    data.lines.map((line) => one(lineAlone(line), line))
  )
}

/** A section with its label and title (JATS 1.3, `sec`). */
function section(node: Section, state: State): Element {
  const [heading, ...rest] = node.children
  const title = heading?.type === 'heading' ? state.all(heading.children) : []
  const label = node.number === undefined ? [] : [x('label', node.number)]
  const type = sectionType(node)
  return x('sec', {id: state.id(node.identifier), ...(type === undefined ? {} : {'sec-type': type})}, [
    ...label,
    x('title', title),
    ...sectioned(state.all(rest))
  ])
}

/** A quotation, and whose it is (JATS 1.3, `disp-quote` and `attrib`). */
function quotation({children, ...node}: Blockquote, state: State): Array<Element> {
  const last = children.at(-1)
  const source = last?.type === 'paragraph' && attributesOf(last).classes.includes('attribution') ? last : undefined
  const type = attributesOf({...node}).classes.includes('epigraph') ? {'content-type': 'epigraph'} : {}
  const content = unsectioned(state.all(source === undefined ? children : children.slice(0, -1)))
  return filled('disp-quote', type, [...content, ...(source ? [x('attrib', state.all(source.children))] : [])])
}

/** Lines that end where the author ended them (JATS 1.3, `verse-group`). */
function verse({children}: Paragraph, state: State): Array<Element> {
  const lines: Array<Array<PhrasingContent>> = [[]]
  for (const child of children) {
    if (child.type === 'break') lines.push([])
    else lines.at(-1)?.push(child)
  }
  return [
    x(
      'verse-group',
      lines.map((line) => x('verse-line', state.all(line)))
    )
  ]
}

function list(node: List, state: State): Array<Element> {
  const {style, delimiter} = numberingOf(node)
  // The type says how items are counted, from 1 and with nothing around; labels say more.
  const isLabelled = node.ordered === true && ((node.start ?? 1) !== 1 || delimiter === 'parentheses')
  const items = node.children.flatMap((item, index) =>
    listItem(item, isLabelled ? [x('label', markerOf(node, index))] : [], state)
  )
  return filled('list', {'list-type': node.ordered === true ? listTypes[style] : 'bullet'}, items)
}

const listTypes: Readonly<Record<NumberStyle, string>> = {
  decimal: 'order',
  'lower-alpha': 'alpha-lower',
  'lower-roman': 'roman-lower',
  'upper-alpha': 'alpha-upper',
  'upper-roman': 'roman-upper'
}

function listItem(node: ListItem, label: ReadonlyArray<Element>, state: State): Array<Element> {
  const [first, ...rest] = itemContent(state.all(node.children))
  const children = first === undefined ? [] : [first, ...rest]
  if (node.checked == null) return filled('list-item', {}, children.length === 0 ? [] : [...label, ...children])
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

const boxed: ReadonlySet<string> = new Set(['note', 'tip', 'warning', 'caution', 'important', 'box'])

function div(node: Div, state: State): Array<ElementContent> {
  const children = state.all(node.children)
  const id = node.identifier === undefined ? {} : {id: state.id(node.identifier)}
  if (node.kind !== undefined) return filled('statement', {...id, 'content-type': node.kind}, paragraphs(children))
  const {classes} = attributesOf(node)
  if (classes.includes('proof') || classes.includes('solution'))
    return filled(
      'statement',
      {...id, 'content-type': classes.includes('proof') ? 'proof' : 'solution'},
      paragraphs(children)
    )
  if (classes.includes('subequations') && node.identifier !== undefined)
    return filled(children.every(isFormula) ? 'disp-formula-group' : 'statement', id, children)
  if (classes.includes('table-note')) return filled('fn', id, noted(children))
  const type = classes.find((name) => boxed.has(name))
  if (type === undefined) return children
  return filled('boxed-text', {...boxId(id, state), 'content-type': type}, sectioned(children))
}

function isFormula(node: ElementContent): boolean {
  return node.type === 'element' && /^disp-formula(?:-group)?$/.test(node.name)
}

/** The letter at the beginning of a table's note is its label. */
function noted(children: ReadonlyArray<ElementContent>): Array<ElementContent> {
  const [first, ...rest] = paragraphs(children)
  const [mark, space, ...words] = first?.type === 'element' ? first.children : []
  if (first?.type !== 'element' || mark?.type !== 'element' || mark.name !== 'sup' || space?.type !== 'text') {
    return paragraphs(children)
  }
  const after = space.value.replace(/^\s+/, '')
  const opened = after === '' ? words : [{...space, value: after}, ...words]
  return [x('label', mark.children), x('p', opened), ...rest]
}
