import type {AlignType, Nodes, Table} from 'mdast'
import type {Figure} from '../../model/nodes.ts'
import {type PlacedCell, tableRows} from '../../util/table-rows.ts'
import {textOf} from '../../util/text.ts'
import {captionOf, contentOf} from './caption.ts'
import {confined, type State} from './state.ts'

/** Tables of more rows than this may run over pages. */
const long = 30

/** A table where it stands. */
export function table(node: Table, state: State): string {
  const {columns, line} = shapeOf(node, state)
  if (node.children.length > long && state.confined === 0 && state.layout.columns === 1)
    return runningTable(node, columns, '', state)
  return `\\begin{center}\n${sized(line, state)}${tabular(node, columns, state)}\n\\end{center}`
}

/** A table that floats, its caption above; over both columns where it is wide, over pages where it is long. */
export function floatingTable(node: Figure, state: State): string {
  const [content] = contentOf(node)
  if (content?.type !== 'table') return ''
  const {columns, line} = shapeOf(content, state)
  if (content.children.length > long && state.layout.columns === 1)
    return runningTable(content, columns, captionOf(node, state), state)
  const environment = state.layout.columns > 1 && line > state.layout.line ? 'table*' : 'table'
  const words = captionOf(node, state)
  const grid = tabular(content, columns, state)
  return `\\begin{${environment}}[tbp]\n\\centering\n${words}\n${sized(line, state)}${grid}\n\\end{${environment}}`
}

interface Shape {
  /** LaTeX's specification of each column. */
  readonly columns: ReadonlyArray<Column>
  /** How many letters stand in the longest line. */
  readonly line: number
}

interface Column {
  readonly spec: string
  /** Its share of the line, where its text is broken. */
  readonly share: number | undefined
}

function sized(line: number, {layout}: State): string {
  return line > layout.line * 1.2 ? '\\small\n' : ''
}

/** How wide each column is; where all in one line would be too wide, they share the line and their text is broken. */
function shapeOf(node: Table, state: State): Shape {
  const widths: Array<number> = []
  let blocks = false
  for (const row of allRows(node)) {
    for (const {column, placed} of row) {
      if (placed === undefined) continue
      blocks ||= placed.cell.data?.blocks === true
      for (let index = column; index < column + placed.colSpan; index++) widths[index] ??= 1
      if (placed.colSpan > 1) continue
      widths[column] = Math.max(
        widths[column] ?? 1,
        ...textOf(placed.cell)
          .split('\n')
          .map((text) => text.length)
      )
    }
  }
  const line = widths.reduce((sum, width) => sum + width + 2, 0)
  const aligns = widths.map((_, index) => node.align?.[index] ?? null)
  if (line <= state.layout.line && !blocks) {
    return {
      line,
      columns: aligns.map((align) => ({spec: lineColumn(align), share: undefined}))
    }
  }
  const wanted = widths.map((width) => Math.min(Math.max(width, 6), 45))
  const total = wanted.reduce((sum, width) => sum + width, 0)
  return {
    line,
    columns: aligns.map((align, index) => {
      const share = Math.floor(((wanted[index] ?? 1) / total) * 1000) / 1000
      return {share, spec: paragraphColumn(share, align)}
    })
  }
}

function paragraphColumn(share: number, align: AlignType): string {
  const side = align === 'right' ? '\\raggedleft' : align === 'center' ? '\\centering' : '\\raggedright'
  return `>{${side}\\arraybackslash}p{\\dimexpr ${share}\\linewidth-2\\tabcolsep\\relax}`
}

interface Slot {
  readonly column: number
  /** Nothing, where a cell from above reaches down. */
  readonly placed: PlacedCell | undefined
  readonly span: number
}

/** Every row with a slot for each place in it, those that are taken from above included. */
function allRows(node: Table): ReadonlyArray<ReadonlyArray<Slot>> {
  const {head, body, foot} = tableRows(node)
  const taken = new Map<number, {rows: number; span: number}>()
  return [...head, ...body, ...foot].map((cells) => {
    const slots: Array<Slot> = []
    let column = 0
    const skip = () => {
      for (let above = taken.get(column); above !== undefined && above.rows > 0; above = taken.get(column)) {
        above.rows -= 1
        slots.push({column, placed: undefined, span: above.span})
        column += above.span
      }
    }
    for (const placed of cells) {
      skip()
      slots.push({column, placed, span: placed.colSpan})
      taken.set(column, {rows: placed.rowSpan - 1, span: placed.colSpan})
      column += placed.colSpan
    }
    skip()
    return slots
  })
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
  // What begins with a bracket or an asterisk would be taken for a part of the line end before it.
  const guarded = /^[[*]/.test(tall) ? `{}${tall}` : tall
  if (span === 1) return guarded
  const shares = columns.slice(column, column + span).reduce((sum, {share}) => sum + (share ?? 0), 0)
  return `\\multicolumn{${span}}{${broken ? paragraphColumn(shares, align) : lineColumn(align ?? 'center')}}{${guarded}}`
}

function contentOfCell({cell, names}: PlacedCell, state: State): string {
  const written = confined(state, () => state.all(cell.children as ReadonlyArray<Nodes>)).trim()
  return names === undefined || written === '' || cell.data?.blocks === true ? written : `\\textbf{${written}}`
}

function lineColumn(align: AlignType): string {
  return align === 'right' ? 'r' : align === 'center' ? 'c' : 'l'
}
