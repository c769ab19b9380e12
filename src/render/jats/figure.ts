import type {Nodes} from 'mdast'
import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import type {Caption, Figure} from '../../model/nodes.ts'
import {numbered} from '../../util/terms.ts'
import {alternative, pictureName} from './inline.ts'
import {loose, nameOf, paragraphs, sectioned} from './paragraphs.ts'
import {filled, present, type State} from './state.ts'
import {table} from './table.ts'

/** What may stand in a `fig` beside its label and caption (JATS 1.3). */
const inFigure: ReadonlySet<string> = new Set('code def-list disp-formula disp-quote graphic list p table'.split(' '))
const inTable: ReadonlySet<string> = new Set('code def-list disp-formula disp-quote graphic list table'.split(' '))

/** A float: a picture, several, a table, or what is neither and stands in a box, under the same label and caption. */
export function figure(node: Figure, state: State): Element {
  const {kind, number, identifier, part} = node
  const id = identifier === undefined ? {} : {id: state.id(identifier)}
  const words = number === undefined ? undefined : numbered(state.terms[kind].caption, number)
  const label = part === undefined ? words : `(${part})`
  const isCaption = (child: Nodes) => child.type === 'caption'
  const head = present([
    label === undefined ? undefined : x('label', label),
    ...node.children.flatMap((child) => (child.type === 'caption' ? caption(child, state) : []))
  ])
  const content = node.children.filter((child) => !isCaption(child))
  const inner = kind === 'table' ? content.flatMap((child) => tables(child, state)) : pictures(content, state)
  const form = kind === 'table' ? tableForm(inner) : pictureForm(inner)
  if (form !== undefined) return x(form.name, {...id, ...orientation(node, state)}, [...head, ...form.children])
  return x('boxed-text', {...boxId(id, state), 'content-type': kind}, [...head, ...sectioned(wrappedTables(inner))])
}

/** That it lies, if it does. */
export function orientation(node: Nodes, {lying}: State): Record<string, string> {
  return lying.has(node) ? {orientation: 'landscape'} : {}
}

/** A box has an id of its own where nothing points at it. */
export function boxId(id: {readonly id?: string}, state: State): {readonly id: string} {
  return {id: id.id ?? state.id(`box-${state.nextBox()}`)}
}

/** What stands below a figure or above a table. */
export function caption(node: Caption, state: State): Array<Element> {
  return filled('caption', {}, filled('p', {}, state.all(node.children)))
}

interface Form {
  readonly name: string
  readonly children: ReadonlyArray<ElementContent>
}

/** JATS4R Display objects: a figure holds a picture, a group of figures several. */
function pictureForm(children: ReadonlyArray<ElementContent>): Form | undefined {
  const names = children.map(nameOf)
  const isGroup = names.filter((name) => name === 'fig').length > 1
  if (isGroup && names.every((name) => name === 'fig' || name === 'graphic')) return {name: 'fig-group', children}
  const isFigure = names.includes('graphic') && names.every((name) => inFigure.has(name))
  return isFigure ? {name: 'fig', children} : undefined
}

/** A table and its like; what else is said stands at its foot. */
function tableForm(children: ReadonlyArray<ElementContent>): Form | undefined {
  if (!children.some((child) => nameOf(child) === 'table')) return undefined
  const isOwn = (child: ElementContent) => inTable.has(nameOf(child))
  const isNote = (child: ElementContent) => nameOf(child) === 'fn'
  const others = children.filter((child) => !isOwn(child))
  const rest = [...paragraphs(others.filter((child) => !isNote(child))), ...others.filter(isNote)]
  return {name: 'table-wrap', children: [...children.filter(isOwn), ...filled('table-wrap-foot', {}, rest)]}
}

/** `table-wrap` holds the table itself, not another `table-wrap`. */
function tables(node: Nodes, state: State): Array<ElementContent> {
  if (node.type === 'table') return [table(node, state)]
  return loose(state.all([node])).flatMap((child) => {
    const isBare = child.type === 'element' && child.name === 'table-wrap' && child.attributes['id'] === undefined
    return isBare ? child.children : [child]
  })
}

function wrappedTables(children: ReadonlyArray<ElementContent>): Array<ElementContent> {
  return children.map((child) => (nameOf(child) === 'table' ? x('table-wrap', [child]) : child))
}

function pictures(nodes: ReadonlyArray<Nodes>, state: State): Array<ElementContent> {
  return loose(nodes.flatMap((node) => graphics(node, state)))
}

/** Images of a figure stand in it as `graphic`, without paragraphs about them. */
function graphics(node: Nodes, state: State): Array<ElementContent> {
  if (node.type === 'image') return [x('graphic', {'xlink:href': pictureName(node)}, alternative(node.alt))]
  if (node.type === 'paragraph') return node.children.flatMap((child) => graphics(child, state))
  return state.all([node])
}
