import type {Nodes} from 'mdast'
import type {Caption, Figure} from '../../model/nodes.ts'
import {textOf} from '../../util/text.ts'
import {guarded} from './escape.ts'
import {confined, type State} from './state.ts'

/** A caption that is no float's. */
export function caption(node: Caption, state: State): string {
  return state.all(node.children)
}

/** `\caption` with the label; a number that LaTeX would not give is set before. */
export function captionOf(node: Figure, state: State): string {
  const {kind, number, identifier} = node
  const words = wordsOf(node, state)
  const label = identifier === undefined ? '' : `\\label{${state.names(identifier)}}`
  if (number === undefined) return words === '' ? '' : `\\par\\smallskip ${words}`
  const next = (state.counters.get(kind) ?? 0) + 1
  if (number === String(next)) state.counters.set(kind, next)
  const told =
    number === String(next) ? '' : `\\addtocounter{${kind}}{-1}\\renewcommand{\\the${kind}}{${state.text(number)}}%\n`
  return `${told}\\caption${shortOf(node, words, state)}{${words}}${label}`
}

/** What the caption says. */
export function wordsOf({children}: Figure, state: State): string {
  const node = children.find((child) => child.type === 'caption')
  return node === undefined ? '' : guarded(confined(state, () => state.all(node.children)).trim())
}

/** All but the caption; pictures without a paragraph about them. */
export function contentOf({children}: Figure): ReadonlyArray<Nodes> {
  return children.filter(({type}) => type !== 'caption')
}

/** What a list of figures would say: the text without its commands, which such a list cannot hold. */
function shortOf({children}: Figure, words: string, state: State): string {
  const node = children.find((child) => child.type === 'caption')
  const plain = node === undefined ? '' : state.text(textOf(node))
  return plain === words ? '' : `[{${plain}}]`
}
