/** Which characters of a drawing are its border. */
export interface Borders {
  /** Columns that have a corner, in order. */
  readonly columns: ReadonlyArray<number>
  /** Lines that have a corner, in order. */
  readonly rows: ReadonlyArray<number>
  /** Whether a border goes through the line from one column to the other, both included. */
  across(row: number, from: number, to: number): boolean
  /** Whether a border goes through the column on all lines between the two. */
  down(column: number, from: number, to: number): boolean
}

/** Follow the border from the top left corner: what does not hang together with it belongs to a cell. Linear. */
export function bordersOf(flat: ReadonlyArray<string>): Borders {
  const reached = borderOf(flat)
  const columns = new Set<number>()
  const rows = new Set<number>()
  reached.forEach((line, row) => {
    line.forEach((seen, column) => {
      if (seen === 0 || flat[row]?.[column] !== '+') return
      columns.add(column)
      rows.add(row)
    })
  })
  const is = (row: number, column: number, marks: string) =>
    reached[row]?.[column] === 1 && marks.includes(flat[row]?.[column] ?? ' ')
  return {
    columns: [...columns].sort((a, b) => a - b),
    rows: [...rows],
    across: (row, from, to) => every(from, to, (column) => is(row, column, horizontal)),
    down: (column, from, to) => every(from + 1, to - 1, (row) => is(row, column, vertical))
  }
}

const horizontal = '+-=:'
const vertical = '+|'

/** By line and column, 1 where the border is. */
function borderOf(flat: ReadonlyArray<string>): ReadonlyArray<Uint8Array> {
  const reached = flat.map((line) => new Uint8Array(line.length))
  const open: Array<number> = []
  const reach = (row: number, column: number, marks: string) => {
    const mark = flat[row]?.[column]
    const seen = reached[row]
    if (mark === undefined || seen === undefined || seen[column] === 1 || !marks.includes(mark)) return
    seen[column] = 1
    open.push(row, column)
  }
  reach(0, 0, '+')
  while (open.length > 0) {
    const column = open.pop() ?? 0
    const row = open.pop() ?? 0
    const mark = flat[row]?.[column] ?? ' '
    for (const step of horizontal.includes(mark) ? [-1, 1] : []) reach(row, column + step, horizontal)
    for (const step of vertical.includes(mark) ? [-1, 1] : []) reach(row + step, column, vertical)
  }
  return reached
}

function every(from: number, to: number, test: (index: number) => boolean): boolean {
  for (let index = from; index <= to; index++) if (!test(index)) return false
  return true
}
