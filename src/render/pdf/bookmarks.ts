import type {PDFDict, PDFDocument} from '@cantoo/pdf-lib'

import {legal} from './legal.ts'

type Library = typeof import('@cantoo/pdf-lib')

/**
 * Name the bookmarks (ISO 32000-1, 12.3.3) by their headings: browsers write formulas twice, leave out spaces at the ends of lines and
 * shout what is set in capitals. Where there are more or fewer than titles they stay as they are.
 */
export function nameBookmarks(pdf: PDFDocument, library: Library, titles: ReadonlyArray<string>): void {
  const bookmarks = bookmarksOf(pdf, library)
  if (bookmarks.length !== titles.length) return
  bookmarks.forEach((bookmark, index) => {
    const title = legal(titles[index] ?? '')
    if (title !== '') bookmark.set(library.PDFName.of('Title'), library.PDFHexString.fromText(title))
  })
}

/** All of them, those above before those below. */
function bookmarksOf(pdf: PDFDocument, {PDFDict, PDFName}: Library): ReadonlyArray<PDFDict> {
  const root = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)
  const first = root?.lookupMaybe(PDFName.of('First'), PDFDict)
  const found = new Set<PDFDict>()
  const queue = first === undefined ? [] : [first]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue
    found.add(next)
    for (const name of ['Next', 'First']) {
      const other = next.lookupMaybe(PDFName.of(name), PDFDict)
      if (other !== undefined) queue.push(other)
    }
  }
  return [...found]
}
