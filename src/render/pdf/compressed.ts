import {deflate} from 'node:zlib'
import type {PDFContext, PDFRawStream} from '@cantoo/pdf-lib'

type Library = typeof import('@cantoo/pdf-lib')

/** Compressed on another thread. */
export function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    deflate(bytes, (error, packed) => (error === null ? resolve(packed) : reject(error)))
  })
}

/** Streams that are yet to be compressed, and what they will hold. */
const open = new WeakMap<PDFRawStream, Promise<Uint8Array>>()

/** A stream that other threads compress meanwhile; until the document is saved it holds `bytes` as they are. */
export function compressedStream(context: PDFContext, bytes: Uint8Array): PDFRawStream {
  const stream = context.stream(bytes)
  const packed = deflated(bytes)
  // What is awaited later may fail before.
  packed.catch(() => undefined)
  open.set(stream, packed)
  return stream
}

/** Have a stream hold what it is compressed to. */
export async function settle(stream: PDFRawStream, {PDFName}: Library): Promise<void> {
  const packed = await open.get(stream)
  if (packed === undefined) return
  open.delete(stream)
  stream.dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'))
  stream.updateContents(packed)
}
