import * as library from '@cantoo/pdf-lib'
import {expect, it} from 'vitest'
import {save} from '../../../src/render/pdf/save.ts'

const {PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef} = library

it('writes each object where the table of objects says that it is, in whatever order they are given', async () => {
  const pdf = await PDFDocument.create({updateMetadata: false})
  const page = pdf.addPage()
  const numbers = Array.from({length: 1200}, (_, index) => 10 + ((index * 769) % 1201))
  for (const number of numbers) pdf.context.assign(PDFRef.of(number), pdf.context.obj({Number: number}))
  // Streams stand by themselves, between objects that are compressed.
  for (const number of [500, 501, 900]) pdf.context.assign(PDFRef.of(number), pdf.context.stream('q Q'))
  for (const number of [20, 700]) pdf.context.delete(PDFRef.of(number))
  page.node.set(PDFName.of('All'), pdf.context.obj(numbers.map((number) => PDFRef.of(number))))
  const again = await PDFDocument.load(await save(pdf, library))
  for (const number of numbers) {
    const object = again.context.lookup(PDFRef.of(number))
    if (number === 20 || number === 700) expect(object).toBeUndefined()
    else if (object instanceof PDFDict) expect(object.lookup(PDFName.of('Number'), PDFNumber).asNumber()).toBe(number)
    else expect([500, 501, 900]).toContain(number)
  }
})
