import type {Nodes} from 'mdast'
import type {ElementContent} from 'xast'
import {type Part, partRows} from '../../util/part-rows.ts'
import {blocks} from './paragraph.ts'
import type {State} from './state.ts'
import {w} from './xml.ts'

/** What a figure shows: parts that share a line stand in a table without rules. */
export function parts(content: ReadonlyArray<Nodes>, state: State): Array<ElementContent> {
  return partRows(content).flatMap((row) => ('type' in row ? blocks([row], state) : [line(row, state)]))
}

function line(row: ReadonlyArray<Part>, state: State): ElementContent {
  const measure = state.page.measure - state.indent
  const widths = row.map(({share}) => Math.max(400, Math.floor(share * measure)))
  const total = widths.reduce((sum, width) => sum + width, 0)
  const none = {val: 'nil'}
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => w(side, none))
  return w('tbl', {}, [
    w('tblPr', {}, [
      w('tblW', {w: total, type: 'dxa'}),
      w('jc', {val: 'center'}),
      w('tblBorders', {}, sides),
      w('tblLayout', {type: 'fixed'}),
      w('tblLook', {val: '0600', firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0, noHBand: 1, noVBand: 1})
    ]),
    w(
      'tblGrid',
      {},
      widths.map((width) => w('gridCol', {w: width}))
    ),
    w('tr', {}, [w('trPr', {}, [w('cantSplit')]), ...row.map((part, index) => cell(part, widths[index] ?? 400, state))])
  ])
}

/** A cell; Word sets its margins left and right at 108 twips each. */
function cell(part: Part, width: number, state: State): ElementContent {
  const inner: State = {...state, indent: 0, page: {...state.page, measure: Math.max(200, width - 216)}}
  const written = blocks([part], inner)
  return w('tc', {}, [
    w('tcPr', {}, [w('tcW', {w: width, type: 'dxa'})]),
    ...(written.length === 0 ? [w('p')] : written)
  ])
}
