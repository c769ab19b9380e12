import type {PDFDict, PDFPage} from '@cantoo/pdf-lib'
import {contentOf, readContent} from '../tags/content.ts'
import {operations} from '../tags/operations.ts'
import type {Checked} from './checked.ts'
import type {Finding} from './finding.ts'

const painting = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'ID', 'Tj', 'TJ', "'", '"'])

/** A string that shows, by codes of two bytes, glyph 0: what a font draws for characters that it has not. */
const nothing = /<(?:[\da-f]{4})*?0000(?:[\da-f]{4})*>\s*Tj/i

/** What a piece of marked content is: an artifact, part of the structure tree, or neither. */
type Mark = 'artifact' | 'tagged' | undefined

/** Whether all that pages paint is tagged or an artifact, and nothing both (PDF/UA-1, 7.1). */
export function* checkContent(checked: Checked): Generator<Finding> {
  const {pdf, library} = checked
  const known = numbersOf(checked)
  for (const [index, page] of pdf.getPages().entries()) {
    const content = readContent(page, library)
    const found = new Map<string, Finding>()
    if (content === undefined) found.set('', {condition: '01-005', what: 'the page cannot be read', page: index + 1})
    else
      for (const finding of marks(content, [], {checked, page, known: known.get(page.node) ?? new Set()}))
        found.set(finding.condition, {...finding, page: index + 1})
    if (content?.includes('0000') && nothing.test(content))
      found.set('31-030', {condition: '31-030', what: 'a character is in no font', page: index + 1})
    yield* found.values()
  }
}

interface Within {
  readonly checked: Checked
  readonly page: PDFPage
  /** Numbers of marked content of the page that the structure tree holds. */
  readonly known: ReadonlySet<number>
}

function* marks(content: string, open: Array<Mark>, within: Within): Generator<Finding> {
  for (const {operator, start, end, name} of operations(content)) {
    if (operator === 'EMC') open.pop()
    else if (operator === 'BDC' || operator === 'BMC') {
      const mark = markOf(content.slice(start, end), within.known)
      yield* misplaced(mark, open)
      open.push(mark)
    } else if (open.some(Boolean)) continue
    else if (painting.has(operator)) yield {condition: '01-005', what: 'something is neither tagged nor an artifact'}
    else if (operator === 'Do') yield* marksOfObject(name ?? '', open, within)
  }
}

function* misplaced(mark: Mark, open: ReadonlyArray<Mark>): Generator<Finding> {
  if (mark === 'artifact' && open.includes('tagged'))
    yield {condition: '01-003', what: 'an artifact stands within tagged content'}
  if (mark === 'tagged' && open.includes('artifact'))
    yield {condition: '01-004', what: 'tagged content stands within an artifact'}
}

function markOf(operands: string, known: ReadonlySet<number>): Mark {
  if (/^\/Artifact\b/.test(operands)) return 'artifact'
  const number = /\/MCID (\d+)/.exec(operands)?.[1]
  return number !== undefined && known.has(Number(number)) ? 'tagged' : undefined
}

/** What a form paints counts as painted where it is called; a picture is painted there. */
function* marksOfObject(name: string, open: Array<Mark>, within: Within): Generator<Finding> {
  const {library} = within.checked
  const {PDFDict, PDFName, PDFRawStream} = library
  const object = within.page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.lookup(PDFName.of(name))
  const isForm = object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')
  const content = isForm ? contentOf(object, library) : undefined
  if (content === undefined) yield {condition: '01-005', what: 'a picture is neither tagged nor an artifact'}
  else yield* marks(content, [...open], within)
}

function numbersOf({elements}: Checked): ReadonlyMap<PDFDict, ReadonlySet<number>> {
  const numbers = new Map<PDFDict, Set<number>>()
  for (const {holds} of elements)
    for (const kid of holds) {
      if (kid.kind !== 'content' || kid.page === undefined) continue
      const known = numbers.get(kid.page)
      if (known === undefined) numbers.set(kid.page, new Set([kid.number]))
      else known.add(kid.number)
    }
  return numbers
}
