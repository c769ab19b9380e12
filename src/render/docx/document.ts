import type {Nodes} from 'mdast'
import type {Element, ElementContent} from 'xast'
import type {Article} from '../../model/article.ts'
import type {Source} from '../../model/manuscript.ts'
import type {Handlers} from '../../model/nodes.ts'
import {anchorsOf} from '../../util/anchors.ts'
import {equationsOf} from '../../util/equations.ts'
import type {ImageType} from '../../util/image-type.ts'
import {terms} from '../../util/terms.ts'
import {textsOf} from '../../util/texts.ts'
import {walk} from '../../util/walk.ts'
import {createAnchors} from './anchors.ts'
import {bodyAndBack} from './back.ts'
import {blockHandlers} from './block.ts'
import {contents} from './contents.ts'
import {front} from './front.ts'
import {inlineHandlers} from './inline.ts'
import {footnotes} from './note.ts'
import {createLists, type Lists} from './numbering.ts'
import type {Page} from './page.ts'
import {createRelations, type Relations} from './relations.ts'
import type {Drawable, State, Target} from './state.ts'
import {sectioned} from './turned.ts'
import {namespaces, w} from './xml.ts'

/** The parts that hold the text, and what was gathered on the way. */
export interface Written {
  readonly document: Element
  readonly footnotes: Element
  readonly lists: Lists
  readonly relations: Relations
  readonly noteRelations: Relations
}

/** What to write, and with what. */
export interface Task {
  readonly article: Article
  readonly page: Page
  /** Pictures of dots, by the path of the drawing. */
  readonly rasters: ReadonlyMap<string, Source>
  /** The last element of the body. */
  readonly section: Element
}

/** Write the article. */
export function documentOf({article, page, rasters, section}: Task): Written {
  const state = stateOf(article, page, rasters)
  const body = [...front(state), ...contents(state), ...bodyAndBack(state)]
  return {
    document: w('document', namespaces, [w('body', {}, sectioned(body, state.turned, section))]),
    footnotes: footnotes(state.counters.notesWritten),
    lists: state.lists,
    relations: state.relations,
    noteRelations: state.noteRelations
  }
}

const handlers: Handlers<State, Array<ElementContent>> = {...blockHandlers, ...inlineHandlers}

function stateOf(article: Article, page: Page, rasters: Task['rasters']): State {
  return {
    article,
    words: terms(article.meta.language),
    page,
    anchors: createAnchors(),
    lists: createLists(),
    relations: createRelations('image'),
    noteRelations: createRelations('note'),
    targets: targetsOf(article),
    turned: new Set(),
    pending: [],
    counters: {notes: 0, pictures: 0, sequences: new Map(), called: new Set(), notesWritten: []},
    face: {},
    style: 'BodyText',
    indent: 0,
    description: '',
    level: 0,
    depth: 0,
    inNote: false,
    inLink: false,
    drawable: (source, type) => drawable(source, type, rasters),
    all: (nodes, state) => nodes.flatMap((node) => one(node, state))
  }
}

/** Word shows PNG, JPEG and GIF; a drawing beside its picture of dots. */
function drawable(source: Source, type: ImageType, rasters: Task['rasters']): Drawable | undefined {
  if (type === 'webp') return undefined
  if (type !== 'svg') return {source, type}
  const raster = rasters.get(source.path)
  return raster && {source: raster, type: 'png', vector: source}
}

function one(node: Nodes, state: State): Array<ElementContent> {
  const handle = Reflect.get(handlers, node.type) as ((node: Nodes, state: State) => Array<ElementContent>) | undefined
  if (handle === undefined) throw new Error(`Cannot handle unknown node \`${node.type}\``)
  return handle(node, state)
}

/** What links may lead to, and the numbers that stand there by themselves. */
function targetsOf(article: Article): ReadonlyMap<string, Target> {
  const texts = textsOf(article)
  const numbers = new Map<string, string>()
  for (const node of walk(texts)) {
    for (const {identifier, number} of numberedOf(node))
      if (identifier !== undefined && number !== undefined) numbers.set(identifier, number)
  }
  return new Map([...anchorsOf(texts)].map((anchor) => [anchor, {number: numbers.get(anchor)}]))
}

interface Numbered {
  readonly identifier?: string | undefined
  readonly number?: string | undefined
}

function numberedOf(node: Nodes): ReadonlyArray<Numbered> {
  if (node.type === 'section') return [node]
  if (node.type === 'math') return equationsOf(node)
  return node.type === 'figure' && node.part === undefined ? [node] : []
}
