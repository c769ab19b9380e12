import type {Measured, MeasuredNote} from './measured.ts'
import type {NotePart, Taken} from './note-parts.ts'
import {heightOf, take, takeOne} from './note-parts.ts'
import type {Area, PlacedNote, PlannedArea} from './page-plan.ts'
import type {Piece, Stretch} from './pieces.ts'
import {piecesOf} from './pieces.ts'

/** The areas to fill, by their index. */
export type AreaAt = (index: number) => Area

export interface DivideOptions {
  readonly stretch: Stretch
  readonly areaAt: AreaAt
  /** How many columns a page has, those of the last page to be as long as each other; pages are left as they are filled if absent. */
  readonly balanced?: number | undefined
  /** Of the highest area, in pixels: what a lower one cannot hold is left to one as high. */
  readonly height: number
  /** Between text and notes, the rule in it, in pixels. */
  readonly gap: number
}

/** A box that ends at the very edge of a page makes Chromium begin another. */
const slack = 1

/** An area filled: the index after its last piece, its notes, and what of them goes on to the next area. */
interface Candidate extends Taken {
  readonly to: number
}

/** What is left to fill an area with. */
interface Rest {
  /** Index of the first piece. */
  readonly from: number
  /** Parts of notes that found no room in the area before. */
  readonly carried: ReadonlyArray<NotePart>
}

interface Filled {
  readonly area: PlannedArea
  /** What was left before and after it. */
  readonly before: Rest
  readonly after: Rest
}

interface Start extends Rest {
  readonly pieces: ReadonlyArray<Piece>
  readonly notes: ReadonlyArray<MeasuredNote>
  readonly height: number
  readonly gap: number
  /** There are higher areas, so that it may stay empty. */
  readonly mayBeEmpty: boolean
}

/**
 * Divide a stretch of the tall column over areas, each note at the foot of the area it is called in; one that is too long goes on at the
 * foot of the next. An area ends at the last place where one may that leaves room for its notes; where there is none, after what cannot
 * be divided. Linear in the number of atoms and of lines of notes.
 */
export function divide(measured: Measured, options: DivideOptions): ReadonlyArray<PlannedArea> {
  const {notes} = measured
  const {stretch, areaAt, gap, balanced} = options
  const pieces = piecesOf(measured, stretch, options.height)
  const atomAt = (piece: number) => pieces[piece]?.from ?? stretch.to
  const isOver = ({from, carried}: Rest) => from >= pieces.length && carried.length === 0
  const filled = fillAll({from: 0, carried: []}, areaAt, Number.POSITIVE_INFINITY)
  const even = balanced === undefined ? filled : evened(filled, balanced)
  return even.map(({area}) => area)

  /** Areas until nothing is left, or there are so many. */
  function fillAll(rest: Rest, at: AreaAt, most: number): ReadonlyArray<Filled> {
    const areas: Array<Filled> = []
    for (let before = rest; !isOver(before) && areas.length < most; ) {
      const area = at(areas.length)
      const height = area.foot ?? area.height
      const candidate = fill({...before, pieces, notes, gap, height, mayBeEmpty: height < options.height})
      const after = {from: candidate.to, carried: candidate.rest}
      const content = {
        origin: pieces[before.from]?.origin ?? 0,
        from: atomAt(before.from),
        to: atomAt(after.from),
        notes: placed(candidate.parts, notes, height)
      }
      areas.push({area: {...area, ...content}, before, after})
      before = after
    }
    return areas
  }

  /** Fill the columns of the last page as far down as it takes, and no further. */
  function evened(areas: ReadonlyArray<Filled>, count: number): ReadonlyArray<Filled> {
    const first = areas.findIndex(({area}) => area.page === areas.at(-1)?.area.page)
    const {before: rest, area} = areas[first] ?? {}
    if (rest === undefined || area === undefined) return areas
    let [low, high] = [0, area.height]
    let best: ReadonlyArray<Filled> = areas.slice(first)
    // Notes stay with their calls if they can.
    const carries = best.some(({after}) => after.carried.length > 0)
    while (high - low > 1) {
      const foot = (low + high) / 2
      const tried = fillAll(rest, (index) => ({...areaAt(first + index), foot}), count)
      const last = tried.at(-1)
      const isWell = carries || tried.every(({after}) => after.carried.length === 0)
      if (last !== undefined && isOver(last.after) && isWell) {
        best = tried
        high = foot
      } else low = foot
    }
    return [...areas.slice(0, first), ...best]
  }
}

/** The fullest area that begins there. */
function fill(start: Start): Candidate {
  const {pieces, notes, from, carried, height, gap, mayBeEmpty} = start
  const opening = take(carried, notes, height - gap - slack)
  // Notes longer than a page have it to themselves.
  if (opening.rest.length > 0)
    return {to: from, ...(opening.parts.length > 0 || mayBeEmpty ? opening : takeOne(carried))}
  let {parts} = opening
  for (let index = from; index < pieces.length; index += 1) {
    const called = pieces[index]?.notes ?? []
    const room = roomFor([...parts, ...called], index, start) - heightOf(parts, notes)
    const taken = take(called, notes, room)
    if (room < 0 || taken.rest.length > 0) return ending(start, {index, parts, taken})
    parts = [...parts, ...taken.parts]
  }
  return {to: pieces.length, parts, rest: []}
}

/** What of the area's height notes may take below the piece of this index: nothing is kept for them where there are none. */
function roomFor(parts: ReadonlyArray<NotePart>, index: number, {pieces, from, height, gap}: Start): number {
  const text = (pieces[index]?.bottom ?? 0) - (pieces[from]?.origin ?? 0)
  return height - text - (parts.length === 0 ? 0 : gap + slack)
}

interface Overflow {
  /** Of the piece that does not fit with all its notes. */
  readonly index: number
  readonly parts: ReadonlyArray<NotePart>
  /** What of its notes fits; nothing if the piece itself does not. */
  readonly taken: Taken
}

/** How an area ends at a piece that does not fit with its notes. */
function ending({from, mayBeEmpty}: Start, {index, parts, taken}: Overflow): Candidate {
  // Its notes begin here, the first of them in part at least; the others follow.
  if (taken.parts.length > 0) return {to: index + 1, parts: [...parts, ...taken.parts], rest: taken.rest}
  if (index > from || parts.length > 0 || mayBeEmpty) return {to: index, parts, rest: []}
  return {to: index + 1, parts, rest: taken.rest}
}

/** Parts from the foot of the area upwards. */
function placed(parts: ReadonlyArray<NotePart>, notes: ReadonlyArray<MeasuredNote>, height: number): Array<PlacedNote> {
  let top = height - heightOf(parts, notes) - slack
  return parts.map((part, index) => {
    const note = {...part, top, first: index === 0}
    top += heightOf([part], notes)
    return note
  })
}
