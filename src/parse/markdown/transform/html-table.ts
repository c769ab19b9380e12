import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {AlignType, PhrasingContent, Table, TableCell, TableRow} from 'mdast'

interface Row {
  readonly group: string
  readonly cells: ReadonlyArray<Element>
  readonly element: Element
}

/** A table of HTML, its spans, heads and alignment kept. */
export function htmlTable(state: State, element: Element): Table {
  const rows = rowsOf(element, '')
  const body = rows.filter(({group}) => group !== 'thead' && group !== 'tfoot')
  const foot = rows.filter(({group}) => group === 'tfoot')
  const headed = rows.filter(({group}) => group === 'thead')
  // Without a head of its own a first row of names is one.
  const isNamed = headed.length === 0 && body[0]?.cells.every(({tagName}) => tagName === 'th') === true
  const headRows = headed.length + (isNamed ? 1 : 0)
  const named = isNamed ? body.slice(1) : body
  const headColumns = named.length > 0 && named.every(({cells}) => cells[0]?.tagName === 'th') ? 1 : 0
  const ordered = [...headed, ...body, ...foot]
  const data = {
    ...(headRows === 1 ? {} : {headRows}),
    ...(foot.length === 0 ? {} : {footRows: foot.length}),
    ...(headColumns === 0 ? {} : {headColumns}),
    ...widthsOf(element, ordered)
  }
  const table: Table = {
    type: 'table',
    align: alignsOf(ordered),
    children: ordered.map((row) => rowOf(state, row)),
    ...(Object.keys(data).length === 0 ? {} : {data})
  }
  state.patch(element, table)
  return table
}

function rowsOf({children}: Element, group: string): ReadonlyArray<Row> {
  return children.flatMap((child): ReadonlyArray<Row> => {
    if (child.type !== 'element') return []
    if (/^t(?:head|body|foot)$/.test(child.tagName)) return rowsOf(child, child.tagName)
    if (child.tagName !== 'tr') return []
    const cells = child.children
      .filter((cell) => cell.type === 'element')
      .filter(({tagName}) => /^t[dh]$/.test(tagName))
    return [{group, cells, element: child}]
  })
}

function rowOf(state: State, {cells, element}: Row): TableRow {
  const row: TableRow = {type: 'tableRow', children: cells.map((cell) => cellOf(state, cell))}
  state.patch(element, row)
  return row
}

function cellOf(state: State, element: Element): TableCell {
  const [colSpan, rowSpan] = [spanOf(element, 'colSpan'), spanOf(element, 'rowSpan')]
  const data = {...(colSpan > 1 ? {colSpan} : {}), ...(rowSpan > 1 ? {rowSpan} : {})}
  const children = state.all(element) as Array<PhrasingContent>
  const cell: TableCell = {type: 'tableCell', children, ...(colSpan * rowSpan > 1 ? {data} : {})}
  state.patch(element, cell)
  return cell
}

function spanOf({properties}: Element, name: 'colSpan' | 'rowSpan'): number {
  const span = Number(properties[name])
  return Number.isInteger(span) && span > 1 ? span : 1
}

/** By column, as the first cell says that stands in it alone. */
function alignsOf(rows: ReadonlyArray<Row>): Array<AlignType> {
  const width = Math.max(1, ...rows.map(({cells}) => cells.reduce((sum, cell) => sum + spanOf(cell, 'colSpan'), 0)))
  const align: Array<AlignType> = Array.from({length: width}, () => null)
  for (const {cells} of rows) {
    let column = 0
    for (const cell of cells) {
      const side = String(cell.properties['align'] ?? '')
      if (side === 'left' || side === 'right' || side === 'center') align[column] ??= side
      column += spanOf(cell, 'colSpan')
    }
  }
  return align
}

/** What `col` elements say in percent, by `width` or by style. */
function widthsOf({children}: Element, rows: ReadonlyArray<Row>): {widths?: ReadonlyArray<number | undefined>} {
  const groups = children.filter((child) => child.type === 'element')
  const columns = groups
    .flatMap((child) => (child.tagName === 'colgroup' ? child.children : [child]))
    .filter((child) => child.type === 'element')
    .filter(({tagName}) => tagName === 'col')
  const widths = columns.map(({properties: {width, style}}) => {
    const [, percent] = /(?:^|width:\s*)(\d{1,3}(?:\.\d+)?)%/.exec(String(width ?? style ?? '')) ?? []
    return percent === undefined ? undefined : Math.round(Number(percent) * 100) / 1e4
  })
  const isGiven = widths.length === alignsOf(rows).length && widths.some((share) => share !== undefined)
  return isGiven ? {widths} : {}
}
