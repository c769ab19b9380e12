import type {PDFDict, PDFDocument, PDFHexString as Text} from '@cantoo/pdf-lib'
import {hexadecimalText} from '../hexadecimal-text.ts'
import {legal} from '../legal.ts'
import type {Library} from './tree.ts'
import {nameOf} from './tree.ts'

/** Say in words where each link leads (PDF/UA-1, 7.18.5): its address, or what `names` calls the place in the article. */
export function describeLinks(pdf: PDFDocument, library: Library, names: ReadonlyMap<string, string>): void {
  const {PDFArray, PDFDict} = library
  const contents = nameOf('Contents', library)
  // Many lead to one place.
  const known = new Map<string, Text>()
  for (const page of pdf.getPages()) {
    const annotations = page.node.lookupMaybe(nameOf('Annots', library), PDFArray)
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const annotation = annotations?.lookup(index, PDFDict)
      if (annotation?.get(nameOf('Subtype', library)) !== nameOf('Link', library)) continue
      if (annotation.has(contents)) continue
      const target = targetOf(annotation, library)
      if (target === undefined) continue
      const text = known.get(target) ?? hexadecimalText(legal(wordsFor(target, names)), library)
      known.set(target, text)
      annotation.set(contents, text)
    }
  }
}

/** What a place is called; browsers write its identifier as addresses have it. */
function wordsFor(target: string, names: ReadonlyMap<string, string>): string {
  const named = names.get(target)
  if (named !== undefined || !target.includes('%')) return named ?? target
  try {
    return names.get(decodeURIComponent(target)) ?? target
  } catch {
    return target
  }
}

/** An address, or the name of a place in the document. */
function targetOf(annotation: PDFDict, library: Library): string | undefined {
  const {PDFDict, PDFHexString, PDFName, PDFString} = library
  const action = annotation.lookupMaybe(nameOf('A', library), PDFDict)
  const target = action?.lookup(nameOf('URI', library)) ?? annotation.lookup(nameOf('Dest', library))
  if (target instanceof PDFName || target instanceof PDFString || target instanceof PDFHexString)
    return target.decodeText()
  return undefined
}
