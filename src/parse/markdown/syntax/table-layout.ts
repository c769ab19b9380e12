import type {AlignType} from 'mdast'
import type {Point} from 'unist'

/** A line of the source, or a part of one, and where it begins. */
export interface Line {
  readonly text: string
  readonly start: Point
}

/** What a cell holds: Markdown, its lines at different columns of the file. */
export interface CellLayout {
  readonly lines: ReadonlyArray<Line>
  readonly colSpan: number
  readonly rowSpan: number
}

/** A table drawn with characters. */
export interface TableLayout {
  readonly align: ReadonlyArray<AlignType>
  readonly rows: ReadonlyArray<ReadonlyArray<CellLayout>>
  readonly headRows: number
  readonly footRows: number
  /** Cells hold blocks, not one line of text. */
  readonly blocks: boolean
  /** What share of the line each column takes; `undefined` where that is not drawn. */
  readonly widths?: ReadonlyArray<number> | undefined
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    drawnTable: 'drawnTable'
    drawnTableLine: 'drawnTableLine'
  }
  interface Token {
    /** What a drawn table shows. */
    _layout?: TableLayout
  }
}

/** The part of a line between two columns, from 0, white space at both ends left out. */
export function part(line: Line, from: number, to?: number): Line {
  const text = line.text.slice(from, to).trimEnd()
  const kept = text.trimStart()
  return moved(line.start, kept, kept === '' ? from : from + text.length - kept.length)
}

/** A line, and the indices of its text that a cell stands between. */
export interface Stretch {
  readonly line: Line
  readonly from: number
  readonly to: number
}

/** The lines of a cell without the white space that all of them begin with, so that blocks keep how they stand to each other. */
export function block(stretches: ReadonlyArray<Stretch>): ReadonlyArray<Line> {
  const texts = stretches.map(({line, from, to}) => line.text.slice(from, to).trimEnd())
  const indents = texts.filter((text) => text !== '').map((text) => text.length - text.trimStart().length)
  const indent = indents.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY)
  return stretches.map(({line, from}, index) => {
    const text = texts[index] ?? ''
    const by = Math.min(indent, text.length)
    return moved(line.start, text.slice(by), from + by)
  })
}

function moved({line, column, offset = 0}: Point, text: string, by: number): Line {
  return {text, start: {line, column: column + by, offset: offset + by}}
}
