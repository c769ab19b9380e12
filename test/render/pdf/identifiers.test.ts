import * as library from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {typeOf} from '../../../bench/measure/elements.ts'
import {identify} from '../../../src/render/pdf/tags/identifiers.ts'
import {elementsIn, readStructure} from '../../../src/render/pdf/tags/structure.ts'
import {structureRoot} from '../../../src/render/pdf/tags/tree.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'
import {elementsOf} from '../../support/elements.ts'

const {PDFArray, PDFDict, PDFDocument, PDFName, PDFString} = library

const html = `<!doctype html><html lang="en"><head><title>Tides</title></head><body><table>
<thead><tr><td></td><th id="a" scope="col">High</th><th id="b" scope="col">Low</th></tr></thead>
<tbody><tr><th id="c" scope="row">Dover</th><td headers="a c">7</td><td headers="b c">1</td></tr></tbody>
</table></body></html>`

describe.skipIf(!hasBrowser)('identifiers of header cells', () => {
  const {print} = testBrowser()
  let pdf: library.PDFDocument
  beforeAll(async () => {
    pdf = await PDFDocument.load(await print({html}), {updateMetadata: false})
    identify(pdf, library, elementsIn(readStructure(pdf, library)))
  })

  const headers = () => elementsOf(pdf, library).filter((element) => typeOf(element, library) === 'TH')

  it('count the cells, not what the browser happened to paint', async () => {
    const names = headers().map((cell) => cell.lookup(PDFName.of('ID'), PDFString).decodeText())
    expect(names).toEqual(['part-000001', 'part-000002', 'part-000003'])
    const saved = Buffer.from(await pdf.save({useObjectStreams: false})).toString('latin1')
    expect(saved).toContain('(part-000001)')
    expect(saved).not.toMatch(/\(node\d+\)/)
  })

  it('are those that other cells name', () => {
    const named = elementsOf(pdf, library).flatMap((element) => {
      const attributes = element.lookup(PDFName.of('A'))
      const dict = attributes instanceof PDFArray ? attributes.lookup(0, PDFDict) : attributes
      const list = dict instanceof PDFDict ? dict.lookupMaybe(PDFName.of('Headers'), PDFArray) : undefined
      return list === undefined ? [] : [list.asArray().map((each) => (each as library.PDFString).decodeText())]
    })
    expect(named).toEqual([
      ['part-000001', 'part-000003'],
      ['part-000002', 'part-000003']
    ])
  })

  it('are listed in their order', () => {
    const tree = structureRoot(pdf, library)?.lookup(PDFName.of('IDTree'), PDFDict)
    const leaf = tree?.lookup(PDFName.of('Kids'), PDFArray).lookup(0, PDFDict)
    const names = leaf?.lookup(PDFName.of('Names'), PDFArray)
    expect([1, 3, 5].map((index) => names?.lookup(index))).toEqual(headers())
  })
})
