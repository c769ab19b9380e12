import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import type {CslItem} from '../../model/article.ts'
import type {Bibliography, Section} from '../../model/nodes.ts'
import {numbered} from '../../util/terms.ts'
import {paragraphs, sectioned} from './paragraphs.ts'
import {withPeople} from './printed-people.ts'
import {elementCitation, publicationType} from './reference.ts'
import {present, type State} from './state.ts'

/** `ref-list`: each work as data and as the style prints it. */
export function referenceList(section: Section, bibliography: Bibliography, state: State): Element {
  const [heading] = section.children
  const title = heading?.type === 'heading' ? x('title', state.all(heading.children)) : undefined
  const works = new Map(state.article.references.map((entry) => [entry.key, entry.csl]))
  const refs = bibliography.children.map((entry) => {
    const csl = works.get(entry.key)
    const mixed = x(
      'mixed-citation',
      {'publication-type': csl === undefined ? 'other' : printedType(csl)},
      csl === undefined ? state.all(entry.children) : withPeople(state.all(entry.children), csl)
    )
    return x('ref', {id: state.id(entry.identifier)}, [
      ...present([x('label', state.all(entry.marker))]),
      csl === undefined ? mixed : x('citation-alternatives', [elementCitation(csl), mixed])
    ])
  })
  return x('ref-list', present([title, ...refs]))
}

/** JATS4R wants the parts of preprints and data marked wherever a citation says that it is one; the printed form marks none. */
function printedType(csl: CslItem): string {
  const type = publicationType(csl)
  return type === 'preprint' || type === 'data' ? 'other' : type
}

/** The footnotes, in order. */
export function notes(state: State): Element | undefined {
  const list = state.article.notes.map((note) =>
    x('fn', {id: state.id(`fn-${note.identifier}`)}, [
      x('label', String(note.number)),
      ...noteContent(state.all(note.children))
    ])
  )
  return x('fn-group', list)
}

/** A note that says nothing is called all the same: its place is marked. */
function noteContent(children: ReadonlyArray<ElementContent>): Array<ElementContent> {
  return children.length === 0 ? [x('p', '[?note]')] : paragraphs(children)
}

/** The appendices, in `app-group`. */
export function appendices(sections: ReadonlyArray<Section>, state: State): Element {
  const apps = sections.map((node) => {
    const [heading, ...rest] = node.children
    const title = heading?.type === 'heading' ? state.all(heading.children) : []
    const label = node.number === undefined ? [] : [x('label', numbered(state.terms.appendix.caption, node.number))]
    return x('app', {id: state.id(node.identifier)}, [...label, x('title', title), ...sectioned(state.all(rest))])
  })
  return x('app-group', apps)
}
