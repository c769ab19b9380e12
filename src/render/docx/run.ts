import type {Element, ElementContent} from 'xast'
import {xmlText} from '../jats/inline.ts'
import type {Face, State} from './state.ts'
import {w} from './xml.ts'

/** Text as runs: those of letters written from right to left are marked, which Word wants beside the letters themselves. */
export function runs(text: string, face: Face): Array<Element> {
  const line = xmlText(text).replace(/[\n\r]+/g, ' ')
  if (line === '') return []
  return line.split(rightToLeft).flatMap((piece, index) => {
    if (piece === '') return []
    return [run(words(piece), index % 2 === 1 ? {...face, rightToLeft: true} : face)]
  })
}

/** Content with the properties of a face. */
export function run(content: ReadonlyArray<ElementContent>, face: Face): Element {
  return w('r', {}, [...properties(face), ...content])
}

/** Text in another face than that around it. */
export function faced(state: State, face: Face): State {
  return {...state, face: {...state.face, ...face}}
}

/** `w:t` with its spaces; a tab is an element of its own. */
export function words(text: string): Array<Element> {
  return text.split(/(\t)/).flatMap((piece) => {
    if (piece === '') return []
    return piece === '\t' ? [w('tab')] : [w('t', {'xml:space': 'preserve'}, [{type: 'text', value: piece}])]
  })
}

const rightToLeft =
  /((?:[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]+)(?:[\p{Zs}\p{P}\p{Mn}]+[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]+)*)/u

/** `w:rPr`, in the order that ECMA-376-1, 17.3.2.28 wants. */
function properties(face: Face): Array<Element> {
  const on = (flag: boolean | undefined, ...names: ReadonlyArray<string>) =>
    flag === true ? names.map((name) => w(name)) : []
  const language = face.language
  const children = [
    ...(face.style === undefined ? [] : [w('rStyle', {val: face.style})]),
    ...on(face.bold, 'b', 'bCs'),
    ...on(face.italic, 'i', 'iCs'),
    ...on(face.smallCaps, 'smallCaps'),
    ...on(face.strike, 'strike'),
    ...(face.highlight === true ? [w('highlight', {val: 'yellow'})] : []),
    ...(face.underline === true ? [w('u', {val: 'single'})] : []),
    ...(face.vertical === undefined ? [] : [w('vertAlign', {val: face.vertical})]),
    ...on(face.rightToLeft, 'rtl'),
    ...(language === undefined ? [] : [w('lang', {val: language, eastAsia: language, bidi: language})])
  ]
  return children.length === 0 ? [] : [w('rPr', {}, children)]
}
