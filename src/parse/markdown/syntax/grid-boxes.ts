import type {Borders} from './grid-borders.ts'

/** The border around one cell: lines and columns, from 0. */
export interface Box {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** The cells that borders enclose, row by row; `undefined` if they leave something that is no rectangle. */
export function boxesOf(borders: Borders): ReadonlyArray<Box> | undefined {
  const {rows, columns} = borders
  const width = columns.length - 1
  const height = rows.length - 1
  if (width < 1 || height < 1 || rows.some((row, index) => row + 1 === rows[index + 1])) return undefined
  const edges = edgesOf(borders)
  const taken = new Uint8Array(width * height)
  const boxes: Array<Box> = []
  for (let at = 0; at < taken.length; at++) {
    if (taken[at] === 1) continue
    const found = rectangle(edges, Math.floor(at / width), at % width)
    if (found === undefined || !take(taken, width, found)) return undefined
    boxes.push(drawn(found, borders))
  }
  return boxes
}

/** Fields of corners as lines and columns. */
function drawn({top, bottom, left, right}: Box, {rows, columns}: Borders): Box {
  return {top: rows[top] ?? 0, bottom: rows[bottom] ?? 0, left: columns[left] ?? 0, right: columns[right] ?? 0}
}

/** Whether there is a border above, and left of, each field between two lines and two columns of corners. */
interface Edges {
  readonly width: number
  readonly height: number
  above(row: number, column: number): boolean
  before(row: number, column: number): boolean
}

function edgesOf({rows, columns, across, down}: Borders): Edges {
  const width = columns.length - 1
  const height = rows.length - 1
  const above = Uint8Array.from({length: (height + 1) * width}, (_, at) => {
    const column = at % width
    return across(rows[Math.floor(at / width)] ?? 0, columns[column] ?? 0, columns[column + 1] ?? 0) ? 1 : 0
  })
  const before = Uint8Array.from({length: height * (width + 1)}, (_, at) => {
    const row = Math.floor(at / (width + 1))
    return down(columns[at % (width + 1)] ?? 0, rows[row] ?? 0, rows[row + 1] ?? 0) ? 1 : 0
  })
  return {
    width,
    height,
    above: (row, column) => above[row * width + column] === 1,
    before: (row, column) => before[row * (width + 1) + column] === 1
  }
}

/** The field of corners that begins at one, with borders all around it. */
function rectangle(edges: Edges, top: number, left: number): Box | undefined {
  const {width, height, above, before} = edges
  let right = left + 1
  while (right < width && !before(top, right)) right++
  let bottom = top + 1
  while (bottom < height && !above(bottom, left)) bottom++
  for (let column = left; column < right; column++) {
    if (!above(top, column) || !above(bottom, column)) return undefined
  }
  for (let row = top; row < bottom; row++) if (!before(row, left) || !before(row, right)) return undefined
  return {top, bottom, left, right}
}

function take(taken: Uint8Array, width: number, {top, bottom, left, right}: Box): boolean {
  for (let row = top; row < bottom; row++) {
    const from = row * width
    if (taken.subarray(from + left, from + right).includes(1)) return false
    taken.fill(1, from + left, from + right)
  }
  return true
}
