import type {Element, Nodes as Hast, Root as HastRoot} from 'hast'
import type {Handle, State} from 'hast-util-to-mdast'
import {defaultHandlers, toMdast} from 'hast-util-to-mdast'
import type {Html, Nodes, Paragraph, PhrasingContent, RootContent} from 'mdast'
import type {Caption, Div, Figure} from '../../../model/nodes.ts'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {figureOf} from './figure.ts'
import {attributesOfElement, dataOf, inlineElements} from './html-elements.ts'
import {isTaken, unknown} from './html-safety.ts'
import {htmlTable} from './html-table.ts'

/** What stands around a piece of HTML. */
export interface Surroundings {
  /** The element's name that stands for what is Markdown already. */
  readonly stand: string
  readonly at: (index: number) => RootContent | undefined
  /** The block of HTML that an offset lies in. */
  readonly block: (offset: number) => Html | undefined
  readonly report: Report
}

/** HTML as flow content of ours; what cannot be taken over is reported. */
export function flowOf(tree: HastRoot, surroundings: Surroundings): ReadonlyArray<RootContent> {
  prepare(tree, surroundings)
  const handlers: Record<string, Handle> = {...ours, [surroundings.stand]: standIn}
  const root = toMdast(tree, {handlers, nodeHandlers: {comment: () => undefined}, document: true})
  const children = root.type === 'root' ? root.children : [root as RootContent]
  return replaced(children, surroundings)
}

/** Walk the elements: drop what is not taken, keep cells within reason. */
function prepare(tree: HastRoot, around: Surroundings): void {
  const open: Array<HastRoot | Element> = [tree]
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    const kept = (parent.children as Array<Hast>).filter((child) => child.type !== 'element' || keeps(child, around))
    parent.children = kept as Element['children']
    for (const child of kept) if (child.type === 'element') open.push(child)
  }
}

function keeps(element: Element, {stand, block, report}: Surroundings): boolean {
  if (element.tagName === stand) return true
  const place = placeOf(block(element.position?.start.offset ?? 0))
  if (!isTaken(element, place, report)) return false
  if (!isKnown(element.tagName)) unknown(element.tagName, place, report)
  for (const name of ['colSpan', 'rowSpan']) if (Number(element.properties[name]) > 100) delete element.properties[name]
  return true
}

/** Whether HTML has an element of the name, as far as we know. */
export function isKnown(name: string): boolean {
  return inlineElements.has(name) || Object.hasOwn(defaultHandlers, name)
}

function standIn(_state: State, element: Element): Nodes {
  // Replaced by what it stands for once the tree is made, so that none of it is taken for a line of text.
  return {type: 'html', value: String(element.properties['dataAt'])}
}

function replaced(children: ReadonlyArray<RootContent>, surroundings: Surroundings): Array<RootContent> {
  return children.flatMap((child): ReadonlyArray<RootContent> => {
    if (child.type === 'html') {
      const original = surroundings.at(Number(child.value))
      return original === undefined ? [] : [original]
    }
    if (!('children' in child)) return [cleaned(child, surroundings)]
    const within = replaced(child.children as Array<RootContent>, surroundings)
    const node = {...cleaned(child, surroundings), children: within} as RootContent
    return isMixed(node) ? unmixed(node) : [node]
  })
}

function isMixed(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' && node.children.some((child) => !isPhrasing(child))
}

/** A paragraph that holds blocks is no paragraph. */
function unmixed(node: Paragraph): ReadonlyArray<RootContent> {
  const out: Array<RootContent> = []
  for (const child of node.children) {
    const last = out.at(-1)
    if (!isPhrasing(child)) out.push(child)
    else if (last?.type === 'paragraph') last.children.push(child)
    else if (child.type !== 'text' || child.value.trim() !== '') out.push({type: 'paragraph', children: [child]})
  }
  return out
}

const phrasing: ReadonlySet<string> = new Set(
  (
    'break citation crossReference delete emphasis footnoteReference image inlineCode inlineMath link span strong ' +
    'subscript superscript text'
  ).split(' ')
)

function isPhrasing({type}: Nodes): boolean {
  return phrasing.has(type)
}

/** Give the place in the file, in place of that in the piece of HTML. */
function cleaned(node: RootContent, {block}: Surroundings): RootContent {
  const {position, data, ...rest} = node
  const place = block(position?.start.offset ?? 0)?.position
  const attributes = data?.attributes
  const isTable = node.type === 'table' || (node.type as Nodes['type']) === 'tableCell'
  return {
    ...rest,
    ...(isTable && data !== undefined ? {data} : attributes === undefined ? {} : {data: {attributes}}),
    ...(place === undefined ? {} : {position: place})
  } as RootContent
}

function inlineHandle(name: string): Handle {
  return (state, element) => {
    const children = state.all(element) as Array<PhrasingContent>
    const nodes = inlineElements.get(name)?.(children, element) ?? children
    // The library takes nodes that it does not know for blocks, unless they name an element of the line.
    return nodes.map((node) => {
      const made = {...node, data: {...node.data, hName: 'span'}} as PhrasingContent
      state.patch(element, made)
      return made
    })
  }
}

const division: Handle = (state, element) => {
  const data = dataOf(attributesOfElement(element))
  const children = state.toFlow(state.all(element)) as Array<RootContent>
  if (data.data === undefined) return children
  const div: Div = {type: 'div', children, ...data}
  state.patch(element, div)
  return div
}

const figure: Handle = (state, element) => {
  const captions = element.children.filter((child) => child.type === 'element' && child.tagName === 'figcaption')
  const [found] = captions
  const caption = found?.type === 'element' ? captionOf(state, found) : undefined
  const content = {...element, children: element.children.filter((child) => !captions.includes(child))}
  const children = state.toFlow(state.all(content)) as Figure['children']
  const [only] = children
  if (only?.type === 'figure' && children.length === 1 && caption === undefined) return only
  const kind = only?.type === 'table' ? 'table' : only?.type === 'code' ? 'listing' : 'figure'
  const node = figureOf(kind, children, caption, attributesOfElement(element), undefined)
  state.patch(element, node)
  return node
}

const table: Handle = (state, element, parent) => {
  // A table in a cell is read as text.
  if (state.inTable) return defaultHandlers.table(state, element)
  state.inTable = true
  const made = htmlTable(state, element)
  state.inTable = false
  const found = element.children.find((child) => child.type === 'element' && child.tagName === 'caption')
  if (found?.type !== 'element' || (parent?.type === 'element' && parent.tagName === 'figure')) return made
  const node = figureOf('table', [made], captionOf(state, found), attributesOfElement(element), undefined)
  state.patch(element, node)
  return node
}

function captionOf(state: State, element: Element): Caption {
  const children = state.all(element).flatMap((node): ReadonlyArray<PhrasingContent> => {
    if (node.type === 'paragraph') return node.children
    return isPhrasing(node) ? [node as PhrasingContent] : []
  })
  const caption: Caption = {type: 'caption', children}
  state.patch(element, caption)
  return caption
}

const ours: Record<string, Handle> = {
  ...Object.fromEntries([...inlineElements.keys()].map((name) => [name, inlineHandle(name)])),
  br: (state, element) => defaultHandlers.br(state, element),
  div: division,
  section: division,
  article: division,
  aside: division,
  figure,
  table
}
