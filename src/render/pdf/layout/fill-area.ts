import {fill, footHeight, placed} from './fill.ts'
import type {MeasuredFloat} from './measured.ts'
import {wholeNote} from './note-parts.ts'
import type {Area, PlannedArea} from './page-plan.ts'
import type {Filled, Rest, Task} from './task.ts'

/** How much of an area floats may take, unless one that has waited for it takes more alone. */
export const mostOfArea = 0.75

/** What stands at the top of an area beside its own floats. */
export interface Above {
  /** In pixels. */
  readonly height: number
  /** Indices of floats across all columns. */
  readonly floats: ReadonlyArray<number>
}

/**
 * Fill an area. Floats that have waited, and those that are called for in it, stand at its top or foot, in their order, as long as what
 * calls for them does not move to the next area by it.
 */
export function fillArea(task: Task, rest: Rest, area: Area, above: Above): Filled {
  const plain = attempt([])
  let best = plain
  for (let next = rest.floats; ; next += 1) {
    const float = task.floats[next]
    if (float === undefined || float.across || float.after >= task.atomAt(best.after.from)) return best
    const floats = [...best.own, next]
    const tried = isAllowed(floats, float) ? attempt(floats) : best
    if (tried === best || float.after >= task.atomAt(tried.after.from)) return best
    best = tried
  }

  function isAllowed(floats: ReadonlyArray<number>, last: MeasuredFloat): boolean {
    if (task.placement === 'top' && (area.closed === true || task.beginsWithin(rest.from))) return false
    const height = above.height + spaceOf(floats, task)
    const waited = floats.length === 1 && above.height === 0 && last.after < task.atomAt(rest.from)
    return height <= (waited ? 1 : mostOfArea) * area.height && height <= (area.foot ?? area.height)
  }

  function attempt(floats: ReadonlyArray<number>): Filled & {readonly own: ReadonlyArray<number>} {
    const space = spaceOf(floats, task)
    const height = area.foot ?? area.height
    const called = floats.flatMap((float) => task.floats[float]?.notes ?? [])
    const carried = [...rest.carried, ...called.map((note) => wholeNote(note, task.notes))]
    const mayBeEmpty = height < task.height || space + above.height > 0
    const {
      to,
      parts,
      rest: left
    } = fill({
      pieces: task.pieces,
      notes: task.notes,
      from: rest.from,
      carried,
      height: height - above.height - space,
      gap: task.gap,
      mayBeEmpty
    })
    const band = above.height + (task.placement === 'top' ? space : 0)
    const first =
      task.placement === 'top' ? above.height : height - footHeight(parts, task.notes, task.gap) - space + task.floatGap
    const content = {
      band,
      origin: (task.pieces[rest.from]?.origin ?? 0) - band,
      from: task.atomAt(rest.from),
      to: task.atomAt(to),
      notes: placed(parts, task.notes, height),
      floats: [...stacked(above.floats, 0, task), ...stacked(floats, first, task)]
    }
    const after = {from: to, carried: left, floats: rest.floats + floats.length}
    return {area: {...area, ...content}, before: rest, after, own: floats}
  }
}

/** How high floats are together, the space between them and the text counted in: lines beside them stay beside each other. */
export function spaceOf(floats: ReadonlyArray<number>, {floats: measured, floatGap, leading, height}: Task): number {
  const [first] = floats
  if (floats.length === 1 && measured[first ?? -1]?.isPage === true) return height
  const space = floats.reduce((sum, float) => sum + (measured[float]?.height ?? 0) + floatGap, 0)
  return leading === undefined ? space : Math.ceil(space / leading) * leading
}

/** Floats one below the other; it is all of them together that take whole lines. */
function stacked(
  floats: ReadonlyArray<number>,
  from: number,
  {floats: measured, floatGap}: Task
): NonNullable<PlannedArea['floats']> {
  let top = from
  return floats.map((float) => {
    const one = {float, top}
    top += (measured[float]?.height ?? 0) + floatGap
    return one
  })
}
