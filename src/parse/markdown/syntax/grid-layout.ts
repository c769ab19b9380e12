import type {AlignType} from 'mdast'
import {drawnShares} from '../../../util/column-widths.ts'
import {columnsOf} from './columns.ts'
import type {Borders} from './grid-borders.ts'
import {bordersOf} from './grid-borders.ts'
import type {Box} from './grid-boxes.ts'
import {boxesOf} from './grid-boxes.ts'
import type {CellLayout, Line, TableLayout} from './table-layout.ts'
import {block} from './table-layout.ts'

/**
 * What a grid table shows, as pandoc 3 reads it (https://pandoc.org/MANUAL.html#extension-grid_tables);
 * `undefined` if its borders do not part it into rectangles.
 */
export function gridLayout(lines: ReadonlyArray<Line>): TableLayout | undefined {
  const drawn = lines.map(({text}) => columnsOf(text))
  const flat = drawn.map((line) => line.flat)
  const borders = bordersOf(flat)
  if (borders.rows.at(-1) !== lines.length - 1 || isCrowded(borders, flat)) return undefined
  const boxes = boxesOf(borders)
  if (boxes === undefined) return undefined
  // Corners that no cell begins at part nothing.
  const rows = startsOf(boxes.map(({top}) => top))
  const columns = startsOf(boxes.map(({left}) => left))
  const parts = borders.rows.filter((row) => /^\+[+:=]+$/.test(flat[row] ?? ''))
  const cell = ({top, bottom, left, right}: Box): CellLayout => {
    const inside = lines.slice(top + 1, bottom).map((line, index) => {
      const {indexOf} = drawn[top + 1 + index] ?? columnsOf('')
      return {line, from: indexOf(left + 1), to: indexOf(right)}
    })
    return {
      lines: block(inside),
      colSpan: between(columns, left, right),
      rowSpan: between(rows, top, bottom)
    }
  }
  const byRow = new Map(rows.map((row): [number, Array<CellLayout>] => [row, []]))
  for (const box of boxes) byRow.get(box.top)?.push(cell(box))
  const last = lines.length - 1
  const end = Math.max(...boxes.map(({right}) => right))
  const head = parts.find((row) => row > 0 && row < last)
  // A foot stands between two such lines at the very bottom.
  const foot = parts.at(-1) === last && parts.length > 2 ? parts.at(-2) : undefined
  return {
    align: alignment(flat[head ?? 0] ?? '', columns),
    rows: rows.map((row) => byRow.get(row) ?? []),
    headRows: head === undefined ? 0 : between(rows, 0, head),
    footRows: foot === undefined ? 0 : between(rows, foot, last),
    blocks: true,
    widths: drawnShares(columns.map((column, index) => (columns[index + 1] ?? end) - column))
  }
}

/** More crossings than a table of this many characters can have. */
function isCrowded({rows, columns}: Borders, flat: ReadonlyArray<string>): boolean {
  return rows.length * columns.length > flat.reduce((sum, line) => sum + line.length, 0)
}

function startsOf(values: ReadonlyArray<number>): ReadonlyArray<number> {
  return [...new Set(values)].sort((a, b) => a - b)
}

/** How many of the ordered starts lie from one to before the other. */
function between(starts: ReadonlyArray<number>, from: number, to: number): number {
  return firstFrom(starts, to) - firstFrom(starts, from)
}

function firstFrom(starts: ReadonlyArray<number>, value: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Colons beside the corners of a border say how the columns below it are aligned. */
function alignment(border: string, columns: ReadonlyArray<number>): ReadonlyArray<AlignType> {
  const align: Array<AlignType> = columns.map(() => null)
  let left = 0
  for (let at = 1; at < border.length; at++) {
    if (border[at] !== '+') continue
    const side = sideOf(border[left + 1] === ':', border[at - 1] === ':')
    for (let column = firstFrom(columns, left); (columns[column] ?? at) < at; column++) align[column] = side
    left = at
  }
  return align
}

function sideOf(left: boolean, right: boolean): AlignType {
  if (left && right) return 'center'
  return right ? 'right' : left ? 'left' : null
}
