import type {Element, Properties} from 'hast'
import {h} from 'hastscript'
import type {Table, TableCell, TableRow} from 'mdast'
import type {PlacedCell, TableRows} from '../../util/table-rows.ts'
import {tableRows} from '../../util/table-rows.ts'
import {numbered} from '../../util/terms.ts'
import {textOf} from '../../util/text.ts'
import {authored} from './attributes.ts'
import type {Writer, Written} from './scope.ts'

/** More columns than this are set smaller on paper. */
const manyColumns = 7

/** A table in a box that scrolls where it is too wide; a head without words is left out. */
export function table(node: Table, writer: Writer): Written {
  const {head, body, foot} = tableRows(node)
  const write = (rows: TableRows['body']) => rows.map((cells) => row(cells, writer))
  const hasHead = head.some((cells) => cells.some(({cell}) => textOf(cell.children).trim() !== '' || isFull(cell)))
  const set = h('table', {...authored(node, classes(node)), ...wholeWidth(node)}, [
    ...columnsOf(node),
    ...(hasHead ? [h('thead', write(head))] : []),
    ...(body.length > 0 ? [h('tbody', write(body))] : []),
    ...(foot.length > 0 ? [h('tfoot', write(foot))] : [])
  ])
  if (writer.scope.medium === 'print') return set
  return h('div', {className: ['scroll'], role: 'group', tabIndex: 0, ariaLabel: nameOf(writer)}, set)
}

/** Columns of given widths; the others are as wide as what they hold. */
function columnsOf({data}: Table): ReadonlyArray<Element> {
  if (data?.widths === undefined) return []
  const columns = data.widths.map((share) => h('col', share === undefined ? {} : {style: `width: ${percent(share)}`}))
  return [h('colgroup', columns)]
}

/** The part of the line that the table takes, where all of its columns say theirs. */
function wholeWidth({data}: Table): Properties {
  const shares = data?.widths ?? []
  const given = shares.filter((share) => share !== undefined)
  if (given.length === 0 || given.length < shares.length) return {}
  return {
    style: `width: ${percent(
      Math.min(
        1,
        given.reduce((sum, share) => sum + share, 0)
      )
    )}`
  }
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}

/** “Table 2”, for those who hear that they may scroll here. */
function nameOf({parent, scope: {words}}: Writer): string {
  const number = parent?.type === 'figure' && parent.kind === 'table' ? parent.number : undefined
  return numbered(words.table.one, number ?? '').trim()
}

/** A row by itself. */
export function tableRow(node: TableRow, {all}: Writer): Written {
  return h('tr', authored(node), all(node))
}

/** A cell by itself. */
export function tableCell(node: TableCell, {all}: Writer): Written {
  return h('td', authored(node), all(node))
}

function classes({align, children}: Table): ReadonlyArray<string> {
  const columns = align?.length ?? children[0]?.children.length ?? 0
  return columns > manyColumns ? ['wide'] : []
}

function isFull({children}: TableCell): boolean {
  return children.some(({type}) => type !== 'text')
}

function row(cells: ReadonlyArray<PlacedCell>, writer: Writer): Element {
  return h(
    'tr',
    cells.map((placed) => cell(placed, writer))
  )
}

/** Cells that name columns or rows say so, but for empty ones. Alignment is a class, since HTML has no attribute for it. */
function cell({cell: node, align, names, colSpan, rowSpan}: PlacedCell, {all}: Writer): Element {
  const spans: Properties = {...(colSpan > 1 ? {colSpan} : {}), ...(rowSpan > 1 ? {rowSpan} : {})}
  const properties = {...authored(node, align ? [align] : []), ...spans}
  if (names === undefined || node.children.length === 0) return h('td', properties, all(node))
  return h('th', {...properties, scope: scopeOf(names, names === 'columns' ? colSpan : rowSpan)}, all(node))
}

function scopeOf(names: 'columns' | 'rows', span: number): string {
  const one = names === 'columns' ? 'col' : 'row'
  return span > 1 ? `${one}group` : one
}
