import {inflateSync} from 'node:zlib'
import type {PDFDocument, PDFPage, PDFRawStream} from '@cantoo/pdf-lib'
import {compressedStream} from '../compressed.ts'
import type {Library} from './tree.ts'

/** What paints a page, a byte a character; `undefined` if it is compressed in a way that browsers do not use. */
export function readContent(page: PDFPage, library: Library): string | undefined {
  const stream = page.node.Contents()
  return stream instanceof library.PDFRawStream ? contentOf(stream, library) : undefined
}

/** Have other content paint a page. */
export function writeContent(pdf: PDFDocument, page: PDFPage, content: string, {PDFName, PDFRef}: Library): void {
  const old = page.node.get(PDFName.of('Contents'))
  const made = compressedStream(pdf.context, Buffer.from(content, 'latin1'))
  page.node.set(PDFName.of('Contents'), pdf.context.register(made))
  if (old instanceof PDFRef) pdf.context.delete(old)
}

/** A stream, a byte a character, likewise. */
export function contentOf({dict, contents}: PDFRawStream, {PDFName}: Library): string | undefined {
  const filter = dict.lookup(PDFName.of('Filter'))
  if (filter === undefined) return Buffer.from(contents.buffer, contents.byteOffset, contents.length).toString('latin1')
  if (filter !== PDFName.of('FlateDecode') || dict.has(PDFName.of('DecodeParms'))) return undefined
  return inflateSync(contents).toString('latin1')
}
