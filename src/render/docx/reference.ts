import type {ElementContent} from 'xast'
import type {Bibliography, ReferenceEntry} from '../../model/nodes.ts'
import {line, paragraph} from './paragraph.ts'
import {run} from './run.ts'
import type {State} from './state.ts'
import {w} from './xml.ts'
import {bibliographyField} from './zotero.ts'

/** The reference list. */
export function bibliography(node: Bibliography, state: State): Array<ElementContent> {
  return bibliographyField(
    node.children.map((entry) => reference(entry, node.layout ?? 'block', state)),
    state
  )
}

const styles = {block: 'BibliographyBlock', hanging: 'Bibliography', labelled: 'BibliographyNumbered'}

/** One reference, its marker in a column of its own, in a bookmark that citations link to. */
export function reference(
  node: ReferenceEntry,
  layout: NonNullable<Bibliography['layout']>,
  state: State
): ElementContent {
  const {anchors, face} = state
  const marker = node.marker.length === 0 ? [] : [...line(node.marker, state), run([w('tab')], face)]
  const content = anchors.around(anchors.nameOf(node.identifier), [...marker, ...line(node.children, state)])
  return paragraph(content, {...state, style: styles[marker.length > 0 ? 'labelled' : layout]})
}
