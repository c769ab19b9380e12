import type {Nodes, PhrasingContent, Root, RootContent} from 'mdast'
import type {Article} from '../../model/article.ts'
import type {Attributes} from '../../model/attributes.ts'
import {attributesOf} from '../../model/attributes.ts'
import type {Handlers, Section} from '../../model/nodes.ts'
import {fragmentOf} from '../../util/anchors.ts'
import type {Terms} from '../../util/terms.ts'
import {numbered, terms} from '../../util/terms.ts'
import {walk} from '../../util/walk.ts'

/** Makes trees in which all that was resolved is text: numbers, citations, references, labels of floats. */
export interface Plain {
  /** Nodes of the article, as nodes that Markdown itself has, and pandoc's. */
  all(nodes: ReadonlyArray<Nodes>): Array<RootContent>
  /** The body, with its notes as definitions at the end. */
  readonly body: Root
  readonly terms: Terms
}

interface State {
  readonly article: Article
  readonly terms: Terms
  /** What links may lead to. */
  readonly anchors: ReadonlySet<string>
  all(nodes: ReadonlyArray<Nodes>): Array<RootContent>
}

/** Turn an article into plain trees. What the author numbered is marked `.unnumbered`, for its number stands in the text. */
export function plainTree(article: Article): Plain {
  const state: State = {
    article,
    terms: terms(article.meta.language),
    anchors: anchorsIn(article),
    all: (nodes) => nodes.flatMap((node) => one(node, state))
  }
  const notes = article.notes.map(
    ({number, children}): RootContent => ({
      type: 'footnoteDefinition',
      identifier: String(number),
      label: String(number),
      children: state.all(children) as []
    })
  )
  return {
    all: state.all,
    terms: state.terms,
    body: {type: 'root', children: [...state.all(article.body.children), ...notes]}
  }
}

function one(node: Nodes, state: State): Array<RootContent> {
  const handle = Reflect.get(handlers, node.type) as ((node: Nodes, state: State) => Array<RootContent>) | undefined
  if (handle === undefined) throw new Error(`Cannot handle unknown node \`${node.type}\``)
  return handle(node, state)
}

/** A parent with its children made plain, and nothing of where it came from. */
function parent(node: Extract<Nodes, {children: unknown}>, {all}: State): Array<RootContent> {
  const {position: _, ...rest} = node
  return [{...rest, children: all(node.children as ReadonlyArray<Nodes>)} as RootContent]
}

const leaf = (node: Nodes): Array<RootContent> => [node as RootContent]
const inside = (node: Extract<Nodes, {children: unknown}>, {all}: State) => all(node.children as ReadonlyArray<Nodes>)

const handlers: Handlers<State, Array<RootContent>> = {
  root: inside,
  blockquote: parent,
  break: leaf,
  caption: parent,
  citation: inside,
  code: leaf,
  crossReference: inside,
  definitionDescription: parent,
  definitionList: parent,
  definitionTerm: parent,
  delete: parent,
  emphasis: parent,
  image: leaf,
  inlineCode: leaf,
  inlineMath: leaf,
  list: parent,
  listItem: parent,
  paragraph: parent,
  span: parent,
  strong: parent,
  subscript: parent,
  superscript: parent,
  table: parent,
  tableCell: parent,
  tableRow: parent,
  text: leaf,
  thematicBreak: leaf,
  heading: (node, state) => parent({...node, data: {attributes: unnumbered(attributesOf(node))}}, state),
  link: (node, state) => {
    const fragment = fragmentOf(node.url)
    return fragment === undefined || state.anchors.has(fragment) ? parent(node, state) : inside(node, state)
  },
  footnoteReference: (node, {article}) => {
    const number = article.notes.find(({identifier}) => identifier === node.identifier)?.number
    return number === undefined ? [] : [{type: 'footnoteReference', identifier: `${number}`, label: `${number}`}]
  },
  math: ({value, data: {number, lines} = {}}) => {
    const data = {...(number === undefined ? {} : {number}), ...(lines === undefined ? {} : {lines})}
    return [{type: 'math', value, data}]
  },
  section,
  figure: (node, state) => {
    const {number, part, kind, identifier} = node
    const words = number === undefined ? undefined : `${numbered(state.terms[kind].caption, number)}.`
    const label = part === undefined ? words : `(${part})`
    const isCaption = (child: Nodes) => child.type === 'caption'
    const own = node.children.find(isCaption)
    const caption = own === undefined ? [] : (own as {children: Array<PhrasingContent>}).children
    const text = [...(label === undefined ? [] : [label]), ...(caption.length > 0 ? [''] : [])].join(' ')
    const children: Array<PhrasingContent> = text === '' ? [...caption] : [{type: 'text', value: text}, ...caption]
    const content = node.children.filter((child) => !isCaption(child))
    return [
      {
        type: 'figure',
        kind,
        data: {attributes: unnumbered(attributesOf(node), identifier)},
        children: state.all([
          ...content,
          ...(children.length === 0 ? [] : [{type: 'caption' as const, children}])
        ]) as []
      }
    ]
  },
  // Its name and number stand in the text: by its class it would be given others.
  div: (node, state) => {
    const {classes, pairs, id} = attributesOf(node)
    const kept = classes.filter((name) => name !== node.kind)
    const attributes = {...anchor(node.identifier ?? id), classes: kept, pairs}
    // Without any it would not be seen, and lists would run together.
    const isBare = attributes.id === undefined && kept.length === 0 && pairs.size === 0
    return isBare ? inside(node, state) : parent({...node, data: {attributes}}, state)
  },
  bibliography: (node, state) => state.all(node.children),
  reference: (node, state) => {
    const attributes = {...anchor(node.identifier), classes: [], pairs: new Map()}
    const text = node.marker.length > 0 ? node.marker : node.children
    const span: PhrasingContent = {type: 'span', data: {attributes}, children: state.all(text) as []}
    const rest = node.marker.length > 0 ? [{type: 'text' as const, value: ' '}, ...state.all(node.children)] : []
    return [{type: 'paragraph', children: [span, ...(rest as Array<PhrasingContent>)]}]
  }
}

/** A heading with its number, and what stands below it; sections are flat in Markdown. */
function section(node: Section, state: State): Array<RootContent> {
  const [heading, ...rest] = node.children
  if (heading?.type !== 'heading') return state.all(node.children)
  const {number, appendix} = node
  const words = appendix && !number?.includes('.') ? numbered(state.terms.appendix.caption, number ?? '') : number
  const before: Array<PhrasingContent> = number === undefined ? [] : [{type: 'text', value: `${words} `}]
  const attributes = unnumbered(attributesOf(heading), node.label === undefined ? undefined : node.identifier)
  const children = [...before, ...state.all(heading.children)] as Array<PhrasingContent>
  return [{type: 'heading', depth: node.depth, data: {attributes}, children}, ...state.all(rest)]
}

function unnumbered({classes, pairs}: Attributes, identifier?: string): Attributes {
  const others = classes.filter((name) => name !== 'unnumbered' && name !== '-')
  return {...anchor(identifier), classes: [...others, 'unnumbered'], pairs}
}

/** As an id that pandoc's attributes can hold. */
function anchor(identifier: string | undefined): {readonly id?: string} {
  return identifier === undefined || !/^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_:.-]*$/u.test(identifier) ? {} : {id: identifier}
}

function anchorsIn({body, notes}: Article): ReadonlySet<string> {
  const found = new Set<string>()
  for (const node of walk([body, ...notes.flatMap(({children}) => children)])) {
    const has = node.type === 'figure' || node.type === 'reference' || node.type === 'div'
    const named = has || (node.type === 'section' && node.label !== undefined) ? node.identifier : undefined
    const {id} = anchor(named ?? (node.type === 'span' || node.type === 'div' ? attributesOf(node).id : undefined))
    if (id !== undefined) found.add(id)
  }
  return found
}
