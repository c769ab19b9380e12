import type {Nodes, Root, RootContent} from 'mdast'
import type {Element, ElementContent, Root as XastRoot} from 'xast'
import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import type {Article} from '../../model/article.ts'
import type {Bibliography, Handlers, Section} from '../../model/nodes.ts'
import {terms} from '../../util/terms.ts'
import type {Format} from '../format.ts'
import {notes, referenceList} from './back.ts'
import {blockHandlers} from './block.ts'
import {front} from './front.ts'
import {xmlNames} from './ids.ts'
import {inlineHandlers} from './inline.ts'
import {prefixedMathml} from './mathml.ts'
import {present, type State} from './state.ts'

/** JATS Journal Publishing 1.3 (ANSI/NISO Z39.96-2021), which PubMed Central documents. */
export const jats: Format = {
  name: 'jats',
  about: 'JATS XML, Journal Publishing 1.3, for archives and production.',
  async render(article, context) {
    // XML 1.0, 2.4: `]]>` must not stand in text; the serialiser lets it.
    const xml = `${toXml(document(article), {closeEmptyElements: true}).replaceAll(']]>', ']]&gt;')}\n`
    return new Map([[`${context.slug}.xml`, new TextEncoder().encode(xml)]])
  }
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

function document(article: Article): XastRoot {
  const state = stateOf(article)
  const {body, back} = parts(article.body)
  const root = x(
    'article',
    {...namespaces, 'article-type': 'research-article', 'dtd-version': '1.3', 'xml:lang': article.meta.language},
    [front(article.meta, state), ...present([x('body', state.all(body)), x('back', backMatter(back, state))])]
  )
  const doctype = {
    type: 'doctype',
    name: 'article',
    public: '-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN',
    system: 'https://jats.nlm.nih.gov/publishing/1.3/JATS-journalpublishing1-3-mathml3.dtd'
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
    refType: (identifier) => refTypes.get(identifier),
    mathml: (tex, display) => prefixedMathml(tex, display, article.meta.macros)
  }
  return state
}

function one(node: Nodes, state: State): Array<ElementContent> {
  const handle = Reflect.get(handlers, node.type) as ((node: Nodes, state: State) => Array<ElementContent>) | undefined
  if (handle === undefined) throw new Error(`Cannot handle unknown node \`${node.type}\``)
  return handle(node, state)
}

const labelTypes: ReadonlyMap<string, string> = new Map([
  ['appendix', 'sec'],
  ['equation', 'disp-formula'],
  ['figure', 'fig'],
  ['listing', 'fig'],
  ['section', 'sec'],
  ['table', 'table']
])

function refTypesOf(article: Article): ReadonlyMap<string, string> {
  const labels = [...article.labels.values()]
    .flat()
    .map(({identifier, kind}) => [identifier, labelTypes.get(kind) ?? 'statement'] as const)
  const references = bibliographies(article.body).flatMap(({children}) => children)
  return new Map([...labels, ...references.map(({identifier}) => [identifier, 'bibr'] as const)])
}

function bibliographies(root: Root | Section): ReadonlyArray<Bibliography> {
  return (root.children as ReadonlyArray<RootContent>).flatMap((child) => {
    if (child.type === 'bibliography') return [child]
    return child.type === 'section' ? bibliographies(child) : []
  })
}

/** The reference list stands in `back`, whatever follows it in the manuscript. */
function parts(root: Root): {readonly body: ReadonlyArray<RootContent>; readonly back: ReadonlyArray<Section>} {
  const isBack = (node: RootContent): node is Section => node.type === 'section' && bibliographies(node).length > 0
  return {body: root.children.filter((node) => !isBack(node)), back: root.children.filter(isBack)}
}

function backMatter(sections: ReadonlyArray<Section>, state: State): Array<Element> {
  const lists = sections.flatMap((section) =>
    bibliographies(section).map((list) => referenceList(section, list, state))
  )
  return present([...lists, notes(state)])
}
