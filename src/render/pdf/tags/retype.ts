import type {PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import {printMarks} from '../../print-marks.ts'
import {retypeContents} from './contents.ts'
import type {Library} from './tree.ts'
import {elementsOf, typeOf} from './tree.ts'

/** What holds text and no blocks (ISO 32000-1, 14.8.4.3.2). */
const line = /^(?:P|H[1-6]?|Title)$/
/** What stands within a line, or tells nothing of where it stands. */
const transparent = new Set(['Div', 'Em', 'Link', 'NonStruct', 'Span', 'Strong'])

/** What is marked, and its type. */
const marked = [
  [printMarks.contents, 'Div'],
  [printMarks.formula, 'Formula'],
  [printMarks.note, 'Note'],
  [printMarks.reference, 'Reference']
] as const

/**
 * Give types to what browsers have none for: formulas (`Formula`), notes (`Note`), tables of contents, and parts of a line in another
 * language (`Span`).
 */
export function retype(pdf: PDFDocument, library: Library): void {
  const {PDFHexString, PDFName, PDFString} = library
  for (const element of elementsOf(pdf, library)) {
    const value = element.lookup(PDFName.of('Lang'))
    if (!(value instanceof PDFString || value instanceof PDFHexString)) continue
    const language = value.decodeText()
    const [, type] = marked.find(([mark]) => language.endsWith(mark)) ?? []
    if (type === undefined) {
      if (typeOf(element, library) === 'Div' && isInLine(element, library)) become(element, 'Span', library)
      continue
    }
    element.delete(PDFName.of('Lang'))
    become(element, type, library)
    if (type === 'Div') retypeContents(element, pdf, library)
  }
}

function become(element: PDFDict, type: string, {PDFName}: Library): void {
  element.set(PDFName.of('S'), PDFName.of(type))
}

function isInLine(element: PDFDict, library: Library): boolean {
  const {PDFDict, PDFName} = library
  let above = element.lookup(PDFName.of('P'))
  while (above instanceof PDFDict && above.has(PDFName.of('S'))) {
    const type = typeOf(above, library)
    if (!transparent.has(type)) return line.test(type)
    above = above.lookup(PDFName.of('P'))
  }
  return false
}
