import type {PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import type {Pages} from '../tags/page-contents.ts'
import type {Tag} from '../tags/structure.ts'
import {elementsIn} from '../tags/structure.ts'
import type {Library} from '../tags/tree.ts'
import {boxesOf} from './boxes.ts'
import {sourceOf} from './source.ts'
import {writeLink} from './write.ts'

interface Printed {
  readonly root: Tag | undefined
  readonly pages: Pages
  readonly addresses: ReadonlyArray<string>
}

/**
 * Have the annotations of links lie on their words, one for each line: in columns Chromium misplaces some, repeats others, and forgets
 * a few. `addresses` says where the links of the page lead, in their order; those that are forgotten are made from it.
 */
export function placeLinks(pdf: PDFDocument, library: Library, {root, pages: contents, addresses}: Printed): void {
  const links = elementsIn(root).filter(({type}) => type === 'Link')
  const pages = new Map(pdf.getPages().map((page): [PDFDict, typeof page] => [page.node, page]))
  links.forEach((element, index) => {
    const boxes = boxesOf(element, contents)
    // What holds no text, such as a picture, stays where it is.
    if (boxes.length === 0) return
    const address = links.length === addresses.length ? addresses[index] : undefined
    writeLink(element, boxes, {pdf, library, pages, made: sourceOf(address, pdf, library)})
  })
}
