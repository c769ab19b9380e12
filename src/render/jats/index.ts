import type {Nodes, RootContent} from 'mdast'
import type {ElementContent, Root as XastRoot} from 'xast'
import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import type {Article} from '../../model/article.ts'
import {attributesOf} from '../../model/attributes.ts'
import type {Handlers, Section} from '../../model/nodes.ts'
import {placeOf} from '../../model/place.ts'
import {nodesOf} from '../../util/nodes.ts'
import {isReferences} from '../../util/reference-section.ts'
import {terms} from '../../util/terms.ts'
import {isTurned} from '../../util/turned.ts'
import {walk} from '../../util/walk.ts'
import type {Format} from '../format.ts'
import {appendices, notes, referenceLists} from './back.ts'
import {blockHandlers} from './block.ts'
import {checkStructure, setPlace} from './check.ts'
import {front} from './front.ts'
import {xmlNames} from './ids.ts'
import {inlineHandlers} from './inline.ts'
import {prefixedMathml} from './mathml.ts'
import {sectioned} from './paragraphs.ts'
import {articleType} from './publication.ts'
import {present, type State} from './state.ts'
import type {Statement} from './statements.ts'
import {backStatements, statementKind, statementsOf} from './statements.ts'

/** JATS Journal Publishing 1.3 (ANSI/NISO Z39.96-2021), which PubMed Central documents. */
export const jats: Format = {
  name: 'jats',
  about: 'JATS XML, Journal Publishing 1.3, for archives and production.',
  async render(article, context) {
    // XML 1.0, 2.4: `]]>` must not stand in text; the serialiser lets it.
    const tree = document(article)
    checkStructure(tree, context.report)
    const xml = `${toXml(tree, {closeEmptyElements: true}).replaceAll(']]>', ']]&gt;')}\n`
    return new Map([[`${context.slug}.xml`, new TextEncoder().encode(xml)], ...drawnPages(article)])
  }
}

/** Pictures that the article names and its author has not: pages of PDFs, drawn. */
function drawnPages(article: Article): ReadonlyArray<[string, Uint8Array]> {
  return nodesOf(article).flatMap((node) => {
    const path = node.type === 'image' && node.data?.ownWidth !== undefined ? node.data.shown : undefined
    const drawn = path === undefined ? undefined : article.assets.get(path)
    return drawn === undefined ? [] : [[drawn.path, drawn.bytes]]
  })
}

/** Nodes as JATS on their own, such as the abstract in a deposit. */
export function jatsOf(article: Article, nodes: ReadonlyArray<Nodes>): Array<ElementContent> {
  return stateOf(article).all(nodes)
}

const handlers: Handlers<State, Array<ElementContent>> = {...blockHandlers, ...inlineHandlers}

const namespaces = {
  'xmlns:ali': 'http://www.niso.org/schemas/ali/1.0/',
  'xmlns:mml': 'http://www.w3.org/1998/Math/MathML',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink'
}

/** Versions of the standard, by what the template’s `jats-version` calls them. */
const versions: ReadonlyMap<string, {readonly id: string; readonly file: string}> = new Map([
  ['1.3', {id: '-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 v1.3 20210610//EN', file: '1-3'}],
  ['1.4', {id: '-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 v1.4 20241031//EN', file: '1-4'}]
])

function document(article: Article): XastRoot {
  const state = stateOf(article)
  const {body, statements, appended} = parts(article)
  const wish = String(article.template.settings['jats-version'] ?? '1.3')
  const version = versions.has(wish) ? wish : '1.3'
  const {id = '', file = ''} = versions.get(version) ?? {}
  const type = articleType(article.meta.publication.articleType)
  const root = x(
    'article',
    {...namespaces, 'article-type': type, 'dtd-version': version, 'xml:lang': article.meta.language},
    [
      front(article.meta, statements, state),
      ...present([
        x('body', sectioned(state.all(body))),
        x('back', [
          ...backStatements(statements, state),
          ...present([appendices(appended, state), ...referenceLists(article.body.children, state), notes(state)])
        ])
      ])
    ]
  )
  const doctype = {
    type: 'doctype',
    name: 'article',
    public: id,
    system: `https://jats.nlm.nih.gov/publishing/${version}/JATS-journalpublishing${file}-mathml3.dtd`
  } as const
  return x(undefined, [{type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"'}, doctype, root])
}

function stateOf(article: Article): State {
  const refTypes = refTypesOf(article)
  const state: State = {
    article,
    terms: terms(article.meta.language),
    all: (nodes) => nodes.flatMap((node) => one(node, state)),
    id: xmlNames(),
    nextBox: counter(),
    refType: (identifier) => refTypes.get(identifier),
    lying: lying(article),
    mathml: (tex, display) => prefixedMathml(tex, display, article.meta.macros)
  }
  return state
}

/** Figures and tables of which the author says so, or of a division around them; parts of figures lie with the whole. */
function lying(article: Article): ReadonlySet<Nodes> {
  const told = nodesOf(article).filter((node) => (node.type === 'figure' || node.type === 'div') && isTurned(node))
  const within = told.flatMap((node) => (node.type === 'div' ? [...walk(node)] : [node]))
  return new Set(within.filter((node) => node.type === 'table' || (node.type === 'figure' && node.part === undefined)))
}

function counter(): () => number {
  let count = 0
  return () => {
    count += 1
    return count
  }
}

function one(node: Nodes, state: State): Array<ElementContent> {
  const handle = Reflect.get(handlers, node.type) as ((node: Nodes, state: State) => Array<ElementContent>) | undefined
  if (handle === undefined) throw new Error(`Cannot handle unknown node \`${node.type}\``)
  const written = handle(node, state)
  const place = placeOf(node)
  for (const each of written) if (each.type === 'element') setPlace(each, place)
  return written
}

const labelTypes: ReadonlyMap<string, string> = new Map([
  ['appendix', 'app'],
  ['equation', 'disp-formula'],
  ['figure', 'fig'],
  ['listing', 'boxed-text'],
  ['note', 'fn'],
  ['section', 'sec'],
  ['table', 'table']
])

function refTypesOf(article: Article): ReadonlyMap<string, string> {
  const labels = [...article.labels.values()]
    .flat()
    .map(({identifier, kind}) => [identifier, labelTypes.get(kind) ?? 'statement'] as const)
  const references = [...walk(article.body)].filter((node) => node.type === 'reference')
  return new Map([
    ...labels,
    ...references.map(({identifier}) => [identifier, 'bibr'] as const),
    ...tableNotesOf(article).map((identifier) => [identifier, 'table-fn'] as const)
  ])
}

/** The notes beneath tables. */
function tableNotesOf({body}: Article): ReadonlyArray<string> {
  return [...walk(body)].flatMap((node) => {
    const isNote = node.type === 'div' && attributesOf(node).classes.includes('table-note')
    return isNote && node.identifier !== undefined ? [node.identifier] : []
  })
}

interface Parts {
  readonly body: ReadonlyArray<RootContent>
  readonly statements: ReadonlyArray<Statement>
  readonly appended: ReadonlyArray<Section>
}

/** References, the appendices and what the authors declare stand in `back` or in `front`, wherever the manuscript has them. */
function parts(article: Article): Parts {
  const {children} = article.body
  const sections = children.filter((node) => node.type === 'section').filter((node) => !isReferences(node))
  const appended = sections.filter((node) => node.appendix === true)
  const declared = sections.filter((node) => !appended.includes(node) && statementKind(node) !== undefined)
  const elsewhere = new Set<RootContent>([...appended, ...declared])
  return {
    body: children.filter((node) => !elsewhere.has(node)),
    appended,
    statements: statementsOf(article, declared)
  }
}
