import type {Nodes, Parents} from 'mdast'
import type {Token} from 'micromark-util-types'
import type {Attributes} from '../../../model/attributes.ts'
import {positionOf} from './place.ts'
import {childrenOf} from './raw.ts'

/** What takes the attributes that follow it at once. */
const takers: ReadonlySet<string> = new Set(['image', 'imageReference', 'inlineCode', 'link', 'linkReference'])

/** Attributes that end a paragraph: they are text, unless the paragraph proves to be a caption. */
export interface Trailing {
  readonly attributes: Attributes
  /** How long their text is. */
  readonly length: number
}

const trailings = new WeakMap<Nodes, Trailing>()

/** The attributes that end a paragraph. */
export function trailingOf(paragraph: Nodes): Trailing | undefined {
  return trailings.get(paragraph)
}

/** Say of attributes that they end a paragraph. */
export function setTrailing(paragraph: Nodes, trailing: Trailing): void {
  trailings.set(paragraph, trailing)
}

/** Give attributes to what they stand behind; `false` if they stand behind nothing that takes any. */
export function attach(parent: Parents, attributes: Attributes, token: Token): boolean {
  return (
    toSibling(parent, attributes, token) || toFormula(parent, attributes, token) || toEnd(parent, attributes, token)
  )
}

function toSibling(parent: Parents, attributes: Attributes, token: Token): boolean {
  const last = childrenOf(parent).at(-1)
  if (last === undefined || !takers.has(last.type) || last.data?.attributes !== undefined) return false
  if (last.position?.end.offset !== token.start.offset) return false
  give(last, attributes, token)
  return true
}

/** A display may stand apart from its attributes: `$$…$$ {#eq:x}`. */
function toFormula(parent: Parents, attributes: Attributes, token: Token): boolean {
  const children = childrenOf(parent)
  const last = children.at(-1)
  const gap = last?.type === 'text' && last.value.trim() === ''
  const formula = gap ? children.at(-2) : last
  if ((formula?.type as string | undefined) !== 'displayFormula' || formula === undefined) return false
  if (gap) children.pop()
  give(formula, attributes, token)
  return true
}

function toEnd(parent: Parents, attributes: Attributes, token: Token): boolean {
  if (token._endsText !== true) return false
  if (parent.type === 'paragraph' || parent.type === 'tableCell') {
    trailings.set(parent, {attributes, length: token.end.offset - token.start.offset})
    return false
  }
  if (parent.type !== 'heading') return false
  parent.data = {...parent.data, attributes}
  const last = parent.children.at(-1)
  if (last?.type !== 'text') return true
  const kept = last.value.trimEnd()
  if (kept === '') parent.children.pop()
  else {
    const dropped = last.value.length - kept.length
    last.value = kept
    if (last.position !== undefined) {
      const {line, column, offset = 0} = last.position.end
      last.position.end = {line, column: column - dropped, offset: offset - dropped}
    }
  }
  return true
}

function give(node: Nodes, attributes: Attributes, token: Token): void {
  node.data = {...node.data, attributes}
  if (node.position !== undefined) node.position = {...node.position, end: positionOf(token).end}
}
