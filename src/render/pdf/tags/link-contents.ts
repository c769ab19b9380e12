import type {PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import {legal} from '../legal.ts'
import type {Library} from './tree.ts'

/** Say in words where each link leads (PDF/UA-1, 7.18.5): its address, or what `names` calls the place in the article. */
export function describeLinks(pdf: PDFDocument, library: Library, names: ReadonlyMap<string, string>): void {
  const {PDFArray, PDFDict, PDFHexString, PDFName} = library
  for (const page of pdf.getPages()) {
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const annotation = annotations?.lookup(index, PDFDict)
      if (annotation?.get(PDFName.of('Subtype')) !== PDFName.of('Link')) continue
      if (annotation.has(PDFName.of('Contents'))) continue
      const target = targetOf(annotation, library)
      if (target === undefined) continue
      annotation.set(PDFName.of('Contents'), PDFHexString.fromText(legal(nameOf(target, names))))
    }
  }
}

/** What a place is called; browsers write its identifier as addresses have it. */
function nameOf(target: string, names: ReadonlyMap<string, string>): string {
  const named = names.get(target)
  if (named !== undefined || !target.includes('%')) return named ?? target
  try {
    return names.get(decodeURIComponent(target)) ?? target
  } catch {
    return target
  }
}

/** An address, or the name of a place in the document. */
function targetOf(annotation: PDFDict, {PDFDict, PDFHexString, PDFName, PDFString}: Library): string | undefined {
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict)
  const target = action?.lookup(PDFName.of('URI')) ?? annotation.lookup(PDFName.of('Dest'))
  if (target instanceof PDFName || target instanceof PDFString || target instanceof PDFHexString)
    return target.decodeText()
  return undefined
}
