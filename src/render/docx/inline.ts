import type {ElementContent} from 'xast'
import {attributesOf} from '../../model/attributes.ts'
import type {Handlers, InlineType} from '../../model/nodes.ts'
import {wellFormed} from '../epub/language.ts'
import {image} from './image.ts'
import {link} from './link.ts'
import {inlineFormula} from './math/index.ts'
import {noteCall} from './note.ts'
import {faced, run, runs} from './run.ts'
import type {Face, State} from './state.ts'
import {w} from './xml.ts'
import {citation} from './zotero.ts'

/** Phrasing content as runs. */
export const inlineHandlers = {
  text: (node, state) => runs(node.value, state.face),
  // Emphasis within emphasis stands upright.
  emphasis: (node, state) => state.all(node.children, faced(state, {italic: state.face.italic !== true})),
  strong: (node, state) => state.all(node.children, faced(state, {bold: true})),
  delete: (node, state) => state.all(node.children, faced(state, {strike: true})),
  subscript: (node, state) => state.all(node.children, faced(state, {vertical: 'subscript'})),
  superscript: (node, state) => state.all(node.children, faced(state, {vertical: 'superscript'})),
  inlineCode: (node, state) => runs(node.value, {...state.face, style: 'VerbatimChar'}),
  break: (_, state) => [run([w('br')], state.face)],
  citation: (node, state) => citation(node, state),
  crossReference: (node, state) => state.all(node.children, state),
  link: (node, state) => link(node, state),
  footnoteReference: (node, state) => noteCall(node, state),
  image: (node, state) => image(node, state),
  inlineMath: (node, state) => inlineFormula(node.value, state),
  span: (node, state) => {
    const {id, classes, pairs} = attributesOf(node)
    const content = state.all(node.children, faced(state, faceOf(classes, pairs)))
    return id === undefined ? content : state.anchors.around(state.anchors.nameOf(id), content)
  }
} satisfies Pick<Handlers<State, Array<ElementContent>>, InlineType>

function faceOf(classes: ReadonlyArray<string>, pairs: ReadonlyMap<string, string>): Face {
  const has = (...names: ReadonlyArray<string>) => names.some((name) => classes.includes(name))
  const language = languageOf(pairs)
  const direction = pairs.get('dir')
  return {
    ...(has('smallcaps') ? {smallCaps: true} : {}),
    ...(has('underline', 'ul') ? {underline: true} : {}),
    ...(has('mark') ? {highlight: true} : {}),
    ...(language === undefined ? {} : {language}),
    ...(direction === undefined ? {} : {rightToLeft: direction === 'rtl'})
  }
}

/** The language that attributes name, if it is one. */
export function languageOf(pairs: ReadonlyMap<string, string>): string | undefined {
  const tag = pairs.get('lang')
  return tag === undefined ? undefined : wellFormed(tag)
}
