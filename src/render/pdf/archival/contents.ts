import type {PDFDocument} from '@cantoo/pdf-lib'
import type {Finding} from '../check/index.ts'
import {contentOf, readContent} from '../tags/content.ts'
import type {Operation} from '../tags/operations.ts'
import {operations} from '../tags/operations.ts'
import {showsNothing} from '../tags/shown-strings.ts'
import type {Library} from '../tags/tree.ts'

/** How deep states of graphics may be kept (6.1.13). */
const deepest = 28

/** Whether pages paint in colours of screens alone, show glyphs that there are, and keep within limits (6.1.13, 6.2.4.3, 6.2.11.8). */
export function* checkContents(pdf: PDFDocument, library: Library): Generator<Finding> {
  for (const [index, page] of pdf.getPages().entries()) {
    const content = readContent(page, library)
    const found = content === undefined ? [unread] : findingsIn(content)
    for (const finding of found) yield {...finding, page: index + 1}
  }
  const {PDFName, PDFRawStream} = library
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form'))) continue
    const content = contentOf(object, library)
    yield* content === undefined ? [unread] : findingsIn(content)
  }
}

const unread: Finding = {condition: '6.2.2', what: 'what is painted cannot be read'}

/** Each once. */
function findingsIn(content: string): Iterable<Finding> {
  const found = new Map<string, Finding>()
  let depth = 0
  for (const operation of operations(content)) {
    const {operator} = operation
    depth += operator === 'q' ? 1 : operator === 'Q' ? -1 : 0
    const finding = depth > deepest ? deep : findingOf(operation, content)
    if (finding !== undefined) found.set(finding.condition, finding)
  }
  return found.values()
}

const deep: Finding = {condition: '6.1.13', what: 'drawings stand too deep in one another'}

function findingOf({operator, start, end}: Operation, content: string): Finding | undefined {
  if (operator === 'k' || operator === 'K')
    return {condition: '6.2.4.3', what: 'something is in inks (CMYK), where the colours are those of screens'}
  if (operator === 'Tj' && showsNothing(content.slice(start, end - operator.length)))
    return {condition: '6.2.11.8', what: 'a character is in no font'}
  return undefined
}
