import {inflateSync} from 'node:zlib'
import type {PDFDict, PDFDocument, PDFRawStream, PDFStream} from '@cantoo/pdf-lib'
import {markArtifacts} from './mark-artifacts.ts'
import type {Library} from './tree.ts'

/** Mark on every page what is outside the structure tree as artifacts. */
export function addArtifacts(pdf: PDFDocument, library: Library): void {
  const {PDFDict, PDFName, PDFRawStream} = library
  for (const page of pdf.getPages()) {
    const stream = page.node.Contents()
    if (!(stream instanceof PDFRawStream)) continue
    const content = contentOf(stream, library)
    if (content === undefined) continue
    const objects = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
    const marked = markArtifacts(content, (name) => isUntagged(objects, name, library))
    if (marked === content) continue
    const made: PDFStream = pdf.context.flateStream(Buffer.from(marked, 'latin1'))
    page.node.set(PDFName.of('Contents'), pdf.context.register(made))
    const old = pdf.context.getObjectRef(stream)
    if (old !== undefined) pdf.context.delete(old)
  }
}

function isUntagged(objects: PDFDict | undefined, name: string, library: Library): boolean {
  const object = objects?.lookup(library.PDFName.of(name))
  if (!(object instanceof library.PDFRawStream)) return false
  if (object.dict.get(library.PDFName.of('Subtype')) === library.PDFName.of('Image')) return true
  return contentOf(object, library)?.includes('BDC') === false
}

/** The content, a byte a character; `undefined` if it is compressed in a way that browsers do not use. */
function contentOf({dict, contents}: PDFRawStream, {PDFName}: Library): string | undefined {
  const filter = dict.lookup(PDFName.of('Filter'))
  if (filter === undefined) return Buffer.from(contents).toString('latin1')
  if (filter !== PDFName.of('FlateDecode') || dict.has(PDFName.of('DecodeParms'))) return undefined
  return inflateSync(contents).toString('latin1')
}
