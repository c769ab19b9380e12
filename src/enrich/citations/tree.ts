import type {PhrasingContent} from 'mdast'
import {begin, end, kinds, middle, plainClasses} from './format.ts'

/** A stretch of formatted text, between two marks or between two stretches. */
export type Piece = Stretch | string

interface Stretch {
  readonly kind: string
  readonly number?: number | undefined
  readonly pieces: Array<Piece>
}

/** Read the engine's marks. What does not close, closes at the end; what closes nothing is left out. */
export function piecesOf(text: string): Array<Piece> {
  const root: Array<Piece> = []
  const open = [root]
  const mark = new RegExp(`${begin}([a-z])(\\d*)${middle}|${end}`, 'g')
  let at = 0
  for (const match of text.matchAll(mark)) {
    if (match.index > at) open.at(-1)?.push(text.slice(at, match.index))
    at = match.index + match[0].length
    const [, kind, number] = match
    if (kind === undefined) {
      if (open.length > 1) open.pop()
      continue
    }
    const stretch: Stretch = {kind, number: number === '' ? undefined : Number(number), pieces: []}
    open.at(-1)?.push(stretch)
    open.push(stretch.pieces)
  }
  if (at < text.length) open.at(-1)?.push(text.slice(at))
  return root
}

/** The kind of a stretch that links to the entry of the work of its number. */
export const entryLink = 'entry'

/** Plain text of pieces. */
export function textOfPieces(pieces: ReadonlyArray<Piece>): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : textOfPieces(piece.pieces))).join('')
}

/** Stretches that say whose text is, which no reader sees. */
const unseen: ReadonlySet<string> = new Set([kinds.affix, kinds.others, kinds.right, kinds.variable])

/** Pieces without the stretches that do not show, and neighbouring texts joined: the same phrasing content follows, sooner. */
export function shownOf(pieces: ReadonlyArray<Piece>): Array<Piece> {
  const shown: Array<Piece> = []
  addShown(pieces, shown)
  return shown
}

function addShown(pieces: ReadonlyArray<Piece>, shown: Array<Piece>): void {
  for (const piece of pieces) {
    const last = shown.at(-1)
    if (typeof piece === 'string') {
      if (typeof last === 'string') shown[shown.length - 1] = last + piece
      else if (piece !== '') shown.push(piece)
    } else if (unseen.has(piece.kind)) addShown(piece.pieces, shown)
    else shown.push({...piece, pieces: shownOf(piece.pieces)})
  }
}

/** Puts back what stood in an affix: a node that has no text of its own, or the node around a text. */
export type Restore = (number: number, children: Array<PhrasingContent>) => ReadonlyArray<PhrasingContent>

export interface TreeOptions {
  readonly restore: Restore
  /** The address of the entry of a work, by its number; `undefined` if it is in no list. */
  readonly entry: (number: number) => string | undefined
}

/** Pieces as phrasing content; neighbouring texts joined. `link` stretches become links to what they spell. */
export function phrasingOf(pieces: ReadonlyArray<Piece>, options: TreeOptions): Array<PhrasingContent> {
  const nodes: Array<PhrasingContent> = []
  addPhrasing(pieces, nodes, options)
  return nodes
}

function addPhrasing(pieces: ReadonlyArray<Piece>, nodes: Array<PhrasingContent>, options: TreeOptions): void {
  for (const piece of pieces) {
    if (typeof piece === 'string') addText(piece, nodes)
    else addStretch(piece, nodes, options)
  }
}

/** All nodes are of this document alone, so that a text may be lengthened. */
function addText(value: string, nodes: Array<PhrasingContent>): void {
  const last = nodes.at(-1)
  if (last?.type === 'text') last.value += value
  else nodes.push({type: 'text', value})
}

function addAll(more: ReadonlyArray<PhrasingContent>, nodes: Array<PhrasingContent>): void {
  for (const node of more)
    if (node.type === 'text' && nodes.at(-1)?.type === 'text') addText(node.value, nodes)
    else nodes.push(node)
}

function addStretch(stretch: Stretch, nodes: Array<PhrasingContent>, options: TreeOptions): void {
  const {kind, pieces, number} = stretch
  const around = parents[kind]
  if (kind === entryLink) addLink(options.entry(number ?? -1), stretch, nodes, options)
  else if (kind === kinds.link) addLink(addressOf(textOfPieces(pieces)), stretch, nodes, options)
  else if (kind === kinds.placed) addAll(options.restore(number ?? 0, phrasingOf(pieces, options)), nodes)
  else if (around === undefined) addPhrasing(pieces, nodes, options)
  else nodes.push(around(phrasingOf(pieces, options), number ?? 0))
}

/** What shows of a stretch around its content. */
const parents: Readonly<
  Partial<Record<string, (children: Array<PhrasingContent>, number: number) => PhrasingContent>>
> = {
  [kinds.italic]: (children) => ({type: 'emphasis', children}),
  [kinds.strong]: (children) => ({type: 'strong', children}),
  [kinds.sup]: (children) => ({type: 'superscript', children}),
  [kinds.sub]: (children) => ({type: 'subscript', children}),
  [kinds.smallCaps]: (children) => span('smallcaps', children),
  [kinds.underline]: (children) => span('underline', children),
  [kinds.block]: (children) => span('csl-block', children),
  [kinds.indent]: (children) => span('csl-indent', children),
  [kinds.normal]: (children, number) => span(plainClasses[number] ?? plainClasses[0], children)
}

function span(name: string, children: Array<PhrasingContent>): PhrasingContent {
  return {type: 'span', data: {attributes: {classes: [name], pairs: new Map()}}, children}
}

function addLink(
  url: string | undefined,
  {pieces}: Stretch,
  nodes: Array<PhrasingContent>,
  options: TreeOptions
): void {
  if (url === undefined) addPhrasing(pieces, nodes, options)
  else nodes.push({type: 'link', url, children: phrasingOf(pieces, options)})
}

/** An address, or a DOI's; anything else, such as `javascript:`, is none. */
function addressOf(text: string): string | undefined {
  const trimmed = text.trim()
  if (/^(?:https?|ftp):\/\/\S+$/i.test(trimmed)) return trimmed
  if (/^10\.\d{4,9}\/\S+$/.test(trimmed)) return `https://doi.org/${trimmed}`
  return undefined
}
