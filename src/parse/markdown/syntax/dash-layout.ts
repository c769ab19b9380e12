import type {AlignType} from 'mdast'
import {drawnShares} from '../../../util/column-widths.ts'
import {columnsOf} from './columns.ts'
import type {DashTable} from './dash-lines.ts'
import {runsOf} from './dash-lines.ts'
import type {CellLayout, Line, TableLayout} from './table-layout.ts'
import {part} from './table-layout.ts'

/** What a table under dashes shows: each column reaches from its dashes to the next one's. */
export function dashLayout({ruler, head, rows, isMultiLine}: DashTable): TableLayout {
  const runs = runsOf(ruler)
  const columns = runs.map(({from, to}, index): Column => {
    return {from: index === 0 ? 0 : from, to: runs[index + 1]?.from, dashes: from, width: to - from}
  })
  const rowOf = (lines: ReadonlyArray<Line>) => columns.map((column) => cellOf(column, lines))
  const isHeaded = head.length > 0
  const sample = isHeaded ? head : (rows[0] ?? [])
  return {
    align: columns.map((column) => alignment(column, sample)),
    rows: [...(isHeaded ? [rowOf(head)] : []), ...rows.map(rowOf)],
    headRows: isHeaded ? 1 : 0,
    footRows: 0,
    blocks: false,
    widths: isMultiLine
      ? drawnShares(columns.map(({dashes, to, width}) => (to === undefined ? width : to - dashes)))
      : undefined
  }
}

/** In columns of the line, from 0; the first takes what stands before its dashes too. */
interface Column {
  readonly from: number
  readonly to: number | undefined
  readonly dashes: number
  readonly width: number
}

function cellOf({from, to}: Column, lines: ReadonlyArray<Line>): CellLayout {
  const parts = lines.map((line) => {
    const {indexOf} = columnsOf(line.text)
    return part(line, indexOf(from), to === undefined ? undefined : indexOf(to))
  })
  return {lines: parts.filter(({text}) => text !== ''), colSpan: 1, rowSpan: 1}
}

/** The head, or the first row, says it by where it stands over its dashes: flush left, flush right, neither or both. */
function alignment({dashes, to, width}: Column, lines: ReadonlyArray<Line>): AlignType {
  const texts = lines.map(({text}) => columnsOf(text).flat.slice(dashes, to).trimEnd()).filter((text) => text !== '')
  const [shortest] = texts.sort((a, b) => a.length - b.length)
  if (shortest === undefined) return null
  const left = /^\s/.test(shortest)
  const right = shortest.length < width
  if (left && right) return 'center'
  return left ? 'right' : right ? 'left' : null
}
