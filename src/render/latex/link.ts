import type {Link} from 'mdast'
import {textOf} from '../../util/text.ts'
import {isSafe} from '../html/link.ts'
import {breakable} from './escape.ts'
import type {State} from './state.ts'

/** A link: out of the article, to a work of the reference list, or to a place that has a label. */
export function link(node: Link, state: State): string {
  const words = () => state.all(node.children)
  if (state.inHeading && !state.targets.get(node.url.slice(1))?.number) return words()
  if (node.url.startsWith('#')) return inside(node.url.slice(1), node, state)
  if (!isSafe(node.url)) return words()
  const plain = textOf(node)
  return `\\href{${address(node.url)}}{${/\s/.test(plain) ? words() : breakable(plain, words())}}`
}

function inside(identifier: string, node: Link, state: State): string {
  const words = () => state.all(node.children)
  const label = state.targets.get(identifier)
  if (label !== undefined) {
    const name = state.names(identifier)
    const page = node.data?.page
    if (page !== undefined) return page.split('#').map(state.text).join(`\\pageref{${name}}`)
    return pointer(textOf(node), label.number, state, name) ?? `\\hyperref[${name}]{${words()}}`
  }
  const work = state.works.get(node.url)
  return work === undefined ? words() : `\\hyperlink{cite.${work.name}}{${words()}}`
}

/** `Figure~\ref{fig:map}`, where the words end with the number that LaTeX will give. */
function pointer(words: string, number: string | undefined, state: State, name: string): string | undefined {
  if (number === undefined) return undefined
  if (words.endsWith(`(${number})`)) return `${state.text(words.slice(0, -number.length - 2))}\\eqref{${name}}`
  return words.endsWith(number) ? `${state.text(words.slice(0, -number.length))}\\ref{${name}}` : undefined
}

/** An address as hyperref takes it, in an argument as elsewhere. */
export function address(url: string): string {
  return url
    .toWellFormed()
    .replace(/[^\x21-\x7E]|["<>\\^`{|}]/gu, encodeURIComponent)
    .replace(/[%#&_$~]/g, (letter) => (letter === '~' ? '\\string~' : `\\${letter}`))
}
