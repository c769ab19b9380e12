import type {PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import {elementsIn, readStructure} from '../../src/render/pdf/tags/structure.ts'
import type {Library} from '../../src/render/pdf/tags/tree.ts'

/** Every structure element, each once, parents before their children. */
export function elementsOf(pdf: PDFDocument, library: Library): ReadonlyArray<PDFDict> {
  return elementsIn(readStructure(pdf, library)).map(({dict}) => dict)
}
