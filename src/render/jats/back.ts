import type {RootContent} from 'mdast'
import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import type {CslItem} from '../../model/article.ts'
import type {Bibliography, Section} from '../../model/nodes.ts'
import {isReferences} from '../../util/reference-section.ts'
import {numbered} from '../../util/terms.ts'
import {paragraphs, sectioned, unsectioned} from './paragraphs.ts'
import {withPeople} from './printed-people.ts'
import {elementCitation, publicationType} from './reference.ts'
import {present, type State} from './state.ts'

/** The lists of references in some nodes, wherever they stand; those of other sections without a title. */
export function referenceLists(nodes: ReadonlyArray<RootContent>, state: State): Array<Element> {
  return nodes.flatMap((node): Array<Element> => {
    if (node.type === 'bibliography') return [x('ref-list', references(node, state))]
    if (node.type !== 'section') return []
    return isReferences(node) ? [titledList(node, state)] : referenceLists(node.children, state)
  })
}

/** A section of references as `ref-list`: its title, what it says of them, its works, and lists below it. */
function titledList({identifier, children}: Section, state: State): Element {
  const [heading] = children
  const title = heading?.type === 'heading' ? [x('title', state.all(heading.children))] : []
  const rest = heading?.type === 'heading' ? children.slice(1) : children
  const prose = rest.filter(({type}) => type !== 'bibliography' && type !== 'section')
  return x('ref-list', {id: state.id(identifier)}, [
    ...title,
    ...unsectioned(state.all(prose)),
    ...rest.flatMap((node) => (node.type === 'bibliography' ? references(node, state) : [])),
    ...referenceLists(
      rest.filter(({type}) => type === 'section'),
      state
    )
  ])
}

/** Each work as data and as the style prints it. */
function references(bibliography: Bibliography, state: State): Array<Element> {
  const works = new Map(state.article.references.map((entry) => [entry.key, entry.csl]))
  return bibliography.children.map((entry) => {
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
