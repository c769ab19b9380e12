import type {AlignType, Table, TableCell} from 'mdast'
import {displayWidth} from './display-width.ts'
import type {PlacedTable} from './placed-table.ts'
import {placedTable} from './placed-table.ts'

/** Draw a table with `+`, `-` and `|`, as pandoc's grid tables are; `linesOf` says what stands in a cell, `shares` how wide columns are to each other. */
export function gridTable(
  table: Table,
  linesOf: (cell: TableCell) => ReadonlyArray<string>,
  shares?: ReadonlyArray<number | undefined>
): string {
  const placed = placedTable(table)
  const lines = placed.cells.map(({cell}) => (cell === undefined ? [''] : linesOf(cell)))
  const drawing: Drawing = {
    placed,
    lines,
    widths: shared(sizes(placed.width, spans(placed, lines, 'column')), shares),
    heights: sizes(placed.height, spans(placed, lines, 'row')),
    align: Array.from({length: placed.width}, (_, column) => table.align?.[column] ?? null)
  }
  const {headRows = 1, footRows = 0} = table.data ?? {}
  const foot = placed.height - footRows
  const marks = (row: number) => {
    const isHead = row === headRows && headRows > 0 && headRows < placed.height
    const mark = isHead || (footRows > 0 && row > 0 && (row === foot || row === placed.height)) ? '=' : '-'
    return {mark, aligned: headRows > 0 && headRows < placed.height ? isHead : row === 0}
  }
  const drawn: Array<string> = []
  for (let row = 0; row <= placed.height; row++) {
    drawn.push(border(row, marks(row), drawing))
    for (let line = 0; row < placed.height && line < (drawing.heights[row] ?? 0); line++) {
      drawn.push(content(row, line, drawing))
    }
  }
  return drawn.join('\n')
}

interface Drawing {
  readonly placed: PlacedTable
  readonly lines: ReadonlyArray<ReadonlyArray<string>>
  readonly widths: ReadonlyArray<number>
  readonly heights: ReadonlyArray<number>
  readonly align: ReadonlyArray<AlignType>
}

interface Span {
  readonly from: number
  readonly count: number
  /** What it needs, borders within it left out. */
  readonly need: number
}

function spans({cells}: PlacedTable, lines: Drawing['lines'], way: 'column' | 'row'): ReadonlyArray<Span> {
  return cells.map(({row, column, colSpan, rowSpan}, index) => {
    const own = lines[index] ?? []
    if (way === 'row') return {from: row, count: rowSpan, need: own.length - (rowSpan - 1)}
    return {from: column, count: colSpan, need: Math.max(...own.map(displayWidth), 0) - 3 * (colSpan - 1)}
  })
}

/** Every span gets what it needs: those over one first, then the last of the others grows. */
function sizes(count: number, all: ReadonlyArray<Span>): ReadonlyArray<number> {
  const found = Array.from({length: count}, () => 1)
  for (const {from, count: over, need} of [...all].sort((a, b) => a.count - b.count)) {
    const has = found.slice(from, from + over).reduce((sum, size) => sum + size, 0)
    const last = from + over - 1
    if (need > has) found[last] = (found[last] ?? 1) + need - has
  }
  return found
}

/** Columns as much wider that they have their shares of a line of 72 characters, or of a longer one if what they hold needs it. */
function shared(
  needed: ReadonlyArray<number>,
  shares: ReadonlyArray<number | undefined> | undefined
): ReadonlyArray<number> {
  if (shares === undefined || shares.length !== needed.length || shares.some((share) => !share)) return needed
  const least = Math.max(72, ...needed.map((size, column) => (size + 3) / (shares[column] ?? 1)))
  return needed.map((size, column) => Math.max(size, Math.round(Math.min(least, 400) * (shares[column] ?? 0)) - 3))
}

/** A line of the text of cells. */
function content(row: number, line: number, drawing: Drawing): string {
  const {placed} = drawing
  const parts: Array<string> = []
  for (let column = 0; column < placed.width; ) {
    const index = placed.at(row, column)
    parts.push(`| ${inside(index, row, line, drawing)} `)
    column += placed.cells[index]?.colSpan ?? 1
  }
  return `${parts.join('')}|`
}

/** A line between rows: a border, but where a cell goes over it. */
function border(row: number, {mark, aligned}: {mark: string; aligned: boolean}, drawing: Drawing): string {
  const {placed, widths, align} = drawing
  const crosses = (column: number) =>
    row > 0 && row < placed.height && placed.at(row - 1, column) === placed.at(row, column)
  const parts: Array<string> = []
  for (let column = 0; column < placed.width; ) {
    const index = placed.at(Math.min(row, placed.height - 1), column)
    if (crosses(column)) {
      const above = drawing.heights.slice(placed.cells[index]?.row, row)
      const line = above.reduce((sum, height) => sum + height + 1, -1)
      parts.push(
        `${corner(row, column, mark, crosses, drawing)} ${inside(index, placed.cells[index]?.row ?? row, line, drawing)} `
      )
      column += placed.cells[index]?.colSpan ?? 1
      continue
    }
    const dashes = mark.repeat((widths[column] ?? 1) + 2)
    parts.push(
      corner(row, column, mark, crosses, drawing),
      aligned ? withColons(dashes, align[column] ?? null) : dashes
    )
    column += 1
  }
  return `${parts.join('')}${crosses(placed.width - 1) ? '|' : '+'}`
}

/** Where a line begins, ends or goes through another: a corner, unless nothing is parted there or one cell alone. */
function corner(row: number, column: number, mark: string, crosses: (column: number) => boolean, {placed}: Drawing) {
  if (crosses(column)) return column === 0 || crosses(column - 1) ? '|' : '+'
  const parts = (line: number) => placed.at(line, column - 1) !== placed.at(line, column)
  const isCorner = column === 0 || (row > 0 && parts(row - 1)) || (row < placed.height && parts(row))
  return isCorner ? '+' : mark
}

/** A line of a cell, counted from the cell's own first row, as wide as the cell. */
function inside(index: number, row: number, line: number, {placed, lines, widths, heights}: Drawing): string {
  const cell = placed.cells[index]
  if (cell === undefined) return ''
  const above = heights.slice(cell.row, row).reduce((sum, height) => sum + height + 1, 0)
  const text = lines[index]?.[above + line] ?? ''
  const width = widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, each) => sum + each + 3, -3)
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

function withColons(dashes: string, align: AlignType): string {
  const left = align === 'left' || align === 'center' ? ':' : dashes.slice(0, 1)
  const right = align === 'right' || align === 'center' ? ':' : dashes.slice(0, 1)
  return left + dashes.slice(2) + right
}
