import type {Measured} from './measured.ts'
import type {NotePart} from './note-parts.ts'
import {wholeNote} from './note-parts.ts'

/** Atoms that stay together. */
export interface Piece {
  /** Index of its first atom, and that after its last. */
  readonly from: number
  readonly to: number
  readonly bottom: number
  /** Where the area's content begins if it begins with this piece, a repeated head above it counted in. */
  readonly origin: number
  readonly notes: ReadonlyArray<NotePart>
}

/** A part of the tall column, divided by itself: indices of its first atom and after its last, and where it begins. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly origin: number
}

/** Atoms grouped between the places where an area may end; a group that none of that height holds falls apart. */
export function piecesOf({atoms, notes}: Measured, stretch: Stretch, height: number): ReadonlyArray<Piece> {
  const pieces: Array<Piece> = []
  let {from} = stretch
  for (let to = from + 1; to <= stretch.to; to += 1) {
    if (to < stretch.to && atoms[to]?.breakable !== true) continue
    const group = pieceOf(from, to)
    if (group.bottom - group.origin <= height) pieces.push(group)
    else for (let index = from; index < to; index += 1) pieces.push(pieceOf(index, index + 1))
    from = to
  }
  return pieces

  function pieceOf(first: number, after: number): Piece {
    const within = atoms.slice(first, after)
    const [begins] = within
    return {
      from: first,
      to: after,
      bottom: within.at(-1)?.bottom ?? 0,
      origin: begins === undefined || first === stretch.from ? stretch.origin : begins.origin - begins.head,
      notes: within.flatMap((atom) => atom.notes.map((note) => wholeNote(note, notes)))
    }
  }
}
