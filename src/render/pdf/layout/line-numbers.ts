import type {NumberedLine} from './in-page/set-line-numbers.ts'
import type {Measured} from './measured.ts'
import type {PagePlan} from './page-plan.ts'

/** Where numbers of lines stand, each `step`-th, counted through the whole text. */
export function lineNumbers({atoms}: Measured, {areas}: PagePlan, step: number): ReadonlyArray<NumberedLine> {
  const lines: Array<NumberedLine> = []
  let count = 0
  for (const {from, to, start, origin} of areas) {
    for (const {line} of atoms.slice(from, to)) {
      if (line === undefined) continue
      count += 1
      if (count % step === 0) lines.push({number: count, top: start + line.top - origin, height: line.height})
    }
  }
  return lines
}
