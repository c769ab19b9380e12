import type {FootnoteReference} from 'mdast'
import type {Element, ElementContent} from 'xast'
import type {Note} from '../../model/article.ts'
import {field} from './field.ts'
import {blocks, paragraph} from './paragraph.ts'
import {run, runs} from './run.ts'
import type {State} from './state.ts'
import {namespaces, w} from './xml.ts'

/** The call of a note: the first makes the footnote, later ones refer to it. Word knows no note called from a note: its text follows there. */
export function noteCall(node: FootnoteReference, state: State): Array<ElementContent> {
  const {counters, anchors} = state
  const note = state.article.notes.find(({identifier}) => identifier === node.identifier)
  if (note === undefined) return runs(`[?^${node.label ?? node.identifier}]`, {...state.face, style: 'Unresolved'})
  const face = {style: 'FootnoteReference'}
  const bookmark = anchors.nameOf(`note-${note.number}`)
  if (counters.called.has(note.number)) {
    return field(`NOTEREF ${bookmark} \\h`, runs(String(note.number), face), face)
  }
  counters.called.add(note.number)
  if (state.inNote) {
    state.pending.push(note)
    return anchors.around(bookmark, runs(String(note.number), face))
  }
  counters.notes += 1
  const id = counters.notes
  const isCounted = id === note.number
  counters.notesWritten.push(footnote(note, id, isCounted, state))
  const reference = w('footnoteReference', {id, ...(isCounted ? {} : {customMarkFollows: 1})})
  const mark = run([reference, ...(isCounted ? [] : [text(String(note.number))])], face)
  return anchors.around(bookmark, [mark])
}

/** `footnotes.xml`, with the two separators that Word wants first (ECMA-376-1, 17.11). */
export function footnotes(notes: ReadonlyArray<Element>): Element {
  return w('footnotes', namespaces, [separator(-1, 'separator'), separator(0, 'continuationSeparator'), ...notes])
}

function separator(id: number, type: string): Element {
  const content = w('p', {}, [
    w('pPr', {}, [w('spacing', {after: 0, line: 240, lineRule: 'auto'})]),
    w('r', {}, [w(type)])
  ])
  return w('footnote', {type, id}, [content])
}

function footnote(note: Note, id: number, isCounted: boolean, outer: State): Element {
  const mark = isCounted ? w('footnoteRef') : text(String(note.number))
  const state = noteState(outer)
  const content = marked(note, [run([mark], {style: 'FootnoteReference'}), ...runs(' ', {})], state)
  for (let next = state.pending.shift(); next !== undefined; next = state.pending.shift()) {
    content.push(...marked(next, [...runs(String(next.number), {style: 'FootnoteReference'}), ...runs(' ', {})], state))
  }
  return w('footnote', {id}, ending(content, state))
}

function noteState(outer: State): State {
  return {
    ...outer,
    face: {},
    style: 'FootnoteText',
    indent: 0,
    alignment: undefined,
    keepNext: false,
    marker: undefined,
    depth: 0,
    inNote: true,
    inLink: false,
    relations: outer.noteRelations,
    pending: []
  }
}

/** The blocks of a note, its number at the beginning of the first. */
function marked({children}: Note, mark: ReadonlyArray<ElementContent>, state: State): Array<ElementContent> {
  const [first, ...rest] = blocks(children, state)
  if (first?.type !== 'element' || first.name !== 'w:p') {
    return [paragraph(mark, state), ...(first === undefined ? [] : [first]), ...rest]
  }
  const [properties, ...content] = first.children
  const opened = {...first, children: [...(properties === undefined ? [] : [properties]), ...mark, ...content]}
  return [opened, ...rest]
}

/** A note, like a cell, ends with a paragraph. */
export function ending(content: Array<ElementContent>, state: State): Array<ElementContent> {
  const last = content.at(-1)
  const ends = last?.type === 'element' && last.name === 'w:p'
  return ends ? content : [...content, paragraph([], {...state, style: last === undefined ? state.style : 'TableEnd'})]
}

function text(value: string): Element {
  return w('t', {}, [{type: 'text', value}])
}
