import type {Image, Nodes} from 'mdast'
import {attributesOf} from '../../model/attributes.ts'
import type {Figure} from '../../model/nodes.ts'
import {partRows} from '../../util/part-rows.ts'
import {numbered} from '../../util/terms.ts'
import {walk} from '../../util/walk.ts'
import {captionOf, contentOf, wordsOf} from './caption.ts'
import {altOf} from './image.ts'
import {confined, type State} from './state.ts'
import {floatingTable} from './table.ts'
import {isTurnedHere, placementOf, turnedFloat} from './turned.ts'

/** A float: LaTeX numbers figures and tables as the article does, or is told the number. */
export function figure(node: Figure, state: State): string {
  if (node.part !== undefined || node.share !== undefined) return part(node, state)
  const [first, ...rest] = contentOf(node)
  if (node.kind === 'table' && first?.type === 'table' && rest.every(isTableNotes) && state.confined === 0) {
    return floatingTable(node, state)
  }
  if (node.kind === 'listing' || state.confined > 0) return standing(node, state)
  const {kind} = node
  if (isTurnedHere(node, state)) return turnedFloat(kind, state, (environment) => floating(node, environment, state))
  const wide = state.layout.columns > 1 && node.children.filter(({type}) => type === 'figure').length > 1
  return floating(node, `${kind}${wide ? '*' : ''}`, state)
}

/** A float in its environment; where it is turned, that has its place. */
function floating(node: Figure, environment: string, state: State): string {
  const content = confined(state, () => lines(contentOf(node), state))
  const words = captionOf(node, state)
  const parts = node.kind === 'figure' ? [content, ...descriptions(node, state), words] : [words, content]
  return `\\begin{${environment}}${placementOf(environment, state)}\n\\centering\n${parts.filter((each) => each !== '').join('\n')}\n\\end{${environment}}`
}

function isTableNotes(node: Nodes): boolean {
  return node.type === 'div' && attributesOf(node).classes.includes('table-notes')
}

/** What a figure shows, line by line: parts that share one stand beside each other. */
function lines(content: ReadonlyArray<Nodes>, state: State): string {
  const rows = partRows(content).map((row) =>
    'type' in row ? state.all([row]).trim() : row.map((part) => state.all([part]).trim()).join('\\hfill\n')
  )
  return rows.filter((row) => row !== '').join('\n\n\\medskip\n')
}

/** One part of a figure, with its letter and its caption. */
function part(node: Figure, state: State): string {
  const share = node.share ?? 0.48
  const content = confined(state, () => state.all(contentOf(node))).trim()
  const mark =
    node.identifier === undefined ? '' : `\\markas{${state.names(node.identifier)}}{${state.text(node.number ?? '')}}`
  const letter = node.part === undefined ? '' : `(${node.part}) `
  const words = `${mark}${letter}${wordsOf(node, state)}`
  return `\\begin{minipage}[t]{${Math.round(share * 980) / 1000}\\linewidth}\\centering\n${content}\\par\\smallskip\n${words}\n\\end{minipage}`
}

/** What stays where it is written: a listing, and any float inside something else. */
function standing(node: Figure, state: State): string {
  const {kind, number, identifier} = node
  const mark = identifier === undefined ? '' : `\\markas{${state.names(identifier)}}{${state.text(number ?? '')}}`
  const label = number === undefined ? '' : `\\textbf{${state.text(numbered(state.words[kind].caption, number))}.} `
  const words = `${mark}${label}${wordsOf(node, state)}`.trim()
  const content = state.all(contentOf(node)).trim()
  const parts = kind === 'figure' ? [content, words] : [words, content]
  return parts.filter((each) => each !== '').join('\n\n')
}

/** What the pictures show, where a class has a place for it. */
function descriptions(node: Figure, state: State): ReadonlyArray<string> {
  const alts = [...walk(contentOf(node))].flatMap((each) => (each.type === 'image' ? altOf(each as Image) : []))
  const words = alts.filter((alt) => alt !== '').join(' ')
  return words === '' ? [] : [`\\Description{${state.text(words)}}`]
}
