import type {Table, TableCell} from 'mdast'

/** A cell and the rectangle it fills. */
interface Filled {
  /** Absent where a row has no cell for a column. */
  readonly cell?: TableCell
  readonly row: number
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
}

/** A table whose every field belongs to exactly one cell. */
export interface PlacedTable {
  readonly width: number
  readonly height: number
  readonly cells: ReadonlyArray<Filled>
  /** The index of the cell that a field belongs to. */
  at(row: number, column: number): number
}

/** Give each cell its rectangle: cut where it would leave the table or go over another; what is left bare becomes an empty cell. */
export function placedTable({children: rows}: Table): PlacedTable {
  const height = rows.length
  const fields: Array<Array<number | undefined>> = rows.map(() => [])
  const cells: Array<Filled> = []
  const fill = (cell: Filled) => {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
        const line = fields[row]
        if (line !== undefined) line[column] = cells.length
      }
    }
    cells.push(cell)
  }
  rows.forEach(({children}, row) => {
    const line = fields[row] ?? []
    let column = 0
    for (const cell of children) {
      while (line[column] !== undefined) column++
      const {colSpan: wanted = 1, rowSpan = 1} = cell.data ?? {}
      let colSpan = 1
      while (colSpan < wanted && line[column + colSpan] === undefined) colSpan++
      fill({cell, row, column, colSpan, rowSpan: Math.min(rowSpan, height - row)})
    }
  })
  const width = Math.max(1, ...fields.map((line) => line.length))
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (fields[row]?.[column] === undefined) fill({row, column, colSpan: 1, rowSpan: 1})
    }
  }
  return {width, height, cells, at: (row, column) => fields[row]?.[column] ?? -1}
}
