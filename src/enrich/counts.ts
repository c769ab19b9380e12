import type {Nodes} from 'mdast'
import type {Math as DisplayMath} from 'mdast-util-math'
import {attributesOf} from '../model/attributes.ts'
import type {Equation} from '../model/equation.ts'
import type {Div, Figure, FloatKind} from '../model/nodes.ts'
import {letters} from '../util/letters.ts'
import {walk} from '../util/walk.ts'
import type {Identifiers} from './identifiers.ts'
import {labelOf} from './identifiers.ts'
import {isUnnumbered} from './unnumbered.ts'

/**
 * Number figures, tables and listings that have a caption or a label, and equations that have a label, each kind from 1.
 * The parts of a figure are lettered within it, “2a”; what is `.supplementary` has a count of its own, “S1”.
 */
export function count(texts: ReadonlyArray<Nodes>, identifiers: Identifiers): void {
  const next = createCounter()
  const parts = new Set<Nodes>()
  for (const node of walk(texts)) {
    if (parts.has(node)) continue
    for (const part of counted(node, identifiers, next)) parts.add(part)
  }
}

/** Number a node; what is numbered with it comes back. */
function counted(node: Nodes, identifiers: Identifiers, next: Counter): ReadonlyArray<Nodes> {
  if (isGroup(node)) return countGroup(node, identifiers, next)
  if (node.type === 'math') countEquation(node, identifiers, next)
  if (node.type !== 'figure') return []
  identify(node, identifiers)
  if (!isUnnumbered(node) && isCounted(node)) node.number = ownNumber(node) ?? next(seriesOf(node, node.kind))
  return countParts(node, identifiers)
}

/** The figures inside a figure, now lettered. */
function countParts(whole: Figure, identifiers: Identifiers): ReadonlyArray<Figure> {
  const parts = [...walk(whole.children)].filter((node) => node.type === 'figure')
  let lettered = 0
  for (const part of parts) {
    identify(part, identifiers)
    if (whole.number === undefined || isUnnumbered(part) || !isCounted(part)) continue
    part.part = letters(++lettered).toLowerCase()
    part.number = whole.number + part.part
  }
  return parts
}

/** amsmath's `subequations`. */
function isGroup(node: Nodes): node is Div {
  return node.type === 'div' && attributesOf(node).classes.includes('subequations')
}

/** The formulas of a group, now lettered: “2a”; the group has the number itself. */
function countGroup(group: Div, identifiers: Identifiers, next: Counter): ReadonlyArray<Nodes> {
  const formulas = [...walk(group.children)].filter((node) => node.type === 'math')
  const number = next({kind: 'equation', prefix: ''})
  let lettered = 0
  for (const formula of formulas) countEquation(formula, identifiers, () => number + letters(++lettered).toLowerCase())
  const {id} = attributesOf(group)
  Object.assign(group, {number}, id === undefined ? {} : {label: id, identifier: identifiers.ofLabel(id)})
  return formulas
}

/** pandoc-crossref's `{#fig:x label="F"}` and pandoc-xnos' `{#fig:x tag="S1"}`: the author's own number, which is not counted. */
function ownNumber(node: Nodes): string | undefined {
  const {id, pairs} = attributesOf(node)
  return id === undefined ? undefined : (pairs.get('label') ?? pairs.get('tag'))
}

function countEquation(node: DisplayMath, identifiers: Identifiers, next: Counter): void {
  const {lines, ...data} = node.data ?? {}
  const label = labelOf(node)
  const count = <E extends Equation>(equation: E): E => ({
    ...equation,
    ...(equation.label === undefined ? {} : {identifier: identifiers.ofLabel(equation.label)}),
    ...numberOf(equation, node, next)
  })
  if (lines !== undefined) node.data = {...data, lines: lines.map(count)}
  else if (label !== undefined || data.counted || data.tag !== undefined)
    node.data = {...count({...data, ...(label === undefined ? {} : {label})})}
}

/** Its tag, or else the next number if it has a label or is counted without one. */
function numberOf({label, tag, counted}: Equation, node: DisplayMath, next: Counter): {number?: string} {
  const own = tag ?? ownNumber(node)
  if (own !== undefined) return {number: own}
  if (isUnnumbered(node) || (label === undefined && !counted)) return {}
  return {number: next(seriesOf(node, 'equation'))}
}

function identify(figure: Figure, identifiers: Identifiers): void {
  const label = labelOf(figure)
  if (label === undefined) return
  figure.label = label
  figure.identifier = identifiers.ofLabel(label)
}

/** A picture without caption or label is an illustration that nobody can point at. */
function isCounted(figure: Figure): boolean {
  return labelOf(figure) !== undefined || figure.children.some((child) => child.type === 'caption')
}

interface Series {
  readonly kind: FloatKind | 'equation'
  /** What numbers of the series begin with. */
  readonly prefix: '' | 'S'
}

function seriesOf(node: Nodes, kind: Series['kind']): Series {
  return {kind, prefix: attributesOf(node).classes.includes('supplementary') ? 'S' : ''}
}

/** Gives the next number of a series. */
type Counter = (series: Series) => string

function createCounter(): Counter {
  const counts = new Map<string, number>()
  return ({kind, prefix}) => {
    const number = (counts.get(prefix + kind) ?? 0) + 1
    counts.set(prefix + kind, number)
    return `${prefix}${number}`
  }
}
