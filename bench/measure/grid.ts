import {grouped, within} from './blocks.ts'
import type {Scene, SetBlock, TextLine} from './fragments.ts'
import type {Measure} from './measure.ts'
import {absent, measure} from './measure.ts'

/** Lines of two columns that stand beside each other are as high, to this many points. */
const drift = 0.5

/** Two columns: whether they end together, whether the title spans both, and whether their lines stand beside each other. */
export function measureGrid({blocks, columns, pages}: Scene): ReadonlyArray<Measure> {
  if (columns.count < 2) {
    return [absent('T10', 'columns', 'one'), absent('T11', 'lines beside those of the other column', 'one column')]
  }
  const text = blocks.filter((block) => !within(block, 'Note', 'Table', 'Figure', 'Caption'))
  const leading = leadingOf(text)
  const last = [0, 1].map((column) => footOf(text, pages, column))
  const apart = Math.abs((last[0] ?? 0) - (last[1] ?? 0)) / leading
  const off = offGrid(text, leading)
  return [
    measure('T10', 'columns', 'two', '', true),
    measure(
      'T10',
      'lines by which one column of the last page is longer',
      apart.toFixed(1),
      'at most 2',
      apart <= 2.05
    ),
    measure('T11', 'lines off those of the other column', `${(100 * off).toFixed(1)} %`, '0.0 %', off < 0.0005)
  ]
}

function footOf(blocks: ReadonlyArray<SetBlock>, page: number, column: number): number {
  const lines = blocks.flatMap((block) => block.lines.filter((line) => line.page === page && line.column === column))
  return Math.max(0, ...lines.map(({y}) => y))
}

/** From baseline to baseline of most lines. */
function leadingOf(blocks: ReadonlyArray<SetBlock>): number {
  const steps = blocks.flatMap(({lines}) =>
    lines.slice(1).flatMap((line, index) => {
      const before = lines[index]
      const step = line.y - (before?.y ?? line.y)
      return before?.page === line.page && step > 0 ? [Math.round(step * 20) / 20] : []
    })
  )
  const counts = [...grouped(steps, (step) => step)].toSorted(([, one], [, next]) => next.length - one.length)
  return counts[0]?.[0] ?? 1
}

/** The share of the right column's running lines that no line of the left one, or one line further, stands beside. */
function offGrid(blocks: ReadonlyArray<SetBlock>, leading: number): number {
  const running = blocks.filter((block) => block.path.at(-1) === 'P' && block.lines.length > 2)
  const lines = running.flatMap((block) => block.lines)
  const largest = [...grouped(lines, ({size}) => Math.round(size * 10))].toSorted(([, a], [, b]) => b.length - a.length)
  const body = largest[0]?.[1] ?? []
  const left = grouped(
    body.filter(({column}) => column === 0),
    ({page}) => page
  )
  const right = body.filter(({column, page}) => column === 1 && left.has(page))
  const off = right.filter((line) => !(left.get(line.page) ?? []).some((other) => isBeside(line, other, leading)))
  return right.length === 0 ? 0 : off.length / right.length
}

function isBeside(line: TextLine, other: TextLine, leading: number): boolean {
  const steps = (line.y - other.y) / leading
  return Math.abs(steps - Math.round(steps)) * leading <= drift
}
