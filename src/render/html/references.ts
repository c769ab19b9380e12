import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Bibliography, ReferenceEntry} from '../../model/nodes.ts'
import {authored} from './attributes.ts'
import {backLink} from './note.ts'
import {role, type Writer, type Written} from './scope.ts'

/** The reference list; one that has no section of its own is given a heading and a role here. */
export function bibliography(node: Bibliography, {all, scope, parent}: Writer): Written {
  if (node.children.length === 0) return undefined
  const layout = node.layout ?? 'block'
  const list = h(
    layout === 'labelled' ? 'ol' : 'ul',
    {...authored(node, ['references', layout]), role: 'list'},
    all(node)
  )
  if (parent?.type === 'section') return list
  const level = Math.min(6, scope.level + 2)
  return h('section', {className: ['bibliography'], id: 'references', ...role(scope, 'doc-bibliography')}, [
    h(`h${level}`, scope.words.references),
    list
  ])
}

/** One reference, its marker in a column of its own, with links back to where it is cited. */
export function reference(node: ReferenceEntry, {all, scope}: Writer): Written {
  const marker = node.marker.length === 0 ? [] : [...all({type: 'paragraph', children: [...node.marker]})]
  const cited = scope.medium === 'screen' ? node.citedBy : []
  const links = cited.flatMap(
    (number, index): Array<ElementContent> => [
      {type: 'text', value: ' '},
      backLink(`cite-${number}`, cited.length === 1 ? undefined : index + 1, scope)
    ]
  )
  return h('li', {...authored(node), id: node.identifier}, [
    ...(marker.length === 0 ? [] : [h('span', {className: ['marker']}, marker), {type: 'text' as const, value: ' '}]),
    h('span', {className: ['entry']}, [...all(node), ...links])
  ])
}
