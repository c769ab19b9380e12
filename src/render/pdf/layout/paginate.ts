import type {Measured, MeasuredNote} from './measured.ts'
import type {NotePart, Taken} from './note-parts.ts'
import {heightOf, take, takeOne} from './note-parts.ts'
import type {PagePlan, PlacedNote, PlannedPage} from './page-plan.ts'
import type {Piece} from './pieces.ts'
import {piecesOf} from './pieces.ts'

export interface PaginateOptions {
  /** Of a page's area, in pixels. */
  readonly height: number
  /** Between text and notes, the rule in it, in pixels. */
  readonly gap: number
}

/** A box that ends at the very edge of a page makes Chromium begin another. */
const slack = 1

/** A page: the index after its last piece, its notes, and what of them goes on to the next page. */
interface Candidate extends Taken {
  readonly to: number
}

interface Start extends PaginateOptions {
  readonly pieces: ReadonlyArray<Piece>
  readonly notes: ReadonlyArray<MeasuredNote>
  readonly from: number
  /** Parts of notes that found no room on the page before. */
  readonly carried: ReadonlyArray<NotePart>
}

/**
 * Divide a tall column into pages, each note at the foot of the page it is called on; one that is too long goes on at the foot of the next.
 * A page ends at the last place where one may that leaves room for its notes; where there is none, after what cannot be divided.
 * Linear in the number of atoms and of lines of notes.
 */
export function paginate(measured: Measured, options: PaginateOptions): PagePlan {
  const {atoms, notes} = measured
  const pieces = piecesOf(measured, options.height)
  const atomAt = (piece: number) => pieces[piece]?.from ?? atoms.length
  const pages: Array<PlannedPage> = []
  let from = 0
  let carried: ReadonlyArray<NotePart> = []
  while (from < pieces.length || carried.length > 0) {
    const page = fill({pieces, notes, from, carried, ...options})
    pages.push({from: atomAt(from), to: atomAt(page.to), notes: placed(page.parts, notes, options.height)})
    from = page.to
    carried = page.rest
  }
  return {pages}
}

/** The longest page that begins there. */
function fill(start: Start): Candidate {
  const {pieces, notes, from, carried, height, gap} = start
  const opening = take(carried, notes, height - gap - slack)
  // Notes longer than a page have it to themselves.
  if (opening.rest.length > 0) return {to: from, ...(opening.parts.length > 0 ? opening : takeOne(carried))}
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

/** What of the page's height notes may take below the piece of this index: nothing is kept for them where there are none. */
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

/** How a page ends at a piece that does not fit with its notes. */
function ending({from}: Start, {index, parts, taken}: Overflow): Candidate {
  // Its notes begin here, the first of them in part at least; the others follow.
  if (taken.parts.length > 0) return {to: index + 1, parts: [...parts, ...taken.parts], rest: taken.rest}
  if (index > from || parts.length > 0) return {to: index, parts, rest: []}
  return {to: index + 1, parts, rest: taken.rest}
}

/** Parts from the foot of the page upwards. */
function placed(parts: ReadonlyArray<NotePart>, notes: ReadonlyArray<MeasuredNote>, height: number): Array<PlacedNote> {
  let top = height - heightOf(parts, notes) - slack
  return parts.map((part, index) => {
    const note = {...part, top, first: index === 0}
    top += heightOf([part], notes)
    return note
  })
}
