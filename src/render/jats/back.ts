import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Bibliography, Section} from '../../model/nodes.ts'
import {elementCitation} from './reference.ts'
import {present, type State} from './state.ts'

/** `ref-list`: each work as data and as the style prints it. */
export function referenceList(section: Section, bibliography: Bibliography, state: State): Element {
  const [heading] = section.children
  const title = heading?.type === 'heading' ? x('title', state.all(heading.children)) : undefined
  const works = new Map(state.article.references.map((entry) => [entry.key, entry.csl]))
  const refs = bibliography.children.map((entry) => {
    const csl = works.get(entry.key)
    const mixed = x('mixed-citation', state.all(entry.children))
    return x('ref', {id: state.id(entry.identifier)}, [
      ...present([x('label', state.all(entry.marker))]),
      csl === undefined ? mixed : x('citation-alternatives', [elementCitation(csl), mixed])
    ])
  })
  return x('ref-list', present([title, ...refs]))
}

/** The footnotes, in order. */
export function notes(state: State): Element | undefined {
  const list = state.article.notes.map((note) =>
    x('fn', {id: state.id(`fn-${note.identifier}`)}, [x('label', String(note.number)), ...state.all(note.children)])
  )
  return x('fn-group', list)
}
