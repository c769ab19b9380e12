import {printMarks} from '../../print-marks.ts'
import {textIn} from '../hexadecimal-text.ts'
import {retypeContents} from './contents.ts'
import {listDefinitions} from './definition-lists.ts'
import type {Tag} from './structure.ts'
import {become} from './structure.ts'
import type {Library} from './tree.ts'
import {nameOf} from './tree.ts'

/** What holds text and no blocks (ISO 32000-1, 14.8.4.3.2). */
const line = /^(?:P|H[1-6]?|Title)$/
/** What stands within a line, or tells nothing of where it stands. */
const transparent = new Set(['Div', 'Em', 'Link', 'NonStruct', 'Span', 'Strong'])

type Then = (element: Tag, library: Library) => void

/** What is marked, its type, and what else is to be done. */
const marked: ReadonlyArray<readonly [mark: string, type: string, then?: Then]> = [
  [printMarks.abbreviation, 'Span', expand],
  [printMarks.contents, 'Div', retypeContents],
  [printMarks.definitions, 'Div', listDefinitions],
  [printMarks.formula, 'Formula'],
  [printMarks.meaning, 'LBody'],
  [printMarks.note, 'Note'],
  [printMarks.reference, 'Reference'],
  [printMarks.term, 'Lbl']
]

/**
 * Give types to what browsers have none for: formulas (`Formula`), abbreviations (`Span`, with what they mean), notes (`Note`),
 * tables of contents, lists of definitions (`L`), lines of code (`P`), and parts of a line in another language (`Span`).
 */
export function retype(elements: ReadonlyArray<Tag>, library: Library): void {
  const languageKey = nameOf('Lang', library)
  // What is within is known before what holds it.
  for (const element of elements.toReversed()) {
    if (element.dict.has(languageKey)) retypeByLanguage(element, library)
    else if (isCode(element)) become(element, 'P', library)
  }
}

function retypeByLanguage(element: Tag, library: Library): void {
  const key = nameOf('Lang', library)
  const language = textIn(element.dict.lookup(key), library) ?? ''
  const [, type, then] = marked.find(([mark]) => language.endsWith(mark)) ?? []
  if (type !== undefined) {
    element.dict.delete(key)
    become(element, type, library)
    then?.(element, library)
  } else if (element.type === 'Div' && isInLine(element)) become(element, 'Span', library)
  else if (isCode(element)) become(element, 'P', library)
}

/** Whether an element is a block that holds code and no more, for which browsers have no type. */
function isCode(element: Tag): boolean {
  const {kids, type} = element
  if (type !== 'NonStruct' || kids.length !== 1) return false
  const [kid] = kids
  return kid?.kind === 'element' && kid.type === 'Code' && !isInLine(element)
}

/** Say what an abbreviation means where PDF has a place for it (ISO 32000-1, 14.9.5), not in place of its letters. */
function expand({dict}: Tag, {PDFName}: Library): void {
  const meaning = dict.get(PDFName.of('Alt'))
  if (meaning !== undefined) dict.set(PDFName.of('E'), meaning)
  dict.delete(PDFName.of('Alt'))
}

function isInLine({parent}: Tag): boolean {
  for (let above = parent; above !== undefined; above = above.parent)
    if (!transparent.has(above.type)) return line.test(above.type)
  return false
}
