import type {Nodes} from 'mdast'
import type {Label} from '../model/article.ts'
import {placeOf} from '../model/place.ts'
import {textOf} from '../util/text.ts'
import {walk} from '../util/walk.ts'

/** Every label of numbered texts, with all that claim it, in reading order. */
export function labelsOf(texts: ReadonlyArray<Nodes>): ReadonlyMap<string, ReadonlyArray<Label>> {
  const labels = new Map<string, Array<Label>>()
  for (const node of walk(texts)) {
    const claim = claimOf(node)
    if (claim === undefined) continue
    const [name, label] = claim
    const claimants = labels.get(name)
    if (claimants === undefined) labels.set(name, [label])
    else claimants.push(label)
  }
  return labels
}

function claimOf(node: Nodes): readonly [string, Label] | undefined {
  const place = placeOf(node)
  if (node.type === 'section' && node.label !== undefined) {
    const {label, identifier, number, appendix, children} = node
    const title = children[0]?.type === 'heading' ? textOf(children[0]) : ''
    return [label, {kind: appendix === true ? 'appendix' : 'section', identifier, number, title, place}]
  }
  if ((node.type === 'figure' || node.type === 'div') && node.kind !== undefined && node.label !== undefined) {
    const {label, kind, number, identifier = label} = node
    return [label, {kind, identifier, number, place}]
  }
  if (node.type === 'math' && node.data?.label !== undefined) {
    const {label, number, identifier = label} = node.data
    return [label, {kind: 'equation', identifier, number, place}]
  }
  return undefined
}
