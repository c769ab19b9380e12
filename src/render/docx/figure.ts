import type {ElementContent} from 'xast'
import {attributesOf} from '../../model/attributes.ts'
import type {Caption, Figure, FloatKind} from '../../model/nodes.ts'
import {numbered} from '../../util/terms.ts'
import {isTurned} from '../../util/turned.ts'
import {plain} from '../metadata/line.ts'
import {anchored} from './anchors.ts'
import {sequence} from './field.ts'
import {blocks, line, paragraph} from './paragraph.ts'
import {parts} from './parts.ts'
import {faced, runs} from './run.ts'
import type {State} from './state.ts'
import {turnedIf} from './turned.ts'

/** A float: the caption of a table or listing stands above it and stays with it, that of a figure below. */
export function figure(node: Figure, state: State): Array<ElementContent> {
  return turnedIf(isTurned(node), state, (place) => float(node, place))
}

function float(node: Figure, state: State): Array<ElementContent> {
  const above = node.kind !== 'figure'
  const caption = node.children.find((child): child is Caption => child.type === 'caption')
  const content = node.children.filter((child) => child !== caption)
  const captions = captionOf(node, caption, {...state, keepNext: above})
  const description = plain(caption) ?? ''
  const place: State = above ? state : {...state, style: 'Figure', keepNext: captions.length > 0, description}
  const written = above ? blocks(content, place) : parts(content, place)
  const {id} = attributesOf(node)
  const identifier = node.identifier ?? id
  return anchored(
    identifier === undefined ? undefined : state.anchors.nameOf(identifier),
    state.anchors,
    above ? [...captions, ...written] : [...written, ...captions]
  )
}

/** What Word counts floats by; its lists of figures and tables know the first two. */
const sequences: Readonly<Record<FloatKind, string>> = {figure: 'Figure', table: 'Table', listing: 'Listing'}

function captionOf(node: Figure, caption: Caption | undefined, state: State): Array<ElementContent> {
  const label = labelOf(node, faced(state, {bold: true}))
  const words = caption === undefined ? [] : line(caption.children, state)
  if (label.length + words.length === 0) return []
  const space = label.length > 0 && words.length > 0 ? runs(' ', state.face) : []
  return [paragraph([...label, ...space, ...words], {...state, style: 'Caption'})]
}

/** “Figure 2.” with its number as a field, or “(a)” for a part. */
function labelOf({kind, number, part, identifier}: Figure, state: State): Array<ElementContent> {
  if (part !== undefined) return runs(`(${part})`, state.face)
  if (number === undefined) return []
  const full = `${numbered(state.words[kind].caption, number)}.`
  const at = full.lastIndexOf(number)
  const counted = sequence(sequences[kind], number, runs(number, state.face), state)
  const {anchors} = state
  return [
    ...runs(full.slice(0, at), state.face),
    ...(identifier === undefined ? counted : anchors.around(anchors.numberOf(identifier), counted)),
    ...runs(full.slice(at + number.length), state.face)
  ]
}
