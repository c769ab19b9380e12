import type {PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import {pageContents} from '../tags/page-contents.ts'
import type {Library} from '../tags/tree.ts'
import {elementsOf, typeOf} from '../tags/tree.ts'
import {boxesOf} from './boxes.ts'
import {sourceOf} from './source.ts'
import {writeLink} from './write.ts'

/**
 * Have the annotations of links lie on their words, one for each line: in columns Chromium misplaces some, repeats others, and forgets
 * a few. `addresses` says where the links of the page lead, in their order; those that are forgotten are made from it.
 */
export function placeLinks(pdf: PDFDocument, library: Library, addresses: ReadonlyArray<string>): void {
  const contents = pageContents(pdf, library)
  const links = elementsOf(pdf, library).filter((element) => typeOf(element, library) === 'Link')
  const pages = new Map(pdf.getPages().map((page): [PDFDict, typeof page] => [page.node, page]))
  const references = new Map(pdf.context.enumerateIndirectObjects().map(([reference, object]) => [object, reference]))
  links.forEach((element, index) => {
    const boxes = boxesOf(element, {pdf, library, contents})
    // What holds no text, such as a picture, stays where it is.
    if (boxes.length === 0) return
    const address = links.length === addresses.length ? addresses[index] : undefined
    writeLink(element, boxes, {pdf, library, pages, references, made: sourceOf(address, pdf, library)})
  })
}
