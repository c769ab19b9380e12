import type CSL from 'citeproc'
import type {CslItem} from '../../model/article.ts'
import type {StyleEngine} from './engine.ts'
import {nameTerms} from './engine.ts'
import {formatName, kinds} from './format.ts'
import {linearTexts} from './linear.ts'
import {isRaised, linked} from './links.ts'
import {shortNames, withEtAl} from './names.ts'
import type {Piece} from './tree.ts'
import {entryLink, piecesOf, shownOf, textOfPieces} from './tree.ts'
import {yearsLinked} from './years.ts'

/** What a citation prints. */
export interface Printed {
  /** Names in running text, of a narrative citation. */
  readonly names: ReadonlyArray<Piece>
  readonly main: ReadonlyArray<Piece>
  /** Between the two. */
  readonly space: string
  /** Keys of works for which the style has no words. */
  readonly formless: ReadonlyArray<string>
}

/** What the engine says where it has nothing to say. */
export const noForm = /\[NO_PRINTED_FORM\]|\[CSL STYLE ERROR: reference with no printed form\.\]/g

/** What the engine makes of all citations of a document in one pass, in their order, by their ids. */
export function clusterTexts(
  clusters: ReadonlyArray<CSL.Cluster>,
  {engine}: StyleEngine,
  {uncited, xml}: {readonly uncited: ReadonlyArray<string>; readonly xml: string}
): ReadonlyMap<string, string> {
  const full = clusters.filter(({citationItems}) => citationItems.length > 0)
  return linearTexts(engine, full, {format: formatName, uncited, xml})
}

/** Where a citation stands, as far as it shows in what is printed. */
interface Standing {
  readonly inNote: boolean
  /** The work that a narrative citation names. */
  readonly named: string | undefined
}

/** What one citation prints, of what an engine that has seen them all made of it. */
export function printedOne(text: string, cluster: CSL.Cluster, standing: Standing, means: Means): Printed {
  const [first] = cluster.citationItems
  if (first === undefined) return nothing
  const names = standing.named === first.id ? namesOf(first, standing, means) : []
  const printed = printedOf(text, names, cluster, means)
  return {...printed, names: shownOf(printed.names), main: shownOf(printed.main)}
}

export interface Means {
  readonly styleEngine: StyleEngine
  readonly items: ReadonlyMap<string, CslItem>
}

function printedOf(text: string, names: Printed['names'], cluster: CSL.Cluster, means: Means): Printed {
  const {styleEngine} = means
  const {kind} = styleEngine
  const pieces = withEtAl(spaced(piecesOf(text.replaceAll(noForm, ''))), nameTerms(styleEngine.engine))
  const main = linked(pieces, {
    firstOnly: kind === 'note',
    ofNumber: kind === 'numeric' ? (number) => numbered(number, cluster, styleEngine) : undefined
  })
  // A style that cites by the author alone has nothing to add to the names.
  if (names.length > 0 && !/[\p{L}\p{N}]/u.test(textOfPieces(main))) return {...nothing, names}
  const formless = text.search(noForm) === -1 ? [] : cluster.citationItems.map(({id}) => id)
  if (formless.length > 0 && !/[\p{L}\p{N}]/u.test(textOfPieces(main)))
    return {...nothing, main: [formless.join('; ')], formless}
  const space = names.length === 0 || isRaised(main) ? '' : ' '
  return {names, main: otherwiseLinked(main, cluster, means), space, formless}
}

/** What a citation of nothing known prints. */
export const nothing: Printed = {names: [], main: [], space: '', formless: []}

/** The names of a narrative citation: the style's own where it cites by author, else short ones. */
function namesOf(
  cite: CSL.CitationItem,
  {inNote}: Standing,
  {styleEngine: {engine, kind, numberOf}, items}: Means
): ReadonlyArray<Piece> {
  const item = items.get(cite.id)
  if (item === undefined || (kind === 'note' && inNote)) return []
  const link = (pieces: Array<Piece>): ReadonlyArray<Piece> => [{kind: entryLink, number: numberOf(cite.id), pieces}]
  if (kind === 'author-date') {
    const own = {id: cite.id, 'author-only': true, ...(cite.position === undefined ? {} : {position: cite.position})}
    const text = engine.makeCitationCluster([own])
    const pieces = withEtAl(piecesOf(text), nameTerms(engine))
    if (/[\p{L}\p{N}]/u.test(textOfPieces(pieces)) && text.search(noForm) === -1)
      return link(spelt(endless(pieces), ` ${engine.getTerm('and', 'symbol')} `, ` ${engine.getTerm('and')} `, item))
  }
  return link([shortNames(item, nameTerms(engine))])
}

/** Names without what a style sets between them and the year: “Smith, ”. */
function endless(pieces: ReadonlyArray<Piece>): Array<Piece> {
  const last = pieces.at(-1)
  if (last === undefined) return []
  const end = typeof last === 'string' ? last.replace(/[\s,;:]+$/, '') : {...last, pieces: endless(last.pieces)}
  return end === '' ? endless(pieces.slice(0, -1)) : [...pieces.slice(0, -1), end]
}

/** Numbers may stand close, “1,2”; the author's words may not. */
function spaced(pieces: ReadonlyArray<Piece>): Array<Piece> {
  return pieces.map((piece, index) => {
    if (typeof piece !== 'string') return {...piece, pieces: spaced(piece.pieces)}
    const opened = isAffix(pieces[index - 1]) ? piece.replace(/^([,;])(?=\S|$)/, '$1 ') : piece
    return isAffix(pieces[index + 1]) ? opened.replace(/([,;])$/, '$1 ') : opened
  })
}

function isAffix(piece: Piece | undefined): boolean {
  return typeof piece === 'object' && piece.kind === kinds.affix
}

/** An ampersand belongs within parentheses (APA Style, 7th edition, 8.17); one that is part of a name stays. */
function spelt(pieces: ReadonlyArray<Piece>, symbol: string, word: string, item: CslItem): Array<Piece> {
  if (word.trim() === '' || JSON.stringify([item['author'], item['editor']]).includes(symbol.trim())) return [...pieces]
  return pieces.map((piece) => {
    if (typeof piece === 'string')
      return piece.replace(/[\s\u00A0]*,?[\s\u00A0]&[\s\u00A0]/g, (found) => (found.includes(',') ? `,${word}` : word))
    return {...piece, pieces: spelt(piece.pieces, symbol, word, item)}
  })
}

/** The work of a citation that has a number in the list. */
function numbered(printed: string, {citationItems}: CSL.Cluster, {engine, numberOf}: StyleEngine): number | undefined {
  const cite = citationItems.find(({id}) => String(engine.registry.registry[id]?.seq) === printed)
  return cite && numberOf(cite.id)
}

/** Where nothing is marked as a work's: one work is linked as a whole, within its brackets, of several each by its year. */
function otherwiseLinked(pieces: Array<Piece>, cluster: CSL.Cluster, {styleEngine, items}: Means): Array<Piece> {
  const [only, more] = cluster.citationItems
  if (only === undefined || hasLink(pieces) || styleEngine.kind !== 'author-date') return pieces
  const [first] = pieces
  if (more !== undefined || pieces.length !== 1 || typeof first !== 'string')
    return yearsLinked(pieces, cluster, styleEngine, items)
  const [, before = '', core = '', after = ''] = /^([\s([]*)([\s\S]*?)([\s.)\]]*)$/.exec(first) ?? []
  if (core === '') return pieces
  const link = {kind: entryLink, number: styleEngine.numberOf(only.id), pieces: [core]}
  return [before, link, after].filter((piece) => piece !== '')
}

function hasLink(pieces: ReadonlyArray<Piece>): boolean {
  return pieces.some(
    (piece) =>
      typeof piece !== 'string' && (piece.kind === entryLink || piece.kind === kinds.link || hasLink(piece.pieces))
  )
}
