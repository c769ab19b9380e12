import type {PDFDocument} from '@cantoo/pdf-lib'
import type {Finding} from '../check/index.ts'
import type {Library} from '../tags/tree.ts'
import {checkAnnotations} from './annotations.ts'
import {checkContents} from './contents.ts'
import {checkDocument} from './document.ts'
import {checkFonts} from './fonts.ts'
import {checkLimits} from './limits.ts'
import {checkStreams} from './streams.ts'

export {hasPrivateCharacters} from './fonts.ts'
export {setOutputIntent} from './output-intent.ts'
export {partOf} from './part.ts'
export {isSeeThrough} from './see-through.ts'

const checks = [checkDocument, checkStreams, checkFonts, checkLimits, checkAnnotations, checkContents] as const

/**
 * Check a PDF against clauses of PDF/A-2 (ISO 19005-2) and, where it carries files, PDF/A-3 (ISO 19005-3): those that pages of a
 * browser may offend against. A finding names the clause. To find none is no proof of conformance.
 */
export function checkArchival(pdf: PDFDocument, library: Library): ReadonlyArray<Finding> {
  return checks.flatMap((each) => [...each(pdf, library)])
}
