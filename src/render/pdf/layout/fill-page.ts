import {fillArea, mostOfArea, spaceOf} from './fill-area.ts'
import type {Area} from './page-plan.ts'
import type {Filled, Rest, Task} from './task.ts'
import {isOver} from './task.ts'

/**
 * Fill the areas of one page. Floats across its columns stand at the top, in their order: those that have waited, and those that are
 * called for on the page, as long as what calls for them stays on it.
 */
export function fillPage(task: Task, rest: Rest, areas: ReadonlyArray<Area>): ReadonlyArray<Filled> {
  let best = attempt([])
  for (let next = rest.floats; task.floats[next]?.across === true && isCalled(next, best); next += 1) {
    const floats = Array.from({length: next - rest.floats + 1}, (_, index) => rest.floats + index)
    const tried = isAllowed(floats) ? attempt(floats) : undefined
    if (tried === undefined || !isCalled(next, tried) || tried.some(cannotBegin)) break
    best = tried
  }
  return best

  /** Whether what calls for a float is on the page, or before it. */
  function isCalled(float: number, filled: ReadonlyArray<Filled>): boolean {
    const {from = 0} = filled.at(-1)?.after ?? {}
    return (task.floats[float]?.after ?? 0) < task.atomAt(from)
  }

  function isAllowed(floats: ReadonlyArray<number>): boolean {
    const [first] = areas
    const [float] = floats
    if (first === undefined || float === undefined) return false
    const height = spaceOf(floats, task)
    const waited = floats.length === 1 && (task.floats[float]?.after ?? 0) < task.atomAt(rest.from)
    return height <= (waited ? 1 : mostOfArea) * first.height && height <= (first.foot ?? first.height)
  }

  function cannotBegin({area, before}: Filled): boolean {
    return area.from < area.to && task.beginsWithin(before.from)
  }

  function attempt(floats: ReadonlyArray<number>): ReadonlyArray<Filled> {
    const height = spaceOf(floats, task)
    const filled: Array<Filled> = []
    let before: Rest = {...rest, floats: rest.floats + floats.length, carried: carriedWith(floats)}
    for (const area of areas) {
      const isFirst = filled.length === 0
      if (!isFirst && isOver(before, task)) break
      const one = fillArea(task, before, area, {height, floats: isFirst ? floats : []})
      filled.push(isFirst ? {...one, before: rest} : one)
      before = one.after
    }
    return filled
  }

  /** Notes that floats call stand in the first column. */
  function carriedWith(floats: ReadonlyArray<number>): Rest['carried'] {
    const notes = floats.flatMap((float) => task.floats[float]?.notes ?? [])
    return [...rest.carried, ...notes.map((note) => ({note, from: 0, to: task.notes[note]?.lines.length ?? 0}))]
  }
}
