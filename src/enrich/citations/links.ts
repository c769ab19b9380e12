import {kinds} from './format.ts'
import type {Piece} from './tree.ts'
import {entryLink} from './tree.ts'

export interface LinkOptions {
  /** Link only the first words of each work: in a note, what follows may be as long as the entry itself. */
  readonly firstOnly: boolean
  /** The work that a printed number stands for, in this citation. */
  readonly ofNumber?: ((printed: string) => number | undefined) | undefined
}

/** Gather what belongs to one work into one link to its entry. */
export function linked(pieces: ReadonlyArray<Piece>, options: LinkOptions): Array<Piece> {
  const seen = new Set<number>()
  const {ofNumber, firstOnly} = options
  return gathered(ofNumber === undefined ? pieces : numbersMarked(pieces, ofNumber), firstOnly ? seen : undefined)
}

/** The engine does not say of each number whose it is. */
function numbersMarked(pieces: ReadonlyArray<Piece>, ofNumber: NonNullable<LinkOptions['ofNumber']>): Array<Piece> {
  return pieces.flatMap((piece): Array<Piece> => {
    if (typeof piece !== 'string') {
      const {kind} = piece
      if (kind === kinds.variable || kind === kinds.affix || kind === kinds.placed) return [piece]
      return [{...piece, pieces: numbersMarked(piece.pieces, ofNumber)}]
    }
    return piece.split(/(\d+)/).flatMap((part): Array<Piece> => {
      const number = /^\d+$/.test(part) ? ofNumber(part) : undefined
      if (number !== undefined) return [{kind: kinds.variable, number, pieces: [part]}]
      return part === '' ? [] : [part]
    })
  })
}

function gathered(pieces: ReadonlyArray<Piece>, seen: Set<number> | undefined): Array<Piece> {
  const result: Array<Piece> = []
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]
    if (piece === undefined) continue
    const owner = ownerOf(piece)
    if (typeof piece === 'string' || owner === undefined) {
      result.push(typeof piece === 'string' ? piece : {...piece, pieces: gathered(piece.pieces, seen)})
      continue
    }
    if (seen?.has(owner)) {
      result.push(piece)
      continue
    }
    seen?.add(owner)
    const last = seen === undefined ? lastOf(pieces, index, owner) : index
    result.push({kind: entryLink, number: owner, pieces: pieces.slice(index, last + 1)})
    index = last
  }
  return result
}

/** How far a work's words go on, with nothing between them that is another's, the author's own, or a link. */
function lastOf(pieces: ReadonlyArray<Piece>, from: number, owner: number): number {
  let last = from
  for (let index = from + 1; index < pieces.length; index++) {
    const piece = pieces[index]
    if (piece === undefined || typeof piece === 'string') continue
    const other = ownerOf(piece)
    if (other !== owner) break
    last = index
  }
  return last
}

/** The one work whose words are in a piece; `undefined` if none's or several works', or if there is a link in it already. */
function ownerOf(piece: Piece): number | undefined {
  const owners = new Set<number | 'none'>()
  const look = (each: Piece) => {
    if (typeof each === 'string') return
    if (each.kind === kinds.link || each.kind === kinds.affix || each.kind === kinds.placed) owners.add('none')
    if (each.kind === kinds.variable && each.number !== undefined) owners.add(each.number)
    for (const inner of each.pieces) look(inner)
  }
  look(piece)
  const [owner] = owners
  return owners.size === 1 && owner !== 'none' ? owner : undefined
}

/** Whether pieces begin with something raised, such as a number that follows its word without space. */
export function isRaised(pieces: ReadonlyArray<Piece>): boolean {
  const first = pieces.find((piece) => piece !== '')
  if (first === undefined || typeof first === 'string') return false
  return first.kind === kinds.sup || isRaised(first.pieces)
}
