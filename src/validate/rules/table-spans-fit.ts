import type {Table, TableCell} from 'mdast'
import {placeOf} from '../../model/place.ts'
import type {Finding} from '../../model/problem.ts'
import {nodesOf} from '../../util/nodes.ts'
import type {Rule} from '../rule.ts'

export const tableSpansFit: Rule = {
  id: 'table-spans-fit',
  about:
    'A cell that goes over several rows or columns stays inside its table and goes over no other, else formats cut it each in its own way.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    for (const table of nodesOf(article)) {
      if (table.type !== 'table') continue
      for (const {cell, row, reason} of faultsOf(table)) {
        report({reason, place: placeOf(cell) ?? placeOf(table.children[row] ?? table) ?? placeOf(table)})
      }
    }
  },
  examples: [
    {
      markdown: '<table><tr><th rowspan="2">A</th><th colspan="2">B</th></tr><tr><td>1</td><td>2</td></tr></table>',
      problems: []
    },
    {
      markdown: '<table>\n<tr><td>1</td><td>2</td></tr>\n<tr><td rowspan="3">3</td><td>4</td></tr>\n</table>',
      problems: ['1:1 Unexpected `rowspan` of 3 in row 2 of a table of 2 rows, expected at most 1']
    },
    {
      markdown: '<table>\n<tr><td>1</td><td>2</td></tr>\n<tr><td colspan="3">3</td></tr>\n</table>',
      problems: ['1:1 Unexpected `colspan` of 3 in row 2, expected at most 2: the table has 2 columns']
    },
    {
      markdown: '<table>\n<tr><td>1</td><td rowspan="2">2</td></tr>\n<tr><td colspan="2">3</td></tr>\n</table>',
      problems: ['1:1 Unexpected `colspan` of 2 in row 2, expected at most 1: a cell from above reaches down there']
    }
  ]
}

interface Fault {
  readonly cell: TableCell
  /** From 0. */
  readonly row: number
  readonly reason: Finding['reason']
}

function faultsOf({children: rows}: Table): ReadonlyArray<Fault> {
  const faults: Array<Fault> = []
  const width = (rows[0]?.children ?? []).reduce((sum, {data}) => sum + (data?.colSpan ?? 1), 0)
  // By column, the first row that no cell above reaches down to.
  const free: Array<number> = []
  for (const [row, {children}] of rows.entries()) {
    let column = 0
    for (const cell of children) {
      while ((free[column] ?? 0) > row) column++
      const {colSpan = 1, rowSpan = 1} = cell.data ?? {}
      const reason = reasonOf({row, column, colSpan, rowSpan}, {rows: rows.length, width, free})
      if (reason !== undefined) faults.push({cell, row, reason})
      for (const end = column + colSpan; column < end; column++) free[column] = row + rowSpan
    }
  }
  return faults
}

interface Extent {
  readonly row: number
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
}

interface Room {
  readonly rows: number
  readonly width: number
  readonly free: ReadonlyArray<number>
}

function reasonOf({row, column, colSpan, rowSpan}: Extent, {rows, width, free}: Room): string | undefined {
  const at = `in row ${row + 1}`
  if (rowSpan > rows - row) {
    return `Unexpected \`rowspan\` of ${rowSpan} ${at} of a table of ${rows} rows, expected at most ${rows - row}`
  }
  if (colSpan === 1) return undefined
  for (let next = column + 1; next < Math.min(column + colSpan, free.length); next++) {
    if ((free[next] ?? 0) <= row) continue
    return `Unexpected \`colspan\` of ${colSpan} ${at}, expected at most ${next - column}: a cell from above reaches down there`
  }
  if (column + colSpan <= width) return undefined
  return `Unexpected \`colspan\` of ${colSpan} ${at}, expected at most ${Math.max(1, width - column)}: the table has ${width} columns`
}
