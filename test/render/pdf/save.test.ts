import {inflateSync} from 'node:zlib'
import * as library from '@cantoo/pdf-lib'
import {expect, it} from 'vitest'
import {compressedStream} from '../../../src/render/pdf/compressed.ts'
import {hexadecimalText} from '../../../src/render/pdf/hexadecimal-text.ts'
import {save} from '../../../src/render/pdf/save.ts'

const {PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef} = library

const numbers = Array.from({length: 1200}, (_, index) => 10 + ((index * 769) % 1201))
const streams = [500, 501, 900]
const deleted = [20, 700]

it('writes each object where the table of objects says that it is, in whatever order they are given', async () => {
  const pdf = await PDFDocument.create({updateMetadata: false})
  const page = pdf.addPage()
  for (const number of numbers) pdf.context.assign(PDFRef.of(number), pdf.context.obj({Number: number}))
  // Streams stand by themselves, between objects that are compressed.
  for (const number of streams) pdf.context.assign(PDFRef.of(number), pdf.context.stream('q Q'))
  for (const number of deleted) pdf.context.delete(PDFRef.of(number))
  page.node.set(PDFName.of('All'), pdf.context.obj(numbers.map((number) => PDFRef.of(number))))
  const bytes = await save(pdf, library)
  const again = await PDFDocument.load(bytes)
  const places = placesIn(Buffer.from(bytes).toString('latin1'))
  for (const number of numbers) {
    const object = again.context.lookup(PDFRef.of(number))
    if (object instanceof PDFDict) expect(object.lookup(PDFName.of('Number'), PDFNumber).asNumber()).toBe(number)
    else expect([...streams, ...deleted]).toContain(number)
    expect(places.get(number)).toBe(deleted.includes(number) ? undefined : streams.includes(number) ? 'here' : 'within')
  }
})

it('writes compressed what other threads compress meanwhile', async () => {
  const pdf = await PDFDocument.create({updateMetadata: false})
  pdf.addPage()
  const content = 'q Q '.repeat(1000)
  const reference = pdf.context.register(compressedStream(pdf.context, Buffer.from(content)))
  const again = await PDFDocument.load(await save(pdf, library))
  const stream = again.context.lookup(reference)
  if (!(stream instanceof PDFRawStream)) throw new Error('It is no stream')
  expect(stream.dict.get(PDFName.of('Filter'))).toBe(PDFName.of('FlateDecode'))
  expect(stream.dict.lookup(PDFName.of('Length'), PDFNumber).asNumber()).toBe(stream.contents.length)
  expect(inflateSync(stream.contents).toString()).toBe(content)
})

it('leaves the tables of the file that was read behind', async () => {
  const pdf = await PDFDocument.create({updateMetadata: false})
  pdf.addPage()
  const id = PDFHexString.of('00')
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id])
  const read = await PDFDocument.load(await save(pdf, library), {updateMetadata: false})
  delete read.context.trailerInfo.ID
  const bytes = await save(read, library)
  expect(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type \/XRef/g)
  ).toHaveLength(1)
  expect((await PDFDocument.load(bytes)).context.trailerInfo.ID).toBeUndefined()
})

it('gives bytes of which a piece can be copied', async () => {
  const bytes = await save(await PDFDocument.create({updateMetadata: false}), library)
  const piece = bytes.slice(0, 4)
  piece.fill(0)
  expect(Buffer.from(bytes.subarray(0, 4)).toString()).toBe('%PDF')
})

it('writes texts as pdf-lib does', () => {
  for (const text of ['', 'Note 1: “it”', 'Oʻzbek, русский', '\u{1d400}'])
    expect(hexadecimalText(text, library).toString()).toBe(PDFHexString.fromText(text).toString())
})

/** Where the table (ISO 32000-1, 7.5.8) has objects: at that place in the file, or within a stream of objects. */
function placesIn(file: string): ReadonlyMap<number, string> {
  const at = Number(/startxref\s+(\d+)/.exec(file)?.[1])
  const numbersOf = (key: string) =>
    (new RegExp(`/${key} \\[([^\\]]*)\\]`).exec(file.slice(at))?.[1] ?? '').trim().split(/\s+/).map(Number)
  const [type = 0, offset = 0, rest = 0] = numbersOf('W')
  const from = file.indexOf('stream', at) + 7
  const rows = inflateSync(Buffer.from(file.slice(from, file.indexOf('endstream', from)), 'latin1'))
  const index = numbersOf('Index')
  const places = new Map<number, string>()
  let row = 0
  for (let pair = 0; pair < index.length; pair += 2)
    for (let count = 0; count < (index[pair + 1] ?? 0); count += 1) {
      const start = row * (type + offset + rest)
      const place = rows.readUIntBE(start + type, offset)
      const number = (index[pair] ?? 0) + count
      const isHere = file.startsWith(`${number} 0 obj`, place)
      places.set(number, rows[start] === 2 ? 'within' : isHere ? 'here' : 'elsewhere')
      row += 1
    }
  return places
}
