import type {MeasuredNote} from './measured.ts'
import type {NotePart, Taken} from './note-parts.ts'
import {heightOf, take, takeOne} from './note-parts.ts'
import type {PlacedNote} from './page-plan.ts'
import type {Piece} from './pieces.ts'

/** A box that ends at the very edge of a page makes Chromium begin another. */
const slack = 1

/** An area filled: the index after its last piece, its notes, and what of them goes on to the next area. */
export interface Candidate extends Taken {
  readonly to: number
}

/** What an area may be filled with. */
export interface Start {
  readonly pieces: ReadonlyArray<Piece>
  readonly notes: ReadonlyArray<MeasuredNote>
  /** Index of the first piece. */
  readonly from: number
  /** Parts of notes that found no room in the area before. */
  readonly carried: ReadonlyArray<NotePart>
  /** What text and notes may take, in pixels. */
  readonly height: number
  /** Between text and notes, the rule in it, in pixels. */
  readonly gap: number
  /** There are higher areas, so that it may stay empty. */
  readonly mayBeEmpty: boolean
}

/** Fill an area from its top with as many pieces as leave room for their notes. */
export function fill(start: Start): Candidate {
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

/** An area filled so far, of its height, may end before a piece whose notes would not all begin in it. */
const leastFull = 3 / 4

/** How an area ends at a piece that does not fit with its notes. */
function ending(start: Start, {index, parts, taken}: Overflow): Candidate {
  const {from, mayBeEmpty} = start
  const areAllBegun = taken.rest.every((part) => part.from > 0)
  if (!areAllBegun && index > from && isNearlyFull(start, {index, parts})) return {to: index, parts, rest: []}
  // Its notes begin here, the first of them in part at least; the others follow.
  if (taken.parts.length > 0) return {to: index + 1, parts: [...parts, ...taken.parts], rest: taken.rest}
  if (index > from || parts.length > 0 || mayBeEmpty) return {to: index, parts, rest: []}
  return {to: index + 1, parts, rest: taken.rest}
}

function isNearlyFull(start: Start, {index, parts}: Pick<Overflow, 'index' | 'parts'>): boolean {
  const left = roomFor(parts, index - 1, start) - heightOf(parts, start.notes)
  return left <= start.height * (1 - leastFull)
}

/** What notes take at the foot of an area, the space above them counted in. */
export function footHeight(parts: ReadonlyArray<NotePart>, notes: ReadonlyArray<MeasuredNote>, gap: number): number {
  return parts.length === 0 ? 0 : heightOf(parts, notes) + gap + slack
}

/** Parts from the foot of the area upwards. */
export function placed(
  parts: ReadonlyArray<NotePart>,
  notes: ReadonlyArray<MeasuredNote>,
  height: number
): Array<PlacedNote> {
  let top = height - heightOf(parts, notes) - slack
  return parts.map((part, index) => {
    const note = {...part, top, first: index === 0}
    top += heightOf([part], notes)
    return note
  })
}
