import type {PDFDocument} from '@cantoo/pdf-lib'
import {writeContent} from './content.ts'
import {edited} from './edits.ts'
import {spacesAtLineEnds} from './line-ends.ts'
import {pageContents} from './page-contents.ts'
import type {Library} from './tree.ts'

/** Give pages the spaces they lack after `words`, mark as artifacts what is outside the structure tree, take soft hyphens away. */
export function repairContents(pdf: PDFDocument, library: Library, words: ReadonlySet<string>): void {
  const spaces = spacesAtLineEnds(pdf, library, pageContents(pdf, library), words)
  for (const [{page, content, edits}, atLineEnds] of spaces) {
    const all = [...edits, ...atLineEnds]
    if (all.length > 0) writeContent(pdf, page, edited(content, all), library)
  }
}
