import type CSL from 'citeproc'
import type {CslItem} from '../../model/article.ts'
import type {StyleEngine} from './engine.ts'
import {kinds} from './format.ts'
import {yearOf} from './names.ts'
import type {Piece} from './tree.ts'
import {entryLink} from './tree.ts'

/** Link each work's year, “2000b”, where the engine does not say which words are whose. */
export function yearsLinked(
  pieces: ReadonlyArray<Piece>,
  {citationItems}: CSL.Cluster,
  {engine, numberOf}: StyleEngine,
  items: ReadonlyMap<string, CslItem>
): Array<Piece> {
  let linked = [...pieces]
  for (const {id} of citationItems) {
    const item = items.get(id)
    const year = item && yearOf(item)
    if (year === undefined || !/^\d{1,4}$/.test(year)) continue
    const suffix = engine.registry.registry[id]?.disambig.year_suffix
    const printed = year + (suffix === undefined || suffix === false ? '' : letterOf(Number(suffix)))
    linked = firstLinked(linked, new RegExp(`(?<![\\p{L}\\p{N}])${printed}(?![\\p{L}\\p{N}])`, 'u'), numberOf(id))
  }
  return linked
}

/** Link the first text that matches, wherever it is, but in the author's own words and in other links. */
function firstLinked(pieces: ReadonlyArray<Piece>, pattern: RegExp, number: number | undefined): Array<Piece> {
  for (const [index, piece] of pieces.entries()) {
    const replacement = typeof piece === 'string' ? parted(piece, pattern, number) : inside(piece, pattern, number)
    if (replacement !== undefined) return pieces.toSpliced(index, 1, ...replacement)
  }
  return [...pieces]
}

function parted(text: string, pattern: RegExp, number: number | undefined): Array<Piece> | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const [found] = match
  const link = {kind: entryLink, number, pieces: [found]}
  return [text.slice(0, match.index), link, text.slice(match.index + found.length)].filter((piece) => piece !== '')
}

const closed: ReadonlySet<string> = new Set([entryLink, kinds.affix, kinds.link, kinds.placed])

function inside(piece: Exclude<Piece, string>, pattern: RegExp, number: number | undefined): Array<Piece> | undefined {
  if (closed.has(piece.kind)) return undefined
  const pieces = firstLinked(piece.pieces, pattern, number)
  return pieces.length === piece.pieces.length && pieces.every((each, index) => each === piece.pieces[index])
    ? undefined
    : [{...piece, pieces}]
}

/** a, b … z. */
function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(97 + index) : ''
}
