import type {FootnoteReference} from 'mdast'
import {unresolved} from './citation.ts'
import {confined, type State} from './state.ts'

/**
 * The call of a note, with its text at the first call; what cannot hold a note has its mark alone, and the text follows.
 * Numbers are the article's, given outright where LaTeX would count otherwise.
 */
export function footnoteReference(node: FootnoteReference, state: State): string {
  const note = state.notes.get(node.identifier)
  if (note === undefined) return unresolved([`^${node.label ?? node.identifier}`], state)
  const number = String(note.number)
  if (state.told.has(note.identifier)) return `\\notemark{${number}}`
  state.told.add(note.identifier)
  const first = (state.counters.get('footnote') ?? 0) + 1
  const isNext = note.number === first
  const text = confined(state, () => state.all([...note.children]).trim())
  if (state.confined > 0) {
    if (isNext) state.counters.set('footnote', first)
    const step = isNext ? '\\stepcounter{footnote}' : ''
    state.waiting.push(`${step}\\footnotetext[${number}]{${text}}`)
    return `\\notemark{${number}}`
  }
  if (isNext) state.counters.set('footnote', first)
  const inner = state.waiting.splice(0).join('')
  return `\\footnote${isNext ? '' : `[${number}]`}{${text}}${inner}`
}
