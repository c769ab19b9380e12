/** Where an object is: at an offset in the file, or the how manyth of those in a stream (ISO 32000-1, Table 18). */
export interface Place {
  readonly number: number
  readonly kind: 'alone' | 'within'
  /** The offset, or the number of the stream. */
  readonly where: number
  /** The generation of what stands alone, or the index within the stream. */
  readonly which: number
}

/** The table of objects, not compressed; what its dictionary says of it, as numbers. */
export interface CrossReferences {
  readonly bytes: Buffer
  readonly widths: ReadonlyArray<number>
  readonly index: ReadonlyArray<number>
}

type Row = readonly [number: number, type: number, where: number, which: number]

/** The table of objects as a stream holds it (ISO 32000-1, 7.5.8); places may come in any order. */
export function crossReferences(places: ReadonlyArray<Place>): CrossReferences {
  const rows = places
    .map(({number, kind, where, which}): Row => [number, kind === 'alone' ? 1 : 2, where, which])
    .concat([[0, 0, 0, 65_535]])
    .sort(([one], [next]) => one - next)
  const widths = [1, 2, 3].map((column) => widthOf(rows.reduce((most, row) => Math.max(most, row[column] ?? 0), 0)))
  const [type = 1, where = 1, which = 1] = widths
  const bytes = Buffer.alloc(rows.length * (type + where + which))
  let at = 0
  for (const row of rows) {
    at = bytes.writeUIntBE(row[1], at, type)
    at = bytes.writeUIntBE(row[2], at, where)
    at = bytes.writeUIntBE(row[3], at, which)
  }
  return {bytes, widths, index: ranges(rows.map(([number]) => number))}
}

function widthOf(value: number): number {
  return Math.ceil(value.toString(2).length / 8)
}

/** Numbers that follow each other, as the first and how many they are. */
function ranges(numbers: ReadonlyArray<number>): ReadonlyArray<number> {
  const found: Array<number> = []
  let first = 0
  numbers.forEach((number, index) => {
    if (number === (numbers[index + 1] ?? Number.NaN) - 1) return
    found.push(numbers[first] ?? 0, index + 1 - first)
    first = index + 1
  })
  return found
}
