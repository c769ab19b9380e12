import * as library from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {unwrapFormulas} from '../../../src/render/pdf/tags/formula-content.ts'
import {retype} from '../../../src/render/pdf/tags/retype.ts'
import {elementOf, elementsOf, kidsOf, structureRoot, typeOf} from '../../../src/render/pdf/tags/tree.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'

const {PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber} = library

const formula = `<span role="img" aria-label="\\frac{a}{b}" lang="zxx-x-formula">
<math><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>=</mo><mn>2</mn></math></span>`
const html = `<!doctype html><html lang="en"><head><title>Formulas</title></head><body>
<h1>Formulas</h1><p>Let ${formula} and <em>so</em> ${formula}.</p></body></html>`

describe.skipIf(!hasBrowser)('a formula in the tags', () => {
  const {print} = testBrowser()
  let raw: Uint8Array
  beforeAll(async () => {
    raw = await print({html})
  })

  const load = () => PDFDocument.load(raw, {updateMetadata: false})
  type Pdf = Awaited<ReturnType<typeof load>>
  const formulas = (pdf: Pdf) => elementsOf(pdf, library).filter((element) => typeOf(element, library) === 'Formula')
  const wrappers = (pdf: Pdf) =>
    formulas(pdf).flatMap((each) => kidsOf(each, library).filter((kid) => elementOf(kid, pdf, library) !== undefined))

  it('holds what is painted of it itself', async () => {
    const pdf = await load()
    retype(pdf, library)
    const before = elementsOf(pdf, library).length
    expect(wrappers(pdf)).toHaveLength(2)
    unwrapFormulas(pdf, library)
    expect(wrappers(pdf)).toEqual([])
    expect(elementsOf(pdf, library).length).toBeLessThan(before - 10)
    for (const each of formulas(pdf)) expect(kidsOf(each, library).length).toBeGreaterThanOrEqual(3)
  })

  it('is what the parent tree names for each piece of it', async () => {
    const pdf = await load()
    retype(pdf, library)
    unwrapFormulas(pdf, library)
    const parents = parentsOf(pdf)
    for (const each of formulas(pdf))
      for (const kid of kidsOf(each, library)) {
        if (!(kid instanceof PDFNumber)) throw new Error('Unexpected kid, expected the number of marked content')
        expect(parents.lookup(kid.asNumber())).toBe(each)
      }
    for (let index = 0; index < parents.size(); index += 1) expect(parents.lookup(index)).toBeDefined()
  })

  it('keeps a part that says more than where it stands', async () => {
    const pdf = await load()
    retype(pdf, library)
    const [first] = wrappers(pdf)
    elementOf(first ?? library.PDFNull, pdf, library)?.set(PDFName.of('Lang'), library.PDFString.of('uz'))
    unwrapFormulas(pdf, library)
    expect(wrappers(pdf)).toHaveLength(1)
  })

  function parentsOf(pdf: Pdf): library.PDFArray {
    const tree = structureRoot(pdf, library)?.lookup(PDFName.of('ParentTree'), PDFDict)
    const numbers = tree?.lookupMaybe(PDFName.of('Nums'), PDFArray)
    const leaf = tree?.lookupMaybe(PDFName.of('Kids'), PDFArray)?.lookup(0, PDFDict)
    const found = numbers ?? leaf?.lookup(PDFName.of('Nums'), PDFArray)
    if (found === undefined) throw new Error('Cannot find the numbers of the parent tree')
    return found.lookup(1, PDFArray)
  }
})
