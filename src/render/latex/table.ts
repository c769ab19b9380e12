import type {Nodes, Table} from 'mdast'
import type {Figure} from '../../model/nodes.ts'
import {type PlacedCell, tableRows} from '../../util/table-rows.ts'
import {textOf} from '../../util/text.ts'
import {captionOf, contentOf} from './caption.ts'
import {guarded} from './escape.ts'
import {confined, type State} from './state.ts'
import {allRows, type Column, linesOf, type Slot, shapeOf, spanColumn} from './table-shape.ts'
import {inLandscape, isTurnedHere, placementOf, turnedFloat} from './turned.ts'

/** Tables of more rows than this may run over pages, and of more lines than these, for no float is higher than a page. */
const long = {rows: 30, lines: 40}
/** Of these a turned page holds so much. */
const turnedShare = 0.65

/** A table where it stands. */
export function table(node: Table, state: State): string {
  const {columns, line} = shapeOf(node, state)
  if (isLong(node, columns, state) && state.confined === 0) return runningTable(node, columns, '', state)
  return `\\begin{center}\n${sized(line, state)}${tabular(node, columns, state)}\n\\end{center}`
}

/** A table that floats, its caption above; over both columns where it is wide, over pages where it is long. */
export function floatingTable(node: Figure, state: State): string {
  const [content, ...rest] = contentOf(node)
  if (content?.type !== 'table') return ''
  const running = (columns: ReadonlyArray<Column>) => {
    const beneath = notesBeneath(rest, state)
    return `${runningTable(content, columns, captionOf(node, state), state)}${beneath}`
  }
  if (isTurnedHere(node, state)) {
    const isOne = state.layout.columns > 1
    return turnedFloat('table', state, (environment) => {
      const {columns} = shapeOf(content, state)
      const runs = !isOne && isLong(content, columns, state, turnedShare)
      return runs ? inLandscape(running(columns)) : framed(node, environment, state)
    })
  }
  const {columns, line} = shapeOf(content, state)
  if (isLong(content, columns, state)) return running(columns)
  return framed(node, state.layout.columns > 1 && line > state.layout.line ? 'table*' : 'table', state)
}

/** A table in the environment of its float; where it is turned, that has its place. */
function framed(node: Figure, environment: string, state: State): string {
  const [content, ...rest] = contentOf(node)
  if (content?.type !== 'table') return ''
  const {columns, line} = shapeOf(content, state)
  const notes = notesBeneath(rest, state)
  const words = captionOf(node, state)
  const grid = tabular(content, columns, state)
  return `\\begin{${environment}}${placementOf(environment, state)}\n\\centering\n${words}\n${sized(line, state)}${grid}${notes}\n\\end{${environment}}`
}

/** Whether a table may have to run over pages, which it can where a page has one column. */
function isLong(node: Table, columns: ReadonlyArray<Column>, {layout}: State, share = 1): boolean {
  if (layout.columns > 1) return false
  return node.children.length > long.rows * share || linesOf(node, columns, layout.line) > long.lines * share
}

/** The notes of a table, as wide as the line. */
function notesBeneath(nodes: ReadonlyArray<Nodes>, state: State): string {
  const written = confined(state, () => state.all([...nodes])).trim()
  return written === ''
    ? ''
    : `\\par\\smallskip\\noindent\n\\begin{minipage}{\\linewidth}\\footnotesize\\raggedright\n${written}\n\\end{minipage}`
}

function sized(line: number, {layout}: State): string {
  return line > layout.line * 1.2 ? '\\small\n' : ''
}

function tabular(node: Table, columns: ReadonlyArray<Column>, state: State): string {
  const {head, body} = tableRows(node)
  const rows = rowsOf(node, columns, state)
  const [first, middle, last] = [
    rows.slice(0, head.length),
    rows.slice(head.length, head.length + body.length),
    rows.slice(head.length + body.length)
  ]
  const named = first.some((row) => /[^\s&\\]/.test(row)) ? [...first, '\\midrule'] : []
  const footed = last.length === 0 ? [] : ['\\midrule', ...last]
  return [
    `\\begin{tabular}{${columns.map(({spec}) => spec).join('')}}`,
    '\\toprule',
    ...named,
    ...middle,
    ...footed,
    '\\bottomrule',
    '\\end{tabular}'
  ].join('\n')
}

function runningTable(node: Table, columns: ReadonlyArray<Column>, words: string, state: State): string {
  const {head} = tableRows(node)
  const rows = rowsOf(node, columns, state)
  const named = rows.slice(0, head.length)
  const top = [
    ...(words === '' ? [] : [`${words}\\\\`]),
    '\\toprule',
    ...named,
    ...(named.length === 0 ? [] : ['\\midrule']),
    '\\endfirsthead'
  ]
  const again = ['\\toprule', ...named, ...(named.length === 0 ? [] : ['\\midrule']), '\\endhead']
  return [
    `\\begin{longtable}{${columns.map(({spec}) => spec).join('')}}`,
    ...top,
    ...again,
    '\\bottomrule',
    '\\endfoot',
    ...rows.slice(head.length),
    '\\end{longtable}'
  ].join('\n')
}

function rowsOf(node: Table, columns: ReadonlyArray<Column>, state: State): ReadonlyArray<string> {
  return allRows(node).map((slots) => `${slots.map((slot) => cellOf(slot, columns, state)).join(' & ')} \\\\`)
}

function cellOf({column, placed, span}: Slot, columns: ReadonlyArray<Column>, state: State): string {
  const broken = columns[column]?.share !== undefined
  if (placed === undefined) return span > 1 ? `\\multicolumn{${span}}{l}{}` : ''
  const {rowSpan, align} = placed
  const written = contentOfCell(placed, state)
  const tall = rowSpan > 1 ? `\\multirow{${rowSpan}}{${broken ? '=' : '*'}}{${written}}` : written
  const content = guarded(tall)
  if (span === 1) return content
  const spec = spanColumn(columns.slice(column, column + span), textOf(placed.cell).length, align)
  return `\\multicolumn{${span}}{${spec}}{${content}}`
}

function contentOfCell({cell, names}: PlacedCell, state: State): string {
  const children = cell.children as ReadonlyArray<Nodes>
  const hasDisplay = children.some(({type}) => type === 'math')
  const blocks = () => children.map((child) => display(child, state)).join('\n\n')
  const written = confined(state, hasDisplay ? blocks : () => state.all(children)).trim()
  return names === undefined || written === '' || cell.data?.blocks === true ? written : `\\textbf{${written}}`
}

/** A formula on its own line in a cell: some classes make the cell as wide as the page for it, unless it is in a box. */
function display(node: Nodes, state: State): string {
  const written = state.all([node]).trim()
  return node.type === 'math' ? `\\begin{minipage}{\\linewidth}\n${written}\n\\end{minipage}` : written
}
