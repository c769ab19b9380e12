import type {Element, Properties} from 'hast'
import {h} from 'hastscript'
import type {Table, TableCell, TableRow} from 'mdast'
import {textOf} from '../../util/text.ts'
import {authored} from './attributes.ts'
import type {Writer, Written} from './scope.ts'

/** A table in a box that scrolls where it is too wide; a head without words is left out. */
export function table(node: Table, {all, scope}: Writer): Written {
  const rows = all(node).filter((row): row is Element => row.type === 'element')
  for (const row of rows) align(row, node.align ?? [])
  const [first, ...rest] = rows
  const head = node.children[0]
  const hasHead = head !== undefined && textOf(head).trim() !== ''
  const body = rest.length > 0 ? [h('tbody', rest)] : []
  const set = h('table', authored(node), hasHead && first !== undefined ? [h('thead', asHead(first)), ...body] : body)
  return scope.medium === 'print' ? set : h('div', {className: ['scroll'], role: 'group', tabIndex: 0}, set)
}

/** A row. */
export function tableRow(node: TableRow, {all}: Writer): Written {
  return h('tr', authored(node), all(node))
}

/** A cell. */
export function tableCell(node: TableCell, {all}: Writer): Written {
  return h('td', authored(node), all(node))
}

/** Alignment as a class, since HTML has no attribute for it. */
function align(row: Element, columns: NonNullable<Table['align']>): void {
  row.children.forEach((cell, index) => {
    const side = columns[index]
    if (cell.type === 'element' && side) cell.properties = withClass(cell.properties, side)
  })
}

/** Cells of the head name their columns, but for empty ones. */
function asHead(row: Element): Element {
  const children = row.children.map((cell) =>
    cell.type === 'element' && cell.children.length > 0
      ? {...cell, tagName: 'th', properties: {...cell.properties, scope: 'col'}}
      : cell
  )
  return {...row, children}
}

function withClass(properties: Properties, name: string): Properties {
  const {className} = properties
  return {...properties, className: [...(Array.isArray(className) ? className : []), name]}
}
