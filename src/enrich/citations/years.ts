import type CSL from 'citeproc'
import type {CslItem} from '../../model/article.ts'
import type {StyleEngine} from './engine.ts'
import {kinds} from './format.ts'
import {yearOf} from './names.ts'
import type {Piece} from './tree.ts'
import {entryLink} from './tree.ts'

/** Link each work's year, “2000b”, or its letter alone behind another's year, “2000a, b”, where the engine does not say which words are whose. */
export function yearsLinked(
  pieces: ReadonlyArray<Piece>,
  {citationItems}: CSL.Cluster,
  {engine, numberOf}: StyleEngine,
  items: ReadonlyMap<string, CslItem>
): Array<Piece> {
  let linked = [...pieces]
  const series: Series = {of: new Map(), works: new Map()}
  for (const {id} of citationItems) {
    const item = items.get(id)
    const year = item && yearOf(item)
    if (year === undefined || !/^\d{1,4}$/.test(year)) continue
    const suffix = engine.registry.registry[id]?.disambig.year_suffix
    const letter = suffix === undefined || suffix === false ? '' : letterOf(Number(suffix))
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${year}${letter}(?![\\p{L}\\p{N}])`, 'u')
    const number = numberOf(id)
    linked = firstLinked(linked, pattern, number)
    const name = JSON.stringify([year, item?.['author'] ?? item?.['editor']])
    if (number === undefined || letter === '') continue
    series.of.set(number, name)
    series.works.set(letter + name, number)
  }
  return series.works.size > 1 ? lettersLinked(linked, series) : linked
}

/** Works by the same people of the same year, which letters tell apart. */
interface Series {
  /** The name of the series that a work is in, by the work's number. */
  readonly of: Map<number, string>
  /** Numbers of works, by letter and name of the series. */
  readonly works: Map<string, number>
}

/** Link letters that stand right behind a link of their series, with no more than a delimiter between. */
function lettersLinked(pieces: ReadonlyArray<Piece>, series: Series): Array<Piece> {
  const result: Array<Piece> = []
  for (const piece of pieces) {
    const before = result.at(-1)
    if (typeof piece !== 'string')
      result.push(closed.has(piece.kind) ? piece : {...piece, pieces: lettersLinked(piece.pieces, series)})
    else if (typeof before === 'object' && before.kind === entryLink)
      result.push(...lettersIn(piece, series, series.of.get(before.number ?? -1) ?? ''))
    else result.push(piece)
  }
  return result
}

function lettersIn(text: string, {works}: Series, name: string): ReadonlyArray<Piece> {
  const result: Array<Piece> = []
  let rest = text
  for (;;) {
    const [found = '', delimiter = '', letter = ''] = /^([\s,;&–-]+)(\p{L}{1,2})(?![\p{L}\p{N}])/u.exec(rest) ?? []
    const number = works.get(letter + name)
    if (letter === '' || number === undefined) return rest === '' ? result : [...result, rest]
    result.push(delimiter, {kind: entryLink, number, pieces: [letter]})
    rest = rest.slice(found.length)
  }
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

/** a, b … z, aa, ab … */
function letterOf(index: number): string {
  const last = String.fromCharCode(97 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}
