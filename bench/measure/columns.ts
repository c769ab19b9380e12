/** From where to where something reaches on a page, in points. */
interface Extent {
  readonly page: number
  readonly left: number
  readonly right: number
}

/** Tells the column of a place on a page, from 0; and how many there are at most. */
export interface Columns {
  readonly count: number
  of(extent: Extent): number
}

/** Fewer lines on a side than this share are no column: they are short lines, such as those of a list. */
const fewest = 0.15

/**
 * Find out from where lines of running text lie whether they are in two columns: a gutter is a place in the middle that most lines
 * leave free, with many on each side.
 */
export function columnsOf(lines: ReadonlyArray<Extent>): Columns {
  const left = Math.min(...lines.map((line) => line.left))
  const right = Math.max(...lines.map((line) => line.right))
  const places = Array.from({length: 31}, (_, index) => left + (right - left) * (0.35 + index * 0.01))
  const [best] = places.map((at) => ({at, ...sides(lines, at)})).sort((one, next) => one.across - next.across)
  const least = fewest * lines.length
  if (best === undefined || best.across > lines.length / 2 || Math.min(best.before, best.after) < least)
    return {count: 1, of: () => 0}
  return {count: 2, of: (line) => (line.left >= best.at ? 1 : 0)}
}

function sides(lines: ReadonlyArray<Extent>, at: number): {before: number; across: number; after: number} {
  const before = lines.filter((line) => line.right <= at).length
  const after = lines.filter((line) => line.left >= at).length
  return {before, after, across: lines.length - before - after}
}
