import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Math as DisplayMath, InlineMath} from 'mdast-util-math'
import type {EquationLine} from '../../model/equation.ts'
import {taggedLines} from '../../util/equations.ts'
import {mathml} from '../../util/mathml.ts'
import {printMarks} from '../print-marks.ts'
import {authored} from './attributes.ts'
import type {Scope, Writer, Written} from './scope.ts'

/** TeX longer than this may be wider than a telephone; its box can then be scrolled by keyboard. */
const wide = 40

/** A formula in running text. */
export function inlineMath(node: InlineMath, {scope}: Writer): Written {
  return h('span', authored(node, ['math']), formula(node.value, false, scope))
}

/** A formula on a line of its own, with its number if it has one. */
export function math(node: DisplayMath, {scope}: Writer): Written {
  const {identifier, number, lines} = node.data ?? {}
  const {id: _, ...properties} = authored(node, ['equation', ...(lines === undefined ? [] : ['lines'])])
  const scrolls = scope.medium === 'screen' && node.value.length > wide
  return h('div', {...properties, ...(identifier === undefined ? {} : {id: identifier})}, [
    h(
      'div',
      {className: ['formula'], ...(scrolls ? {role: 'group', tabIndex: 0} : {})},
      lines === undefined ? formula(node.value, true, scope) : named(formula(taggedLines(node), true, scope), lines)
    ),
    ...(number === undefined ? [] : [h('span', {className: ['number']}, `(${number})`)])
  ])
}

/** Give the rows of a formula the identifiers of its lines. */
function named(tree: Element, lines: ReadonlyArray<EquationLine>): Element {
  const table = find(tree, 'mtable')
  const rows = table?.children.filter((child) => child.type === 'element' && child.tagName === 'mtr') ?? []
  for (const [index, {identifier}] of lines.entries()) {
    const row = rows[index]
    if (identifier !== undefined && row?.type === 'element') row.properties['id'] = identifier
  }
  return tree
}

function find(tree: Element, name: string): Element | undefined {
  if (tree.tagName === name) return tree
  for (const child of tree.children) {
    const found = child.type === 'element' ? find(child, name) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** MathML; where the TeX cannot be read, the TeX itself, marked. */
function formula(tex: string, display: boolean, {article, medium}: Scope): Element {
  const result = mathml(tex, {display, macros: article.meta.macros})
  if ('error' in result) return h('code', {className: ['unresolved'], title: result.error}, tex)
  // Printed MathML has no tag of its own in a PDF; a picture's alternative text carries its sense.
  return medium === 'print'
    ? h('span', {role: 'img', ariaLabel: tex, lang: `zxx-${printMarks.formula}`}, result.tree)
    : result.tree
}
