import type {PDFDict} from '@cantoo/pdf-lib'
import {textIn} from '../hexadecimal-text.ts'
import type {Library} from '../tags/tree.ts'
import type {Checked, Element} from './checked.ts'
import type {Finding} from './finding.ts'

/** Whether figures, formulas, notes, headings and header cells have what PDF/UA-1 (7.3, 7.4, 7.5, 7.7, 7.9) asks of them. */
export function* checkElements({elements, library}: Checked): Generator<Finding> {
  for (const element of elements) {
    const {dict, role} = element
    if (role === 'Figure' && !says(dict, ['Alt', 'ActualText'], library))
      yield {condition: '13-004', what: 'a figure has no alternative text'}
    if (role === 'Formula' && !says(dict, ['Alt'], library))
      yield {condition: '17-002', what: 'a formula has no alternative text'}
    if (role === 'TH' && !hasScope(element, library))
      yield {condition: '15-003', what: 'a header cell does not say what it is the header of'}
  }
  yield* checkNotes(elements, library)
  yield* checkHeadings(elements)
}

function* checkNotes(elements: ReadonlyArray<Element>, library: Library): Generator<Finding> {
  const seen = new Set<string>()
  for (const {dict, role} of elements) {
    if (role !== 'Note') continue
    const identifier = textIn(dict.lookup(library.PDFName.of('ID')), library) ?? ''
    if (identifier === '') yield {condition: '19-003', what: 'a note has no identifier'}
    else if (seen.has(identifier)) yield {condition: '19-004', what: `two notes have the identifier ${identifier}`}
    seen.add(identifier)
  }
}

function* checkHeadings(elements: ReadonlyArray<Element>): Generator<Finding> {
  const headings = elements.map(({role}) => role).filter((role) => /^H[1-6]?$/.test(role))
  const levels = headings.filter((role) => role !== 'H').map((role) => Number(role.slice(1)))
  if (levels.length > 0 && levels.length < headings.length)
    yield {condition: '14-007', what: 'headings with and without a level stand side by side'}
  const [first] = levels
  if (first !== undefined && first !== 1) yield {condition: '14-002', what: `the first heading is of level ${first}`}
  for (const [index, level] of levels.entries()) {
    const last = levels[index - 1]
    if (last !== undefined && level > last + 1)
      yield {condition: '14-003', what: `a heading of level ${level} follows one of level ${last}`}
  }
}

function says(dict: PDFDict, keys: ReadonlyArray<string>, library: Library): boolean {
  return keys.some((key) => (textIn(dict.lookup(library.PDFName.of(key)), library) ?? '').trim() !== '')
}

/** A scope of its own, or cells of its table that name their headers. */
function hasScope(cell: Element, library: Library): boolean {
  if (hasAttribute(cell, 'Scope', library)) return true
  let above: Element | undefined = cell
  while (above !== undefined && above.role !== 'Table') above = above.parent
  return above !== undefined && someCell(above, (each) => hasAttribute(each, 'Headers', library))
}

function someCell(element: Element, test: (cell: Element) => boolean): boolean {
  return test(element) || element.kids.some((kid) => someCell(kid, test))
}

/** Attributes are a dictionary or several (ISO 32000-1, 14.7.5). */
function hasAttribute({dict}: Element, name: string, {PDFArray, PDFDict, PDFName}: Library): boolean {
  const given = dict.lookup(PDFName.of('A'))
  const all = given instanceof PDFArray ? given.asArray().map((_, index) => given.lookup(index)) : [given]
  return all.some((each) => each instanceof PDFDict && each.has(PDFName.of(name)))
}
