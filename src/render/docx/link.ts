import type {Link} from 'mdast'
import type {ElementContent} from 'xast'
import {fragmentOf} from '../../util/anchors.ts'
import {textOf} from '../../util/text.ts'
import {field, pageField} from './field.ts'
import {faced, runs} from './run.ts'
import type {State} from './state.ts'
import {w} from './xml.ts'

/** A hyperlink; one to something numbered holds its number as a REF field, which follows when numbers change. */
export function link(node: Link, state: State): Array<ElementContent> {
  const inside = {...state, inLink: true}
  if (state.inLink) return state.all(node.children, inside)
  const target = fragmentOf(node.url)
  if (target !== undefined) return toPlace(node, target, inside)
  const id = state.relations.link(node.url)
  if (id === undefined) return state.all(node.children, inside)
  return [w('hyperlink', {'r:id': id, history: 1}, state.all(node.children, faced(inside, {style: 'Hyperlink'})))]
}

/** An address on the web, shown as the text given. */
export function webLink(url: string, text: string, state: State): Array<ElementContent> {
  return link({type: 'link', url, children: [{type: 'text', value: text}]}, state)
}

function toPlace(node: Link, target: string, state: State): Array<ElementContent> {
  const known = state.targets.get(target)
  if (known === undefined) return state.all(node.children, state)
  const page = node.data?.page
  if (page !== undefined) return toPage(page, target, state)
  const words = textOf(node.children)
  const number = known.number
  const at = number === undefined ? -1 : words.lastIndexOf(number)
  const content =
    number === undefined || at < 0
      ? state.all(node.children, state)
      : [
          ...runs(words.slice(0, at), state.face),
          ...field(`REF ${state.anchors.numberOf(target)} \\h`, runs(number, state.face), state.face),
          ...runs(words.slice(at + number.length), state.face)
        ]
  return [w('hyperlink', {anchor: state.anchors.nameOf(target), history: 1}, content)]
}

/** “page #”, with the number as a field. */
function toPage(pattern: string, target: string, state: State): Array<ElementContent> {
  const at = pattern.indexOf('#')
  return [
    ...runs(pattern.slice(0, at), state.face),
    ...pageField(target, '?', state),
    ...runs(pattern.slice(at + 1), state.face)
  ]
}
