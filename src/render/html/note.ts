import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {FootnoteReference} from 'mdast'
import type {Note} from '../../model/article.ts'
import {printMarks} from '../print-marks.ts'
import {unresolved} from './citation.ts'
import {role, type Scope, type Writer, type Written} from './scope.ts'

/** The call of a note: its number, raised. */
export function footnoteReference(node: FootnoteReference, {scope}: Writer): Written {
  const {number, call = 1} = node.data ?? {}
  if (number === undefined) return unresolved([`^${node.label ?? node.identifier}`])
  const href = `#note-${number}`
  return h('sup', {className: ['call']}, [
    h('a', {id: `call-${number}-${call}`, href, ...role(scope, 'doc-noteref')}, String(number))
  ])
}

/** A note as an item of the list of notes, its links back at the end of its last paragraph. */
export function noteItem(note: Note, children: Array<ElementContent>, scope: Scope): Element {
  const last = children.findLast((child) => child.type === 'element')
  const links = Array.from({length: scope.medium === 'screen' ? note.calls : 0}, (_, index) =>
    backLink(`call-${note.number}-${index + 1}`, note.calls === 1 ? undefined : index + 1, scope)
  ).flatMap((link) => [{type: 'text' as const, value: ' '}, link])
  if (last?.type === 'element' && last.tagName === 'p') last.children.push(...links)
  else children.push(...links)
  if (scope.medium === 'screen') return h('li', {id: `note-${note.number}`}, children)
  const lang = `${scope.article.meta.language}-${printMarks.note}`
  return h('li', {id: `note-${note.number}`}, [h('div', {role: 'group', lang}, children)])
}

/** An arrow to where a note or reference is called; a long list has thousands, so it is a letter and not a drawing. */
export function backLink(id: string, number: number | undefined, scope: Scope): Element {
  const label = number === undefined ? scope.words.backToText : `${scope.words.backToText} ${number}`
  const properties = {className: ['back'], href: `#${id}`, ...role(scope, 'doc-backlink'), ariaLabel: label}
  return h('a', properties, `↑${number ?? ''}`)
}
