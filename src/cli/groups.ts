import type {Place} from '../model/place.ts'
import type {Problem} from '../model/problem.ts'

/** One thing to say, and all the places where it holds. */
export interface Group {
  readonly problem: Problem
  readonly others: ReadonlyArray<Place>
}

/** By file, line and column, those without a place first; what is said of several places is said once. */
export function groups(problems: ReadonlyArray<Problem>): ReadonlyArray<Group> {
  const found = new Map<string, {problem: Problem; others: Array<Place>}>()
  for (const problem of sorted(problems)) {
    const key = JSON.stringify([problem.id, problem.severity, problem.reason, problem.note])
    const known = found.get(key)
    if (known === undefined) found.set(key, {problem, others: []})
    else if (problem.place !== undefined && !isSame(problem.place, known.others.at(-1) ?? known.problem.place)) {
      known.others.push(problem.place)
    }
  }
  return [...found.values()]
}

/** By file, line and column, those without a place first. */
export function sorted(problems: ReadonlyArray<Problem>): ReadonlyArray<Problem> {
  return [...problems].sort((a, b) => compare(a.place, b.place))
}

function compare(a: Place | undefined, b: Place | undefined): number {
  const [aFile, bFile] = [a?.file ?? '', b?.file ?? '']
  if (aFile !== bFile) return aFile < bFile ? -1 : 1
  return (a?.start?.line ?? 0) - (b?.start?.line ?? 0) || (a?.start?.column ?? 0) - (b?.start?.column ?? 0)
}

function isSame(a: Place, b: Place | undefined): boolean {
  return b !== undefined && compare(a, b) === 0
}
