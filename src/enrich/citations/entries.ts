import type {Bibliography} from '../../model/nodes.ts'
import type {StyleEngine} from './engine.ts'
import {kinds} from './format.ts'
import {noForm} from './formatter.ts'
import {withEtAl} from './names.ts'
import type {Piece} from './tree.ts'
import {piecesOf, shownOf, textOfPieces} from './tree.ts'

/** An entry of the list as the style prints it. */
export interface Entry {
  readonly key: string
  /** What the style sets in a column of its own. */
  readonly marker: ReadonlyArray<Piece>
  readonly pieces: ReadonlyArray<Piece>
}

export interface Entries {
  readonly entries: ReadonlyArray<Entry>
  readonly layout: NonNullable<Bibliography['layout']>
}

/** The list of works, in the order of the style; empty if the style has none. */
export function entriesOf({engine, entryWords}: StyleEngine): Entries {
  const made = engine.makeBibliography()
  if (made === false) return {entries: [], layout: 'block'}
  const [parameters, texts] = made
  const entries = texts.flatMap((text, index): ReadonlyArray<Entry> => {
    const key = parameters.entry_ids[index]?.[0]
    return key === undefined
      ? []
      : [{key, ...columns(printedOr(key, trimmed(withEtAl(piecesOf(text.replaceAll(noForm, '')), entryWords(key)))))}]
  })
  const aligned = parameters['second-field-align'] !== false || entries.some(({marker}) => marker.length > 0)
  const shown = entries.map(({key, marker, pieces}) => ({key, marker: shownOf(marker), pieces: shownOf(pieces)}))
  return {entries: shown, layout: aligned ? 'labelled' : parameters.hangingindent ? 'hanging' : 'block'}
}

/** A work of which the style prints nothing is called by its key. */
function printedOr(key: string, pieces: ReadonlyArray<Piece>): ReadonlyArray<Piece> {
  return textOfPieces(pieces) === '' ? [key] : pieces
}

function columns(pieces: ReadonlyArray<Piece>): Pick<Entry, 'marker' | 'pieces'> {
  const [first, ...rest] = pieces
  if (typeof first !== 'object' || first.kind !== kinds.left) return {marker: [], pieces}
  const body = rest.flatMap((piece) =>
    typeof piece === 'object' && piece.kind === kinds.right ? piece.pieces : [piece]
  )
  return {marker: trimmed(first.pieces), pieces: trimmed(body)}
}

/** Without white space at the ends. */
export function trimmed(pieces: ReadonlyArray<Piece>): ReadonlyArray<Piece> {
  const result = [...pieces]
  const [first] = result
  if (typeof first === 'string') result[0] = first.trimStart()
  const last = result.at(-1)
  if (typeof last === 'string') result[result.length - 1] = last.trimEnd()
  else if (last !== undefined) result[result.length - 1] = {...last, pieces: [...trimmed(last.pieces)]}
  return result.filter((piece) => piece !== '')
}
