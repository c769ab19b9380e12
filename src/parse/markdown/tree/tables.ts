import type {Table, TableCell} from 'mdast'
import type {CompileContext, Extension} from 'mdast-util-from-markdown'
import type {Token} from 'micromark-util-types'
import type {Point} from 'unist'
import type {CellLayout, TableLayout} from '../syntax/table-layout.ts'

/** A cell whose Markdown has not been read yet: what it may use is known once the whole text is read. */
export interface UnreadCell {
  readonly cell: TableCell
  readonly layout: CellLayout
  /** It holds blocks, not one line of text. */
  readonly blocks: boolean
}

/** Drawn tables as nodes of mdast; their cells are put into `unread`. */
export function tablesFromMarkdown(unread: Array<UnreadCell>): Extension {
  return {
    enter: {
      drawnTable(this: CompileContext, token: Token) {
        const {_layout: layout} = token
        this.enter(layout === undefined ? {type: 'table', children: []} : tableOf(layout, unread), token)
        this.buffer()
      }
    },
    exit: {
      drawnTable(this: CompileContext, token: Token) {
        this.resume()
        this.exit(token)
      }
    }
  }
}

function tableOf({align, rows, headRows, footRows, blocks, widths}: TableLayout, unread: Array<UnreadCell>): Table {
  const cellOf = (layout: CellLayout): TableCell => {
    const {colSpan, rowSpan} = layout
    const data = {...(colSpan > 1 ? {colSpan} : {}), ...(rowSpan > 1 ? {rowSpan} : {})}
    const cell: TableCell = {type: 'tableCell', children: [], ...(colSpan * rowSpan > 1 ? {data} : {})}
    const start = layout.lines[0]?.start
    const last = layout.lines.at(-1)
    if (start !== undefined && last !== undefined) {
      cell.position = {start, end: endOf(last)}
    }
    unread.push({cell, layout, blocks})
    return cell
  }
  const children = rows.map((row) => {
    const cells = row.map(cellOf)
    const start = cells[0]?.position?.start
    const end = cells.at(-1)?.position?.end
    const position = start === undefined || end === undefined ? {} : {position: {start: beside(start), end}}
    return {type: 'tableRow' as const, children: cells, ...position}
  })
  const data = {
    ...(headRows === 1 ? {} : {headRows}),
    ...(footRows === 0 ? {} : {footRows}),
    ...(widths === undefined ? {} : {widths})
  }
  return {type: 'table', align: [...align], children, ...(Object.keys(data).length === 0 ? {} : {data})}
}

/** A row begins before its first cell. */
function beside({line, column, offset = 1}: Point): Point {
  return column === 1 ? {line, column, offset} : {line, column: column - 1, offset: offset - 1}
}

function endOf({text, start: {line, column, offset = 0}}: CellLayout['lines'][number]): Point {
  return {line, column: column + text.length, offset: offset + text.length}
}
