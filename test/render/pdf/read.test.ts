import * as library from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {read, readPrinted} from '../../../src/render/pdf/read.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'

const {PDFDocument, PDFName, PDFNumber, PDFRef} = library

const objects = [
  '<</Type /Catalog\n/Pages 2 0 R\n/StructTreeRoot 4 0 R>>',
  '<</Type /Pages\n/Count 1\n/Kids [3 0 R]>>',
  '<</Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 595.27 -.5]\n/Contents 5 0 R>>',
  '<</Type /StructTreeRoot\n/K 6 0 R>>',
  '<</Length 22>> stream\nq (endstream endobj) Q\nendstream',
  '<</Type /StructElem\n/S /P\n/P 4 0 R\n/Pg 3 0 R\n/K 0>>',
  '<</Type /StructElem\n/S /P\n/P 4 0 R\n/K 6 0 R>>',
  '<</Type /StructElem\n/S /P\n/P 4 0 R\n/K [7 0 R 1 8 0 R<</Type /OBJR>>]\n/Lang (en)>>',
  String.raw`[(a\)b(c)) () <FEFF> true false null /A#20b#e4 -1 +2.50 0.00001 1 2 3 0 R 12 10 R [[]]<<>>]`,
  '<</A<</B[1 2]/C/D>>/E 1/F -2.5/G 3 0 R/H(x)>>'
]

/** A file as browsers write it. */
function fileOf(bodies: ReadonlyArray<string>, trailer = '/Root 1 0 R'): Uint8Array {
  const body = bodies.map((each, index) => `${index + 1} 0 obj\n${each}\nendobj\n`).join('')
  const table = `xref\n0 1\n0000000000 65535 f \n`
  const end = `trailer\n<</Size ${bodies.length + 1}\n${trailer}>>\nstartxref\n9\n%%EOF\n`
  return Buffer.from(`%PDF-1.4\n%\xd3\xeb\xe9\xe1\n${body}${table}${end}`, 'latin1')
}

const written = ({context}: library.PDFDocument) =>
  context
    .enumerateIndirectObjects()
    .map(([reference, object]) => [reference.tag, object.constructor.name, object.toString()])

describe('a document as browsers print it', () => {
  it('is read as pdf-lib reads it, whatever its values are', async () => {
    const found = readPrinted(fileOf(objects), library)
    const expected = await PDFDocument.load(fileOf(objects), {updateMetadata: false})
    expect(found && written(found)).toEqual(written(expected))
    expect(found?.getPageCount()).toBe(1)
    expect(found?.catalog).toBe(found?.context.lookup(PDFRef.of(1)))
    expect(found?.context.largestObjectNumber).toBe(objects.length)
    expect(found?.context.trailerInfo.Size?.toString()).toBe(String(objects.length + 1))
  })

  it.each([
    ['an object that is not ended', [...objects.slice(0, 9), '[1'], undefined],
    ['a word', [...objects, '<</A what>>'], undefined],
    ['a stream whose length is elsewhere', [...objects, '<</Length 12 0 R>> stream\nab\nendstream', '2'], undefined],
    ['a stream that is longer than it says', [...objects, '<</Length 1>> stream\nab\nendstream'], undefined],
    ['objects in a stream', [...objects, '<</Type /ObjStm/N 0/First 0/Length 0>> stream\n\nendstream'], undefined],
    ['a number beyond its length', [...objects, '2\nendobj\n99999999 0 obj\n1'], undefined],
    ['another generation', [...objects, '2\nendobj\n99 1 obj\n1'], undefined],
    ['no catalogue', objects, '/Root 2 0 R'],
    ['a lock', objects, '/Root 1 0 R/Encrypt 10 0 R']
  ])('is left to pdf-lib where it has %s', async (_, bodies, trailer) => {
    expect(readPrinted(fileOf(bodies, trailer), library)).toBeUndefined()
  })

  it('is read all the same where it is otherwise', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    pdf.catalog.set(PDFName.of('Mark'), PDFNumber.of(7))
    const again = await read(await pdf.save(), library)
    expect(again.catalog.lookup(PDFName.of('Mark'), PDFNumber).asNumber()).toBe(7)
  })
})

describe.skipIf(!hasBrowser)('what the browser prints', () => {
  const {print} = testBrowser()

  it('is read without pdf-lib', async () => {
    const html = '<!doctype html><title>Title (a)</title><h1 id="a">One</h1><p><a href="#a">Two</a> <b>three</b></p>'
    const bytes = await print({html})
    const found = readPrinted(bytes, library)
    expect(found && written(found)).toEqual(written(await PDFDocument.load(bytes, {updateMetadata: false})))
  })
})
