import type {Nodes, Paragraph, Root} from 'mdast'
import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import type {Meta} from '../../model/meta.ts'
import {textOf} from '../../util/text.ts'
import {text} from './element.ts'
import {paragraphs} from './paragraphs.ts'
import type {State} from './state.ts'

/** The abstract, those of other kinds, and those in other languages (JATS4R Abstracts). */
export function abstracts(meta: Meta, state: State): Array<Element> {
  const {abstract, graphicalAbstract, plainSummary, highlights = []} = meta
  return [
    ...(abstract === undefined ? [] : [x('abstract', abstractContent(abstract, state))]),
    ...(graphicalAbstract === undefined
      ? []
      : [x('abstract', {'abstract-type': 'graphical'}, [x('p', state.all(graphicalAbstract.children))])]),
    ...(plainSummary === undefined
      ? []
      : [x('abstract', {'abstract-type': 'plain-language-summary'}, abstractContent(plainSummary, state))]),
    ...(highlights.length === 0 ? [] : [x('abstract', {'abstract-type': 'key-points'}, keyPoints(highlights))]),
    ...[...meta.translations].flatMap(([language, {abstract: translated}]) =>
      translated === undefined ? [] : [x('trans-abstract', {'xml:lang': language}, abstractContent(translated, state))]
    )
  ]
}

function keyPoints(highlights: ReadonlyArray<string>): Array<Element> {
  const items = highlights.flatMap((each) => text('p', each) ?? []).map((paragraph) => x('list-item', [paragraph]))
  return [x('p', [x('list', {'list-type': 'bullet'}, items)])]
}

/** Paragraphs, or sections where each part begins with its name: “**Methods:** …”. */
function abstractContent({children}: Root, state: State): Array<ElementContent> {
  const parts = partsOf(children)
  if (parts === undefined) return paragraphs(state.all(children))
  return parts.map(({title, nodes}) => x('sec', [x('title', state.all(title)), ...paragraphs(state.all(nodes))]))
}

interface Part {
  readonly title: ReadonlyArray<Nodes>
  readonly nodes: ReadonlyArray<Nodes>
}

function partsOf(children: ReadonlyArray<Nodes>): ReadonlyArray<Part> | undefined {
  const parts: Array<{title: ReadonlyArray<Nodes>; nodes: Array<Nodes>}> = []
  for (const child of children) {
    const headed = child.type === 'paragraph' ? partOf(child) : undefined
    if (headed !== undefined) parts.push({title: headed.title, nodes: [...headed.nodes]})
    else if (parts.length === 0) return undefined
    else parts.at(-1)?.nodes.push(child)
  }
  // A part without text would be a section of a title alone.
  return parts.every(({nodes}) => nodes.length > 0) ? parts : undefined
}

function partOf({children, ...rest}: Paragraph): Part | undefined {
  const [head, ...others] = children
  if (head?.type !== 'strong' || !/[:.]$/.test(textOf(head).trim())) return undefined
  const last = head.children.at(-1)
  const end = last?.type === 'text' ? [{...last, value: last.value.trim().replace(/[:.]$/, '')}] : []
  const title = last?.type === 'text' ? [...head.children.slice(0, -1), ...end] : head.children
  const [first] = others
  const begin = first?.type === 'text' ? [{...first, value: first.value.trimStart()}, ...others.slice(1)] : others
  return {title, nodes: textOf(begin).trim() === '' ? [] : [{...rest, children: begin}]}
}
