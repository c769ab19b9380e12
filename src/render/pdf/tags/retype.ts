import type {PDFDict, PDFDocument, PDFRef} from '@cantoo/pdf-lib'
import {printMarks} from '../../print-marks.ts'
import {textIn} from '../hexadecimal-text.ts'
import {retypeContents} from './contents.ts'
import {listDefinitions} from './definition-lists.ts'
import type {Library} from './tree.ts'
import {elementOf, kidsOf, nameOf, referencedElements, typeOf} from './tree.ts'

/** What holds text and no blocks (ISO 32000-1, 14.8.4.3.2). */
const line = /^(?:P|H[1-6]?|Title)$/
/** What stands within a line, or tells nothing of where it stands. */
const transparent = new Set(['Div', 'Em', 'Link', 'NonStruct', 'Span', 'Strong'])

type Then = (element: PDFDict, pdf: PDFDocument, library: Library) => void

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
 * Gives all elements that there were.
 */
export function retype(pdf: PDFDocument, library: Library): ReadonlyMap<PDFDict, PDFRef | undefined> {
  const elements = referencedElements(pdf, library)
  // What is within is known before what holds it.
  for (const element of [...elements.keys()].reverse()) {
    const language = languageOf(element, library)
    const [, type, then] = (language === undefined ? undefined : marked.find(([mark]) => language.endsWith(mark))) ?? []
    if (type !== undefined) {
      element.delete(nameOf('Lang', library))
      become(element, type, library)
      then?.(element, pdf, library)
    } else if (language !== undefined && typeOf(element, library) === 'Div' && isInLine(element, library))
      become(element, 'Span', library)
    else if (isCode(element, pdf, library)) become(element, 'P', library)
  }
  return elements
}

function languageOf(element: PDFDict, library: Library): string | undefined {
  return textIn(element.lookup(nameOf('Lang', library)), library)
}

/** Whether an element is a block that holds code and no more, for which browsers have no type. */
function isCode(element: PDFDict, pdf: PDFDocument, library: Library): boolean {
  if (typeOf(element, library) !== 'NonStruct') return false
  const [kid, ...others] = kidsOf(element, library)
  const code = kid && others.length === 0 ? elementOf(kid, pdf, library) : undefined
  return code !== undefined && typeOf(code, library) === 'Code' && !isInLine(element, library)
}

/** Say what an abbreviation means where PDF has a place for it (ISO 32000-1, 14.9.5), not in place of its letters. */
function expand(element: PDFDict, _: PDFDocument, {PDFName}: Library): void {
  const meaning = element.get(PDFName.of('Alt'))
  if (meaning !== undefined) element.set(PDFName.of('E'), meaning)
  element.delete(PDFName.of('Alt'))
}

function become(element: PDFDict, type: string, library: Library): void {
  element.set(nameOf('S', library), nameOf(type, library))
}

function isInLine(element: PDFDict, library: Library): boolean {
  const {PDFDict} = library
  let above = element.lookup(nameOf('P', library))
  while (above instanceof PDFDict && above.has(nameOf('S', library))) {
    const type = typeOf(above, library)
    if (!transparent.has(type)) return line.test(type)
    above = above.lookup(nameOf('P', library))
  }
  return false
}
