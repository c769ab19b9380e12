import type {Nodes, PhrasingContent, Text} from 'mdast'
import {attributesOf} from '../../model/attributes.ts'
import {textOf} from '../../util/text.ts'
import {dashes} from './dashes.ts'
import type {Line, Replacements} from './quotes.ts'
import {quotes, setByOthers} from './quotes.ts'
import {spaces} from './spaces.ts'

/** A text of a line: where it begins, and in which language it is. */
interface Piece {
  readonly node: Text
  readonly start: number
  readonly language: string
}

export interface LineOptions {
  readonly language: string
  /** Whether spaces are held together too. */
  readonly spaced: boolean
}

/** Set quotation marks, dashes and spaces in the texts of one line; code, formulas, addresses and citations stay as they are. */
export function setLine(nodes: ReadonlyArray<PhrasingContent>, {language, spaced}: LineOptions): void {
  const {text, pieces} = flat(nodes, language)
  if (!/["'\s]|--|\.{3}/.test(text)) return
  const literal = new Set(pieces.flatMap(({node, start}) => (node.data?.literal ?? []).map((index) => start + index)))
  const line: Line = {text, literal, languageAt: finder(pieces, language)}
  const out: Replacements = new Map()
  quotes(line, out)
  dashes(line, out)
  if (spaced) spaces(line, out)
  if (out.size > 0) for (const piece of pieces) write(piece, out)
}

/** Texts joined, depth-first; what is set by others stands for a word. */
function flat(nodes: ReadonlyArray<PhrasingContent>, outer: string): {text: string; pieces: ReadonlyArray<Piece>} {
  const pieces: Array<Piece> = []
  const open: Array<{node: Nodes; language: string}> = nodes.map((node) => ({node, language: outer})).reverse()
  const parts: Array<string> = []
  let length = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const {node, language} = next
    if (node.type === 'text') {
      pieces.push({node, start: length, language})
      parts.push(node.value)
      length += node.value.length
    } else if (isTransparent(node)) {
      const inner = attributesOf(node).pairs.get('lang') ?? language
      for (const child of node.children.toReversed()) open.push({node: child, language: inner})
    } else if (node.type !== 'footnoteReference') {
      parts.push(node.type === 'break' ? ' ' : setByOthers)
      length += 1
    }
  }
  return {text: parts.join(''), pieces}
}

const transparent: ReadonlySet<string> = new Set([
  'delete',
  'emphasis',
  'link',
  'span',
  'strong',
  'subscript',
  'superscript'
])

/** Whether a node's children are text of the line; the name of an address is not. */
function isTransparent(node: Nodes): node is Extract<Nodes, {children: Array<PhrasingContent>}> {
  return (
    transparent.has(node.type) && !(node.type === 'link' && /^(?:\w+:|www\.|10\.\d)\S*$/.test(textOf(node.children)))
  )
}

/** Asked for rising places mostly; found by halves. */
function finder(pieces: ReadonlyArray<Piece>, language: string): (index: number) => string {
  if (pieces.every((piece) => piece.language === language)) return () => language
  return (index) => {
    let [low, high] = [0, pieces.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((pieces[middle]?.start ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return pieces[low]?.language ?? language
  }
}

function write({node, start}: Piece, out: Replacements): void {
  const {value} = node
  let written = ''
  for (let index = 0; index < value.length; index++) written += out.get(start + index) ?? value[index]
  node.value = written
}
