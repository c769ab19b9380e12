import type {Root} from 'mdast'
import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import type {Article} from '../../model/article.ts'
import {jatsOf} from '../jats/index.ts'
import {present} from './element.ts'

/** The abstract, and those in other languages, as JATS under the prefix `jats:`. */
export function abstracts(article: Article): ReadonlyArray<Element> {
  const {meta} = article
  const translated = [...meta.translations].map(([language, {abstract}]) => one(article, abstract, language))
  return present([one(article, meta.abstract, meta.language), ...translated])
}

function one(article: Article, abstract: Root | undefined, language: string): Element | undefined {
  if (abstract === undefined || abstract.children.length === 0) return undefined
  const content = jatsOf(article, abstract.children).flatMap(prefixed)
  return x('jats:abstract', {'xml:lang': language}, content.map(paragraph))
}

/** The schema takes paragraphs and sections alone; lists and displayed formulas may stand in a paragraph. */
function paragraph(node: ElementContent): ElementContent {
  const isOne = node.type === 'element' && /^jats:(?:p|sec)$/.test(node.name)
  return isOne ? node : x('jats:p', [node])
}

/** What an abstract on its own cannot point at or show: the words stay. */
const unwrapped: ReadonlySet<string> = new Set(['xref', 'fig', 'graphic', 'inline-graphic', 'alternatives'])
const dropped: ReadonlySet<string> = new Set(['tex-math'])

function prefixed(node: ElementContent): Array<ElementContent> {
  if (node.type !== 'element') return [node]
  const isMath = node.name.startsWith('mml:')
  const hasMathml = node.name === 'alternatives'
  const children = node.children.filter((child) => !(hasMathml && child.type === 'element' && dropped.has(child.name)))
  const content = children.flatMap(prefixed)
  if (unwrapped.has(node.name)) return content
  const {id: _id, rid: _rid, ...attributes} = node.attributes
  return [{...node, name: isMath ? node.name : `jats:${node.name}`, attributes, children: content}]
}
