import type {Nodes, Table} from 'mdast'
import type {Element, ElementContent} from 'xast'
import {type PlacedCell, type TableRows, tableRows} from '../../util/table-rows.ts'
import {textOf} from '../../util/text.ts'
import {ending} from './note.ts'
import {blocks, gathered} from './paragraph.ts'
import {faced} from './run.ts'
import type {State} from './state.ts'
import {w} from './xml.ts'

/** A table with its head repeated on every page, and an empty line behind it, for Word sets none off. A head without words is left out. */
export function table(node: Table, state: State): Array<ElementContent> {
  const {head, body, foot} = tableRows(node)
  const hasHead = head.some((cells) => cells.some(({cell}) => cell.children.length > 0))
  const rows = [...(hasHead ? head : []), ...body, ...foot]
  const columns = rows.reduce((most, cells) => Math.max(most, extent(cells)), 0)
  if (columns === 0 || columns > mostColumns) return rows.flat().flatMap(({cell}) => contentOf(cell, state))
  const widths = widthsOf(rows, columns, state.page.measure - state.indent, node.data?.widths)
  const headRows = hasHead ? head.length : 0
  const grid = spread(rows, columns)
  const look = {firstRow: headRows > 0 ? 1 : 0, lastRow: 0, firstColumn: 0, lastColumn: 0, noHBand: 1, noVBand: 1}
  return [
    w('tbl', {}, [
      w('tblPr', {}, [
        w('tblStyle', {val: 'Table'}),
        w('tblW', {w: widths.reduce((sum, width) => sum + width, 0), type: 'dxa'}),
        ...(state.indent > 0 ? [w('tblInd', {w: state.indent, type: 'dxa'})] : [w('jc', {val: 'center'})]),
        w('tblLook', {val: headRows > 0 ? '0620' : '0600', ...look})
      ]),
      w(
        'tblGrid',
        {},
        widths.map((width) => w('gridCol', {w: width}))
      ),
      ...grid.map((cells, index) =>
        row(cells, {isHead: index < headRows, isLastHead: index === headRows - 1, widths}, state)
      )
    ]),
    w('p', {}, [w('pPr', {}, [w('pStyle', {val: 'TableEnd'})])])
  ]
}

/** Word’s own limit. */
const mostColumns = 63

/** What stands at a place of the grid: a cell that begins there, or one that reaches down to it. */
interface Spot {
  readonly placed: PlacedCell
  readonly column: number
  readonly span: number
  readonly merge: 'continue' | 'restart' | undefined
}

type Spots = ReadonlyArray<Spot>

/** Every row with all of its columns: Word wants a cell where another reaches down, and cells that are missing. */
function spread(rows: TableRows['body'], columns: number): ReadonlyArray<Spots> {
  const below = new Map<number, {readonly spot: Spot; left: number}>()
  return rows.map((cells) => {
    const spots: Array<Spot> = []
    const queue = [...cells]
    for (let column = 0; column < columns; ) {
      const above = below.get(column)
      const spot =
        above === undefined ? next(queue.shift(), column, columns) : {...above.spot, merge: 'continue' as const}
      if (above !== undefined && --above.left === 0) below.delete(column)
      if (above === undefined && spot.placed.rowSpan > 1) below.set(column, {spot, left: spot.placed.rowSpan - 1})
      spots.push(spot)
      column += spot.span
    }
    return spots
  })
}

const empty: PlacedCell = {
  cell: {type: 'tableCell', children: []},
  column: 0,
  colSpan: 1,
  rowSpan: 1,
  align: null,
  names: undefined
}

function next(placed: PlacedCell = empty, column: number, columns: number): Spot {
  const span = Math.max(1, Math.min(placed.colSpan, columns - column))
  return {placed, column, span, merge: placed.rowSpan > 1 ? 'restart' : undefined}
}

interface RowPlace {
  readonly isHead: boolean
  readonly isLastHead: boolean
  readonly widths: ReadonlyArray<number>
}

function row(spots: Spots, {isHead, isLastHead, widths}: RowPlace, state: State): Element {
  const properties = w('trPr', {}, [w('cantSplit'), ...(isHead ? [w('tblHeader')] : [])])
  const ruled = isHead && isLastHead
  return w('tr', {}, [properties, ...spots.map((spot) => cell(spot, widths, ruled, state))])
}

function cell(
  {placed, column, span, merge}: Spot,
  widths: ReadonlyArray<number>,
  ruled: boolean,
  state: State
): Element {
  const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0)
  const content = merge === 'continue' ? [] : contentOf(placed.cell, cellState(placed, width, state))
  return w('tc', {}, [
    w('tcPr', {}, [
      w('tcW', {w: width, type: 'dxa'}),
      ...(span > 1 ? [w('gridSpan', {val: span})] : []),
      ...(merge === undefined ? [] : [w('vMerge', merge === 'restart' ? {val: 'restart'} : {})]),
      ...(ruled ? [w('tcBorders', {}, [w('bottom', {val: 'single', sz: 4, space: 0, color: 'auto'})])] : [])
    ]),
    ...ending(content, cellState(placed, width, state))
  ])
}

function cellState({align, names}: PlacedCell, width: number, state: State): State {
  return {
    ...faced(state, names === undefined ? {} : {bold: true}),
    style: 'TableText',
    indent: 0,
    depth: 0,
    marker: undefined,
    keepNext: false,
    alignment: align ?? undefined,
    page: {...state.page, measure: Math.max(400, width - 230)}
  }
}

function contentOf(node: PlacedCell['cell'], state: State): Array<ElementContent> {
  if (node.data?.blocks === true) return blocks(node.children as ReadonlyArray<Nodes>, state)
  return gathered(state.all(node.children, state), state)
}

function extent(cells: ReadonlyArray<PlacedCell>): number {
  return cells.reduce((most, {column, colSpan}) => Math.max(most, column + colSpan), 0)
}

/** The margins of a cell, and how wide letters are in its size, in twips. */
const padding = 250
const perLetter = 132

/** Widths as given, the others by the longest text of each column, in bounds, so that they fill the measure only if they must. */
function widthsOf(
  rows: TableRows['body'],
  columns: number,
  measure: number,
  shares: ReadonlyArray<number | undefined> = []
): ReadonlyArray<number> {
  const wanted = Array.from({length: columns}, () => 4)
  for (const {cell: node, column, colSpan} of rows.flat()) {
    const length = Math.min(60, longestLine(textOf(node.children)))
    const inner = node.data?.blocks === true ? 8 : 0
    for (let at = column; at < column + colSpan && at < columns; at++) {
      wanted[at] = Math.max(wanted[at] ?? 4, Math.ceil((length + inner) / colSpan))
    }
  }
  const natural = wanted.map((length) => padding + length * perLetter)
  const given = natural.map((_, column) => shares[column])
  const taken = given.reduce<number>((sum, share) => sum + (share ?? 0) * measure, 0)
  const total = natural.reduce((sum, width, column) => sum + (given[column] === undefined ? width : 0), 0)
  const scale = total > measure - taken ? Math.max(0, measure - taken) / total : 1
  return natural.map((width, column) => Math.max(100, Math.floor((given[column] ?? 0) * measure || width * scale)))
}

function longestLine(text: string): number {
  return text.split('\n').reduce((most, {length}) => Math.max(most, length), 0)
}
