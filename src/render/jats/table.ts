import type {Table, TableRow} from 'mdast'
import type {Element} from 'xast'
import {x} from 'xastscript'
import type {State} from './state.ts'

/** A table in XHTML's model, the first row its head. */
export function table(node: Table, state: State): Element {
  const [head, ...body] = node.children
  const rows = (list: ReadonlyArray<TableRow>, cell: 'td' | 'th') => list.map((row) => tableRow(row, cell, node, state))
  const empty = head?.children.every((cell) => cell.children.length === 0) ?? true
  return x('table', [
    ...(head === undefined || empty ? [] : [x('thead', rows([head], 'th'))]),
    ...(body.length === 0 ? [] : [x('tbody', rows(body, 'td'))])
  ])
}

function tableRow(row: TableRow, name: 'td' | 'th', {align}: Table, state: State): Element {
  return x(
    'tr',
    row.children.map((cell, column) => {
      const side = align?.[column]
      const scope = name === 'th' ? {scope: 'col'} : {}
      return x(name, side ? {align: side, ...scope} : scope, state.all(cell.children))
    })
  )
}
