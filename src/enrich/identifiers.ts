import GithubSlugger, {slug} from 'github-slugger'
import type {Nodes} from 'mdast'
import {attributesOf} from '../model/attributes.ts'
import {walk} from '../util/walk.ts'

/** Gives out identifiers, each one once. */
export interface Identifiers {
  /** The label itself for the first who claims it, else a variant of it. */
  ofLabel(label: string): string
  /** A slug of a title that is nobody's label. */
  ofTitle(title: string): string
}

/** Identifiers for an article's texts; the labels and ids in them are kept for those that the author gave them to. */
export function identifiersOf(texts: ReadonlyArray<Nodes>): Identifiers {
  const slugger = new GithubSlugger()
  const unclaimed = new Set<string>()
  for (const node of walk(texts)) {
    if (node.type === 'reference') slugger.occurrences[node.identifier] = 0
    for (const label of labelsIn(node)) {
      unclaimed.add(label)
      slugger.occurrences[label] = 0
    }
  }
  return {
    ofLabel: (label) => (unclaimed.delete(label) ? label : slugger.slug(label, true)),
    ofTitle: (title) => slugger.slug(slug(title) === '' ? 'section' : title)
  }
}

/** The label of a node, and those of a formula's lines. */
export function labelsIn(node: Nodes): ReadonlyArray<string> {
  const lines = node.type === 'math' ? (node.data?.lines ?? []) : []
  return [labelOf(node), ...lines.map(({label}) => label)].filter((label) => label !== undefined)
}

/** The author's label of a node: a float's or an equation's own, or the id among its attributes. */
export function labelOf(node: Nodes): string | undefined {
  if (node.type === 'figure' || node.type === 'section') return node.label ?? attributesOf(node).id
  if (node.type === 'math') return node.data?.label ?? attributesOf(node).id
  return attributesOf(node).id
}
