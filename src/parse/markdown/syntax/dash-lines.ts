import type {Line} from './table-layout.ts'

/** What the lines of a table under dashes are for. */
export interface DashTable {
  /** The line whose dashes are the columns. */
  readonly ruler: string
  readonly head: ReadonlyArray<Line>
  /** Each row is one line or several. */
  readonly rows: ReadonlyArray<ReadonlyArray<Line>>
  /** Rows may be of several lines: columns are then as wide as they are drawn. */
  readonly isMultiLine: boolean
}

/** What a line does to the table above it: it goes on, ends with the line, or before it, or is none. */
export type Verdict = 'ends' | 'ended' | 'fails' | 'goes on'

/** Reads a table line by line. */
export interface DashReader {
  take(line: Line): Verdict
  /** Whether the lines so far are a whole table. */
  isWhole(): boolean
  /** Whether the table runs until more dashes end it. */
  isOpen(): boolean
  table(): DashTable
}

type Mode = 'first' | 'head of many' | 'head' | 'headless' | 'many' | 'simple'

/** Tell pandoc's simple tables from its multi-line ones (https://pandoc.org/MANUAL.html#tables), with a head or without. */
export function dashReader(): DashReader {
  let mode: Mode = 'first'
  let ruler = ''
  let apart = false
  let spaced = false
  const head: Array<Line> = []
  const rows: Array<Array<Line>> = []
  const enter = (next: Mode, columns = ''): Verdict => {
    mode = next
    ruler = columns
    return 'goes on'
  }
  const row = (line: Line): Verdict => {
    const last = rows.at(-1)
    if (last === undefined || mode === 'simple' || apart) rows.push([line])
    else last.push(line)
    spaced ||= apart
    apart = false
    return 'goes on'
  }
  const blank = (): Verdict => {
    if (rows.length === 0) return 'fails'
    apart = true
    return mode === 'simple' ? 'ended' : 'goes on'
  }
  const takers: Readonly<Record<Mode, (line: Line, kind: Kind) => Verdict>> = {
    first(line, kind) {
      if (kind === 'columns') return enter('headless', line.text)
      if (kind === 'dashes') return enter('head of many')
      head.push(line)
      return kind === 'text' && !isFenced(line.text) ? enter('head') : 'fails'
    },
    head: (line, kind) => (kind === 'columns' ? enter('simple', line.text) : 'fails'),
    'head of many'(line, kind) {
      if (kind === 'columns' && head.length > 0) return enter('many', line.text)
      head.push(line)
      return kind === 'text' ? 'goes on' : 'fails'
    },
    simple(line, kind) {
      if (kind === 'blank') return blank()
      if (kind !== 'text') return rows.length > 0 ? 'ends' : 'fails'
      return isNext(line.text) && rows.length > 0 ? 'ended' : row(line)
    },
    many(line, kind) {
      if (kind === 'blank') return blank()
      return kind === 'text' ? row(line) : rows.length > 0 ? 'ends' : 'fails'
    },
    headless(line, kind) {
      if (kind === 'blank') return blank()
      if (kind === 'text') return row(line)
      // A rule of another width is only a rule.
      return rows.length > 0 && Math.abs(line.text.trimEnd().length - ruler.trimEnd().length) < 4 ? 'ends' : 'fails'
    }
  }
  return {
    take: (line) => takers[mode](line, kindOf(line.text)),
    isWhole: () => mode === 'simple' && rows.length > 0,
    isOpen: () => mode === 'many' || mode === 'headless',
    // Without an empty line in it, a table without a head has a row on each line.
    table() {
      const isMultiLine = mode === 'many' || (mode === 'headless' && spaced)
      return {ruler, head, rows: mode === 'headless' && !spaced ? rows.flat().map((line) => [line]) : rows, isMultiLine}
    }
  }
}

type Kind = 'blank' | 'columns' | 'dashes' | 'text'

function kindOf(text: string): Kind {
  const trimmed = text.trim()
  if (trimmed === '') return 'blank'
  if (!/^[- ]+$/.test(trimmed)) return 'text'
  const runs = trimmed.split(/ +/)
  if (runs.length === 1) return trimmed.length < 3 ? 'text' : 'dashes'
  return runs.every((run) => run.length > 1) ? 'columns' : 'text'
}

/** Code, formulas and HTML keep the lines below them from being read as lists, headings end with their line: none waits for a second one. */
function isFenced(text: string): boolean {
  return /^\s*(?:`{3}|~{3}|\${2}|:{3}|[*_]{3}|[#<|+])/.test(text)
}

/** A caption or a fence at once below the rows. */
function isNext(text: string): boolean {
  return /^ {0,3}(?::\s|:::|[Tt]able:)/.test(text)
}

/** Where the columns that a ruler draws begin and end. */
export function runsOf(ruler: string): ReadonlyArray<{readonly from: number; readonly to: number}> {
  return [...ruler.matchAll(/-+/g)].map(({0: run, index}) => ({from: index, to: index + run.length}))
}
