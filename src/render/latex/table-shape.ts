import type {AlignType, Table} from 'mdast'
import {type PlacedCell, tableRows} from '../../util/table-rows.ts'
import {textOf} from '../../util/text.ts'
import type {State} from './state.ts'

/** How a table is laid out. */
export interface Shape {
  /** LaTeX's specification of each column. */
  readonly columns: ReadonlyArray<Column>
  /** How many letters stand in the longest line. */
  readonly line: number
}

/** A column. */
export interface Column {
  readonly spec: string
  /** Its share of the line, where its text is broken. */
  readonly share: number | undefined
  /** How many letters its longest line has. */
  readonly width: number
}

/** How wide each column is; where all in one line would be too wide, they share the line and their text is broken. */
export function shapeOf(node: Table, state: State): Shape {
  const {widths, words, blocks} = measured(node)
  const line = widths.reduce((sum, width) => sum + width + 2, 0)
  const aligns = widths.map((_, index) => node.align?.[index] ?? null)
  const given = node.data?.widths ?? []
  // In a cell, a share of the line may be no room at all.
  const isSmall = state.confined > 0 && !blocks && line <= state.layout.line / 4
  if (!isSmall && given.some((share) => share !== undefined)) {
    const shares = aligns.map((_, index) => atLeast(given[index], words[index] ?? 0, blocks, state))
    // Together no wider than the line.
    const whole = Math.max(
      1,
      shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)
    )
    const columns = aligns.map((align, index) => {
      const [wanted, width] = [shares[index], widths[index] ?? 1]
      const share = wanted === undefined ? undefined : Math.floor((wanted / whole) * 1000) / 1000
      return {share, width, spec: share === undefined ? lineColumn(align) : paragraphColumn(share, align)}
    })
    return {line, columns}
  }
  if (line <= state.layout.line && !blocks) {
    return {
      line,
      columns: aligns.map((align, index) => ({spec: lineColumn(align), share: undefined, width: widths[index] ?? 1}))
    }
  }
  const wanted = widths.map((width, index) => Math.max(6, Math.min(width, 45), Math.min(words[index] ?? 0, 25) * 1.2))
  const total = wanted.reduce((sum, width) => sum + width, 0)
  return {
    line,
    columns: aligns.map((align, index) => {
      const share = Math.floor(((wanted[index] ?? 1) / total) * 1000) / 1000
      return {share, spec: paragraphColumn(share, align), width: widths[index] ?? 1}
    })
  }
}

/** A column has room for its longest word, or for that of a quarter of the line, for its margins, and those of lists. */
function atLeast(share: number | undefined, word: number, blocks: boolean, {layout}: State): number | undefined {
  return share === undefined
    ? undefined
    : Math.max(share, Math.min(0.25, (word + 3) / layout.line), blocks ? Math.min(0.4, 18 / layout.line) : 0.06)
}

/** About how many lines a table takes: each row as many as its fullest cell, by how many letters a line of that holds. */
export function linesOf(node: Table, columns: ReadonlyArray<Column>, line: number): number {
  const heights = allRows(node).map((slots) =>
    Math.max(
      1,
      ...slots.map(({column, placed}) => {
        const room = Math.max(1, (columns[column]?.share ?? 1) * line)
        const texts = placed === undefined ? [] : textOf(placed.cell).split('\n')
        return texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / room)), 0)
      })
    )
  )
  return heights.reduce((sum, height) => sum + height, 0)
}

/** The longest line and word of each column, in letters, and whether a cell holds blocks. */
function measured(node: Table) {
  const widths: Array<number> = []
  const words: Array<number> = []
  let blocks = false
  for (const {column, placed} of allRows(node).flat()) {
    if (placed === undefined) continue
    blocks ||= placed.cell.data?.blocks === true
    for (let index = column; index < column + placed.colSpan; index++) widths[index] ??= 1
    if (placed.colSpan > 1) continue
    const text = textOf(placed.cell)
    widths[column] = Math.max(widths[column] ?? 1, longest(text.split('\n')))
    words[column] = Math.max(words[column] ?? 1, longest(text.split(/\s+/)))
  }
  return {widths, words, blocks}
}

function longest(texts: ReadonlyArray<string>): number {
  return texts.reduce((length, text) => Math.max(length, text.length), 0)
}

/** A column whose text is broken into lines, of a share of the line. */
function paragraphColumn(share: number, align: AlignType): string {
  const side = align === 'right' ? '\\raggedleft' : align === 'center' ? '\\centering' : '\\raggedright'
  // Before the first word of a paragraph TeX hyphenates nothing.
  return `>{${side}\\arraybackslash\\hspace{0pt}}p{\\dimexpr ${share}\\linewidth-2\\tabcolsep\\relax}`
}

/** A place in a row. */
export interface Slot {
  readonly column: number
  /** Nothing, where a cell from above reaches down. */
  readonly placed: PlacedCell | undefined
  readonly span: number
}

/** Every row with a slot for each place in it, those that are taken from above included. */
export function allRows(node: Table): ReadonlyArray<ReadonlyArray<Slot>> {
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

/** A column whose text stays in one line. */
function lineColumn(align: AlignType): string {
  return align === 'right' ? 'r' : align === 'center' ? 'c' : 'l'
}

/** A cell over several columns, as wide as they are; `length` letters that are too long for them in one line are broken. */
export function spanColumn(columns: ReadonlyArray<Column>, length: number, align: AlignType): string {
  const broken = columns.some(({share}) => share !== undefined)
  if (broken) {
    const shares = columns.reduce((sum, {share}) => sum + (share ?? 0), 0)
    return paragraphColumn(Math.round(shares * 1000) / 1000, align)
  }
  const width = columns.reduce((sum, column) => sum + column.width + 2, 0)
  return length > Math.max(width, 20) * 1.1
    ? `p{${Math.ceil(Math.max(width, 20) * 0.5)}em}`
    : lineColumn(align ?? 'center')
}
