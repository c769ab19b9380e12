import type {AlignType, Table, TableCell} from 'mdast'

/** A cell, where it stands, and what it names. */
export interface PlacedCell {
  /** Where it begins, from 0. */
  readonly column: number
  readonly cell: TableCell
  readonly colSpan: number
  readonly rowSpan: number
  /** Of its column; of the first one if it goes over several. */
  readonly align: AlignType
  /** Names columns, rows, or nothing. */
  readonly names: 'columns' | 'rows' | undefined
}

/** The rows of a table by what they are for. */
export interface TableRows {
  readonly head: ReadonlyArray<ReadonlyArray<PlacedCell>>
  readonly body: ReadonlyArray<ReadonlyArray<PlacedCell>>
  readonly foot: ReadonlyArray<ReadonlyArray<PlacedCell>>
}

/** Find the column of every cell, past those that reach down from above, and part head, body and foot. */
export function tableRows(table: Table): TableRows {
  const {headRows = 1, footRows = 0, headColumns = 0} = table.data ?? {}
  // By column, how many more rows a cell above goes over.
  const taken: Array<number> = []
  const rows = table.children.map((row, index) => {
    let column = 0
    const skip = () => {
      for (; (taken[column] ?? 0) > 0; column++) taken[column] = (taken[column] ?? 0) - 1
    }
    const cells = row.children.map((cell): PlacedCell => {
      skip()
      const {colSpan = 1, rowSpan = 1} = cell.data ?? {}
      const align = table.align?.[column] ?? null
      const begin = column
      const names = index < headRows ? 'columns' : column < headColumns ? 'rows' : undefined
      for (const end = column + colSpan; column < end; column++) taken[column] = rowSpan - 1
      return {cell, column: begin, colSpan, rowSpan, align, names}
    })
    skip()
    return cells
  })
  const foot = rows.length - Math.min(footRows, rows.length)
  return {head: rows.slice(0, headRows), body: rows.slice(headRows, foot), foot: rows.slice(Math.max(foot, headRows))}
}
