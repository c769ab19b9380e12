import type {Nodes, Table} from 'mdast'
import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import type {PlacedCell, TableRows} from '../../util/table-rows.ts'
import {tableRows} from '../../util/table-rows.ts'
import {unsectioned} from './paragraphs.ts'
import type {State} from './state.ts'

/** A table in XHTML's model (JATS 1.3, `table`); a head without words is left out. */
export function table(node: Table, state: State): Element {
  const {head, body, foot} = tableRows(node)
  const empty = head.every((cells) => cells.every(({cell}) => cell.children.length === 0))
  const named = empty ? [] : head
  // A table without a body has none of the other parts.
  const columns = columnsOf(node)
  if (body.length === 0) return x('table', [...columns, ...group('tbody', [...named, ...foot], state)])
  return x('table', [
    ...columns,
    ...group('thead', named, state),
    ...group('tfoot', foot, state),
    ...group('tbody', body, state)
  ])
}

/** Columns with the share of the line that each takes, where one says it. */
function columnsOf({data}: Table): Array<Element> {
  if (data?.widths === undefined) return []
  const columns = data.widths.map((share) =>
    x('col', share === undefined ? {} : {width: `${Math.round(share * 1000) / 10}%`})
  )
  return [x('colgroup', columns)]
}

function group(name: string, rows: TableRows['body'], state: State): Array<Element> {
  if (rows.length === 0) return []
  const children = rows.map((cells) => tableRow(cells, state))
  return [x(name, children)]
}

function tableRow(cells: ReadonlyArray<PlacedCell>, state: State): Element {
  return x(
    'tr',
    cells.map((cell) => tableCell(cell, state))
  )
}

function tableCell({cell, align, names, colSpan, rowSpan}: PlacedCell, state: State): Element {
  const one = names === 'columns' ? 'col' : 'row'
  const isGroup = names === 'columns' ? colSpan > 1 : rowSpan > 1
  return x(
    names === undefined ? 'td' : 'th',
    {
      ...(align ? {align} : {}),
      ...(names === undefined ? {} : {scope: isGroup ? `${one}group` : one}),
      ...(colSpan > 1 ? {colspan: String(colSpan)} : {}),
      ...(rowSpan > 1 ? {rowspan: String(rowSpan)} : {})
    },
    cell.data?.blocks === true ? blocks(cell.children as ReadonlyArray<Nodes>, state) : state.all(cell.children)
  )
}

/** A cell holds neither tables nor figures: a table in it is an array, a figure what it shows and says (JATS 1.3, `td`). */
function blocks(children: ReadonlyArray<Nodes>, state: State): Array<ElementContent> {
  return children.flatMap((child): Array<ElementContent> => {
    if (child.type === 'table') return [array(child, state)]
    if (child.type === 'div') return named(blocks(child.children, state), child.identifier, state)
    if (child.type !== 'figure') return unsectioned(state.all([child]))
    return child.children.flatMap(
      (part): Array<ElementContent> =>
        part.type === 'caption' ? [x('p', state.all(part.children))] : blocks([part], state)
    )
  })
}

/** What stands for a division that a cell cannot hold: its first paragraph bears its name. */
function named(children: Array<ElementContent>, identifier: string | undefined, state: State): Array<ElementContent> {
  const first = children.find((child) => child.type === 'element' && child.attributes['id'] === undefined)
  if (identifier !== undefined && first?.type === 'element') first.attributes['id'] = state.id(identifier)
  return children
}

function array(node: Table, state: State): Element {
  const {head, body, foot} = tableRows(node)
  return x('array', group('tbody', [...head, ...body, ...foot], state))
}
