import type {Math as DisplayMath} from 'mdast-util-math'
import type {Element, ElementContent} from 'xast'
import type {Equation} from '../../../model/equation.ts'
import {lineAlone} from '../../../util/equations.ts'
import {mathml} from '../../../util/mathml.ts'
import {numbered} from '../../../util/terms.ts'
import {anchored} from '../anchors.ts'
import {sequence} from '../field.ts'
import {paragraph} from '../paragraph.ts'
import {runs} from '../run.ts'
import type {State} from '../state.ts'
import {m, w} from '../xml.ts'
import {omml} from './omml.ts'

/** A formula in running text; where the TeX cannot be read, the TeX itself, marked. */
export function inlineFormula(tex: string, state: State): Array<ElementContent> {
  const content = formula(tex, false, state)
  return content === undefined ? runs(tex, {...state.face, style: 'Unresolved'}) : [m('oMath', {}, content)]
}

/** A formula on a line of its own; one with a number stands in the middle of three columns, its number at the right. */
export function displayFormula(node: DisplayMath, state: State): Array<ElementContent> {
  const {lines} = node.data ?? {}
  if (lines === undefined) return displayed(node.value, node.data ?? {}, state)
  // Each line is a formula of its own, which can have its number beside it.
  return lines.flatMap((line) => displayed(lineAlone(line), line, state))
}

function displayed(value: string, {identifier, number}: Equation, state: State): Array<ElementContent> {
  const content = formula(value, true, state)
  const place: State = {...state, style: 'Equation', alignment: 'center', indent: 0, marker: undefined}
  const set = content === undefined ? runs(value, {style: 'Unresolved'}) : [paragraphOf(content)]
  const name = identifier === undefined ? undefined : state.anchors.nameOf(identifier)
  if (number === undefined) return anchored(name, state.anchors, [paragraph(set, place)])
  return anchored(name, state.anchors, [
    threeColumns(
      paragraph(set, place),
      paragraph(numberOf(number, identifier, state), {...place, alignment: 'right'}),
      state
    ),
    w('p', {}, [w('pPr', {}, [w('pStyle', {val: 'TableEnd'})])])
  ])
}

function formula(tex: string, display: boolean, {article, inNote: _}: State): Array<ElementContent> | undefined {
  const result = mathml(tex, {display, macros: article.meta.macros})
  return 'tree' in result ? omml(result.tree) : undefined
}

function paragraphOf(content: ReadonlyArray<ElementContent>): Element {
  return m('oMathPara', {}, [m('oMathParaPr', {}, [m('jc', {val: 'center'})]), m('oMath', {}, content)])
}

/** “(3)”, the number a field. */
function numberOf(number: string, identifier: string | undefined, state: State): Array<ElementContent> {
  const {anchors, face} = state
  const full = numbered('(#)', number)
  const counted = sequence('Equation', number, runs(number, face), state)
  return [
    ...runs(full.slice(0, 1), face),
    ...(identifier === undefined ? counted : anchors.around(anchors.numberOf(identifier), counted)),
    ...runs(full.slice(1 + number.length), face)
  ]
}

function threeColumns(middle: Element, right: Element, state: State): Element {
  const side = 900
  const widths = [side, Math.max(400, state.page.measure - state.indent - 2 * side), side]
  const contents = [paragraph([], {...state, style: 'Equation', indent: 0, marker: undefined}), middle, right]
  return w('tbl', {}, [
    w('tblPr', {}, [
      w('tblW', {w: widths.reduce((sum, width) => sum + width, 0), type: 'dxa'}),
      ...(state.indent > 0 ? [w('tblInd', {w: state.indent, type: 'dxa'})] : []),
      w('tblLayout', {type: 'fixed'}),
      w('tblCellMar', {}, [w('left', {w: 0, type: 'dxa'}), w('right', {w: 0, type: 'dxa'})]),
      w('tblLook', {val: '0600'})
    ]),
    w(
      'tblGrid',
      {},
      widths.map((width) => w('gridCol', {w: width}))
    ),
    w('tr', {}, [
      w('trPr', {}, [w('cantSplit')]),
      ...contents.map((content, index) =>
        w('tc', {}, [w('tcPr', {}, [w('tcW', {w: widths[index], type: 'dxa'}), w('vAlign', {val: 'center'})]), content])
      )
    ])
  ])
}
