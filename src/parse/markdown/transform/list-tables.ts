import type {AlignType, Root, RootContent, Table, TableCell, TableRow} from 'mdast'
import type {Attributes} from '../../../model/attributes.ts'
import {attributesOf} from '../../../model/attributes.ts'
import type {Caption, Div} from '../../../model/nodes.ts'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {givenShares} from '../../../util/column-widths.ts'
import {rowsOf} from '../dialect/floats.ts'
import {childrenOf} from '../tree/raw.ts'
import {parentsOf, setChildren} from './blocks.ts'
import {figureOf} from './figure.ts'

/**
 * Make tables of `::: {.list-table}`, a list of lists with its caption before it, as pandoc's filter of that name reads it
 * (https://github.com/pandoc-ext/list-table): `header-rows` (1 if absent), `header-cols`, `aligns=l,c,r`, `widths=1,2,1`;
 * `[]{colspan=2 rowspan=3}` at the beginning of a cell. Reports what is no list of lists, and rows of another length.
 */
export function listTables(root: Root, report: Report): void {
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    if (children.some(isListTable))
      setChildren(
        parent,
        children.map((child) => (isListTable(child) ? tableOf(child, report) : child))
      )
  }
}

function isListTable(node: RootContent): node is Div {
  return node.type === 'div' && attributesOf(node).classes.includes('list-table')
}

function tableOf(div: Div, report: Report): RootContent {
  const list = div.children.at(-1)
  const [first, ...others] = div.children.slice(0, -1)
  const isRead = list?.type === 'list' && others.length === 0 && (first === undefined || first.type === 'paragraph')
  const rows = isRead ? rowsOf(list) : undefined
  if (rows === undefined) {
    const reason = 'Cannot read `list-table`, expected a list of lists, one for each row, and a caption before it'
    const note = 'It is shown as it is.'
    report({id: 'list-table-read', severity: 'error', reason, place: placeOf(div), note})
    return div
  }
  const {id, classes, pairs} = attributesOf(div)
  const spanned = rows.map((row) => ({...row, children: row.children.map(withSpan)}))
  checkLengths(spanned, report)
  const columns = widthOf(spanned[0])
  const align = alignsOf(pairs.get('aligns'), columns)
  const widths = givenShares(pairs.get('widths'), columns)
  const headColumns = countOf(pairs.get('header-cols'), 0)
  const data = {
    headRows: countOf(pairs.get('header-rows'), 1),
    ...(headColumns > 0 ? {headColumns} : {}),
    ...(widths ? {widths} : {})
  }
  const at = div.position === undefined ? {} : {position: div.position}
  const table: Table = {type: 'table', align, children: spanned, data, ...at}
  if (first === undefined && id === undefined) return table
  const caption: Caption | undefined = first?.type === 'paragraph' ? {...first, type: 'caption'} : undefined
  const attributes: Attributes = {...(id === undefined ? {} : {id}), classes: without(classes), pairs: new Map()}
  return figureOf('table', [table], caption, attributes, div.position)
}

function without(classes: ReadonlyArray<string>): ReadonlyArray<string> {
  return classes.filter((name) => name !== 'list-table')
}

export function countOf(text: string | undefined, absent: number): number {
  return /^\d{1,3}$/.test(text ?? '') ? Number(text) : absent
}

const alignments: ReadonlyMap<string, AlignType> = new Map([
  ['c', 'center'],
  ['l', 'left'],
  ['r', 'right']
])

export function alignsOf(text: string | undefined, width: number): Array<AlignType> {
  const given = (text ?? '').split(',').map((part) => part.trim().slice(0, 1).toLowerCase())
  return Array.from({length: width}, (_, index) => alignments.get(given[index] ?? '') ?? null)
}

/** An empty span at the beginning says how far the cell goes. */
function withSpan(cell: TableCell): TableCell {
  const [first, ...rest] = cell.children
  if (first?.type !== 'span' || first.children.length > 0) return cell
  const {pairs} = attributesOf(first)
  const [colSpan, rowSpan] = [countOf(pairs.get('colspan'), 1), countOf(pairs.get('rowspan'), 1)]
  if (colSpan < 2 && rowSpan < 2) return cell
  const spans = {...(colSpan > 1 ? {colSpan} : {}), ...(rowSpan > 1 ? {rowSpan} : {})}
  return {...cell, children: rest, data: {...cell.data, ...spans}}
}

function widthOf(row: TableRow | undefined): number {
  return (row?.children ?? []).reduce((sum, {data}) => sum + (data?.colSpan ?? 1), 0)
}

/** Cells that come down from rows above count too. */
function checkLengths(rows: ReadonlyArray<TableRow>, report: Report): void {
  const width = widthOf(rows[0])
  const coming: Array<number> = []
  rows.forEach((row, index) => {
    const found = widthOf(row) + (coming[index] ?? 0)
    for (const {data} of row.children) {
      const {colSpan = 1, rowSpan = 1} = data ?? {}
      for (let below = 1; below < rowSpan; below++) coming[index + below] = (coming[index + below] ?? 0) + colSpan
    }
    if (found === width) return
    const reason = `Unexpected row of ${found} ${found === 1 ? 'cell' : 'cells'}, expected ${width} as in the first`
    report({id: 'list-table-read', severity: 'warning', reason, place: placeOf(row)})
  })
}
