import {fillPage} from './fill-page.ts'
import type {Measured} from './measured.ts'
import type {Area, PlannedArea} from './page-plan.ts'
import type {Stretch} from './pieces.ts'
import {piecesOf} from './pieces.ts'
import type {Filled, Rest, Task} from './task.ts'
import {isOver} from './task.ts'

export interface DivideOptions extends Pick<Task, 'floatGap' | 'gap' | 'height' | 'placement'> {
  readonly stretch: Stretch
  /** The areas of pages, by the index of the page. */
  readonly areasOf: (index: number) => ReadonlyArray<Area>
  /** The columns of the last page are to be as long as each other. */
  readonly even: boolean
}

/**
 * Divide a stretch of the tall column over areas, each note at the foot of the area it is called in; one that is too long goes on at the
 * foot of the next. An area ends at the last place where one may that leaves room for its notes; where there is none, after what cannot
 * be divided. Linear in the number of atoms and of lines of notes, but for areas with floats, which are filled anew for each.
 */
export function divide(measured: Measured, options: DivideOptions): ReadonlyArray<PlannedArea> {
  const {stretch, areasOf} = options
  const pieces = piecesOf(measured, stretch, options.height)
  const task: Task = {
    pieces,
    notes: measured.notes,
    floats: measured.floats ?? [],
    atomAt: (piece) => pieces[piece]?.from ?? stretch.to,
    beginsWithin: (piece) => measured.atoms[pieces[piece]?.from ?? -1]?.isRow === true,
    height: options.height,
    gap: options.gap,
    floatGap: options.floatGap,
    leading: measured.columns?.leading,
    placement: options.placement
  }
  const pages: Array<ReadonlyArray<Filled>> = []
  let rest: Rest = {from: 0, carried: [], floats: 0}
  while (!isOver(rest, task)) {
    const page = fillPage(task, rest, areasOf(pages.length))
    pages.push(page)
    const left = page.at(-1)?.after ?? rest
    // A float that no page holds is let go, over the edge of its page, so that an end is reached.
    rest = isSame(left, rest) && pages.length > 1 ? {...left, floats: left.floats + 1} : left
  }
  const last = pages.findLastIndex((page) => page.some(({area}) => area.from < area.to))
  const even = pages.map((page, index) => (options.even && index === last ? evened(task, page, areasOf(index)) : page))
  return even.flat().map(({area}) => area)
}

function isSame(one: Rest, next: Rest): boolean {
  const [part, other] = [one.carried[0], next.carried[0]]
  return (
    one.from === next.from && one.floats === next.floats && part?.note === other?.note && part?.from === other?.from
  )
}

/** Fill the columns of the last page with text as far down as it takes, and no further. */
function evened(task: Task, page: ReadonlyArray<Filled>, areas: ReadonlyArray<Area>): ReadonlyArray<Filled> {
  const [first] = page
  const end = page.at(-1)?.after
  if (first === undefined || end === undefined) return page
  let [low, high] = [0, first.area.height]
  let best = page
  // Notes stay with their calls if they can.
  const carries = best.some(({after}) => after.carried.length > 0)
  while (high - low > 1) {
    const foot = (low + high) / 2
    const tried = fillPage(
      task,
      first.before,
      areas.map((area) => ({...area, foot}))
    )
    const last = tried.at(-1)
    const isWell = carries || tried.every(({after}) => after.carried.length === 0)
    if (last !== undefined && isSame(last.after, end) && isWell) {
      best = tried
      high = foot
    } else low = foot
  }
  return best
}
