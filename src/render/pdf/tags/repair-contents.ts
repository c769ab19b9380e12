import type {PDFDocument} from '@cantoo/pdf-lib'
import {writeContent} from './content.ts'
import {edited} from './edits.ts'
import {spacesAtLineEnds} from './line-ends.ts'
import type {Pages} from './page-contents.ts'
import {repeatedHeads} from './repeated-heads.ts'
import type {Tag} from './structure.ts'
import {elementsIn} from './structure.ts'
import type {Library} from './tree.ts'

interface Printed {
  readonly root: Tag | undefined
  readonly pages: Pages
  readonly words: ReadonlySet<string>
}

/** Give pages the spaces they lack after `words`, mark as artifacts what is outside the structure tree and heads of tables that are painted anew, take soft hyphens away. */
export function repairContents(pdf: PDFDocument, library: Library, {root, pages, words}: Printed): void {
  const heads = repeatedHeads(elementsIn(root), pages, library)
  const spaces = spacesAtLineEnds(root, pages, words)
  for (const [contents, atLineEnds] of spaces) {
    const {page, content, edits} = contents
    const all = [...edits, ...atLineEnds, ...(heads.get(contents) ?? [])]
    if (all.length > 0) writeContent(pdf, page, edited(content, all), library)
  }
}
