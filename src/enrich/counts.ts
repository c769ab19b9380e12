import type {Nodes} from 'mdast'
import type {Figure, FloatKind} from '../model/nodes.ts'
import {walk} from '../util/walk.ts'
import type {Identifiers} from './identifiers.ts'
import {labelOf} from './identifiers.ts'
import {isUnnumbered} from './unnumbered.ts'

/** Number figures, tables and listings that have a caption or a label, and equations that have a label, each kind from 1. */
export function count(texts: ReadonlyArray<Nodes>, identifiers: Identifiers): void {
  const next = createCounter()
  for (const node of walk(texts)) {
    if (node.type !== 'figure' && node.type !== 'math') continue
    const label = labelOf(node)
    const identity = label === undefined ? {} : {label, identifier: identifiers.ofLabel(label)}
    if (node.type === 'figure') Object.assign(node, identity, numberOf(node, next))
    else if (label !== undefined) node.data = {...node.data, ...identity, ...numberOf(node, next)}
  }
}

function numberOf(node: Extract<Nodes, {type: 'figure' | 'math'}>, next: (kind: FloatKind | 'equation') => string) {
  if (isUnnumbered(node)) return {}
  if (node.type === 'math') return {number: next('equation')}
  return isCounted(node) ? {number: next(node.kind)} : {}
}

/** A picture without caption or label is an illustration that nobody can point at. */
function isCounted(figure: Figure): boolean {
  return labelOf(figure) !== undefined || figure.children.some((child) => child.type === 'caption')
}

function createCounter(): (kind: FloatKind | 'equation') => string {
  const counts = new Map<string, number>()
  return (kind) => {
    const number = (counts.get(kind) ?? 0) + 1
    counts.set(kind, number)
    return String(number)
  }
}
