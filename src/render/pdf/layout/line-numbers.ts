import type {NumberedLine} from './in-page/set-line-numbers.ts'
import type {Measured} from './measured.ts'
import type {PagePlan} from './page-plan.ts'

/** Where numbers of lines stand, each `step`-th, counted through the whole text; pages are that high. */
export function lineNumbers(
  {atoms}: Measured,
  {pages}: PagePlan,
  {height, step}: {readonly height: number; readonly step: number}
): ReadonlyArray<NumberedLine> {
  const lines: Array<NumberedLine> = []
  let count = 0
  pages.forEach(({from, to}, page) => {
    const first = atoms[from]
    const origin = page === 0 || first === undefined ? 0 : first.origin - first.head
    for (const {line} of atoms.slice(from, to)) {
      if (line === undefined) continue
      count += 1
      if (count % step === 0) lines.push({number: count, top: page * height + line.top - origin, height: line.height})
    }
  })
  return lines
}
