import type {Place} from '../model/place.ts'
import type {Problem} from '../model/problem.ts'

/** Problems by file, line and column, those without a place first; the same words at the same place are said once. */
export function ordered(problems: ReadonlyArray<Problem>): ReadonlyArray<Problem> {
  const once = new Map<string, Problem>()
  for (const problem of problems) {
    const key = JSON.stringify([problem.reason, problem.place])
    if (!once.has(key)) once.set(key, problem)
  }
  return [...once.values()].sort((a, b) => compare(a.place, b.place))
}

/** Below, equal to or above zero, as `sort` wants it. */
function compare(a: Place | undefined, b: Place | undefined): number {
  const [aFile, bFile] = [a?.file ?? '', b?.file ?? '']
  if (aFile !== bFile) return aFile < bFile ? -1 : 1
  return (a?.start?.line ?? 0) - (b?.start?.line ?? 0) || (a?.start?.column ?? 0) - (b?.start?.column ?? 0)
}
