import type {Nodes, PhrasingContent} from 'mdast'
import type {Label} from '../model/article.ts'
import {attributesOf} from '../model/attributes.ts'
import type {CrossReference} from '../model/nodes.ts'
import type {Terms} from '../util/terms.ts'
import {numbered, terms} from '../util/terms.ts'
import {walk} from '../util/walk.ts'
import {listed} from './listed.ts'
import {phrase} from './phrase.ts'
import {sentenceStarts} from './sentence-starts.ts'
import {unresolved} from './unresolved.ts'

/**
 * Resolve every cross-reference of the texts into the words of the language, with links. In a span of the class `page`
 * it stands for the page of what it points at, where there are pages.
 */
export function crossReferences(
  texts: ReadonlyArray<Nodes>,
  labels: ReadonlyMap<string, ReadonlyArray<Label>>,
  language: string
): void {
  const words = terms(language)
  const inLinks = new Set<Nodes>()
  const forPages = new Set<Nodes>()
  const starts = new Set<Nodes>()
  const note = (node: Nodes) => {
    for (const inner of sentenceStarts(node)) starts.add(inner)
    for (const inner of referencesToPages(node)) forPages.add(inner)
    if (node.type === 'link' && !inLinks.has(node)) for (const inner of walk(node.children)) inLinks.add(inner)
  }
  for (const node of walk(texts)) {
    note(node)
    if (node.type !== 'crossReference') continue
    const children = forPages.has(node)
      ? pagesOf(node, labels, words, language)
      : childrenOf({...node, capitalised: node.capitalised || starts.has(node)}, labels, words, language)
    node.children = inLinks.has(node) ? unlinked(children) : children
  }
}

/** What stands for pages in a span of that class. */
function referencesToPages(node: Nodes): ReadonlyArray<PhrasingContent> {
  return node.type === 'span' && attributesOf(node).classes.includes('page') ? node.children : []
}

/** Each target on its own, in words as elsewhere, and what pages print instead. */
function pagesOf(
  node: CrossReference,
  labels: ReadonlyMap<string, ReadonlyArray<Label>>,
  words: Terms,
  language: string
): Array<PhrasingContent> {
  const page = node.bare ? '#' : numbered(words.onPage, '#')
  const phrases = node.targets.map((target) => {
    const found = childrenOf({...node, targets: [target], bare: false}, labels, words, language)
    return found.map((child) => (child.type === 'link' ? {...child, data: {...child.data, page}} : child))
  })
  return listed(phrases, words)
}

/** A link holds no other (HTML Living Standard, 4.5.1). */
function unlinked(nodes: ReadonlyArray<PhrasingContent>): Array<PhrasingContent> {
  return nodes.flatMap((node) => (node.type === 'link' ? node.children : [node]))
}

function childrenOf(
  node: CrossReference,
  labels: ReadonlyMap<string, ReadonlyArray<Label>>,
  words: Terms,
  language: string
): Array<PhrasingContent> {
  const missing = node.targets.filter(({label}) => !labels.has(label))
  const groups = new Map<Label['kind'], Set<Label>>()
  for (const {label} of node.targets) {
    const target = labels.get(label)?.[0]
    if (target === undefined) continue
    const group = groups.get(target.kind)
    if (group === undefined) groups.set(target.kind, new Set([target]))
    else group.add(target)
  }
  const phrases = [...groups].map(([kind, group], index) =>
    phrase({
      kind,
      targets: [...group],
      words,
      bare: node.bare,
      unbracketed: node.unbracketed ?? false,
      capital: node.capitalised && index === 0 ? language : undefined
    })
  )
  return listed([...phrases, ...missing.map(({label}) => [unresolved(label)])], words)
}
