import type {PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import {contentOf, readContent, writeContent} from './content.ts'
import {markArtifacts} from './mark-artifacts.ts'
import type {Library} from './tree.ts'

/** Mark on every page what is outside the structure tree as artifacts. */
export function addArtifacts(pdf: PDFDocument, library: Library): void {
  const {PDFDict, PDFName} = library
  for (const page of pdf.getPages()) {
    const content = readContent(page, library)
    if (content === undefined) continue
    const objects = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
    const marked = markArtifacts(content, (name) => isUntagged(objects, name, library))
    if (marked !== content) writeContent(pdf, page, marked, library)
  }
}

function isUntagged(objects: PDFDict | undefined, name: string, library: Library): boolean {
  const object = objects?.lookup(library.PDFName.of(name))
  if (!(object instanceof library.PDFRawStream)) return false
  if (object.dict.get(library.PDFName.of('Subtype')) === library.PDFName.of('Image')) return true
  return contentOf(object, library)?.includes('BDC') === false
}
