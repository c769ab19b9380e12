import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Math as DisplayMath, InlineMath} from 'mdast-util-math'
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
  const {identifier, number} = node.data ?? {}
  const {id: _, ...properties} = authored(node, ['equation'])
  const scrolls = scope.medium === 'screen' && node.value.length > wide
  return h('div', {...properties, ...(identifier === undefined ? {} : {id: identifier})}, [
    h(
      'div',
      {className: ['formula'], ...(scrolls ? {role: 'group', tabIndex: 0} : {})},
      formula(node.value, true, scope)
    ),
    ...(number === undefined ? [] : [h('span', {className: ['number']}, `(${number})`)])
  ])
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
