import type {PDFName as Name, PDFDict} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {kidsOf, typeOf} from '../../../bench/measure/elements.ts'
import {readContent} from '../../../src/render/pdf/tags/content.ts'
import {describeLinks} from '../../../src/render/pdf/tags/link-contents.ts'
import {addListBodies} from '../../../src/render/pdf/tags/list-bodies.ts'
import {operations} from '../../../src/render/pdf/tags/operations.ts'
import {pageContents} from '../../../src/render/pdf/tags/page-contents.ts'
import {repairContents} from '../../../src/render/pdf/tags/repair-contents.ts'
import {retype} from '../../../src/render/pdf/tags/retype.ts'
import {mapRoles} from '../../../src/render/pdf/tags/role-map.ts'
import {elementsIn, readStructure} from '../../../src/render/pdf/tags/structure.ts'
import {structureRoot} from '../../../src/render/pdf/tags/tree.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'
import {elementsOf} from '../../support/elements.ts'

const {PDFArray, PDFDict: Dict, PDFDocument, PDFName} = library

const html = `<!doctype html><html lang="en"><head><title>Tags</title>
<style>@page{size:A5;margin:20mm;@bottom-center{content:counter(page)} @top-center{content:"(Running) head"}}
h1{border-bottom:1px solid}</style></head><body><h1 id="top">Tags</h1>
<ol><li>One <em>item</em></li><li><strong>Two</strong><ul><li>within</li></ul></li></ol>
<aside><p>Beside (the) point</p></aside><p><a href="https://example.org/x">out</a> and <a href="#end">in</a></p>
<h2 id="end">End</h2><div aria-hidden="true">12</div></body></html>`

describe.skipIf(!hasBrowser)('what the browser’s tags lack', () => {
  const {print} = testBrowser()
  let raw: Uint8Array
  beforeAll(async () => {
    raw = await print({html})
  })

  const load = () => PDFDocument.load(raw, {updateMetadata: false})
  type Pdf = Awaited<ReturnType<typeof load>>

  function rolesMissing(pdf: Pdf): ReadonlyArray<string> {
    const map = structureRoot(pdf, library)?.lookupMaybe(PDFName.of('RoleMap'), Dict)
    const types = new Set(elementsOf(pdf, library).map((element) => typeOf(element, library)))
    return ['Em', 'Strong', 'Aside'].filter((type) => types.has(type) && map?.has(PDFName.of(type)) !== true)
  }

  it('is roles for types of PDF 2.0', async () => {
    const pdf = await load()
    expect(rolesMissing(pdf)).toEqual(['Em', 'Strong', 'Aside'])
    mapRoles(pdf, library, elementsIn(readStructure(pdf, library)))
    expect(rolesMissing(pdf)).toEqual([])
  })

  it('is bodies of list items', async () => {
    const pdf = await load()
    const kidTypes = () =>
      elementsOf(pdf, library)
        .filter((element) => typeOf(element, library) === 'LI')
        .map((item) => kidsOf(item, library).map((kid) => typeOf(pdf.context.lookup(kid, Dict), library)))
    expect(kidTypes().flat()).not.toContain('LBody')
    addListBodies(elementsIn(readStructure(pdf, library)), library)
    expect(kidTypes()).toEqual([
      ['Lbl', 'LBody'],
      ['Lbl', 'LBody'],
      ['Lbl', 'LBody']
    ])
    const wrong = elementsOf(pdf, library).filter((element) =>
      kidsOf(element, library).some((kid) => {
        const child = pdf.context.lookup(kid)
        return child instanceof Dict && child.has(PDFName.of('S')) && child.lookup(PDFName.of('P')) !== element
      })
    )
    expect(wrong).toEqual([])
  })

  it('is lists of definitions and lines of code', async () => {
    const group = (mark: string) => `role="group" lang="en-${mark}"`
    const list = `<dl ${group('x-definitions')}><dt ${group('x-term')}>One</dt><dt ${group('x-term')}>Uno</dt><dd ${group('x-meaning')}>1</dd><dd ${group('x-meaning')}><p>I</p></dd><dt ${group('x-term')}>Two</dt><dd ${group('x-meaning')}>2</dd></dl>`
    const stray = `<dl ${group('x-definitions')}><dt ${group('x-term')}>One</dt><p>Stray</p></dl>`
    const code = '<pre><code>one\ntwo</code></pre><p>A <code>word</code></p>'
    const page = `<!doctype html><html lang="en"><head><title>T</title></head><body>${list}${stray}${code}</body></html>`
    const pdf = await PDFDocument.load(await print({html: page}), {updateMetadata: false})
    retype(elementsIn(readStructure(pdf, library)), library)
    const outline = elementsOf(pdf, library)
      .slice(1)
      .map((element) => {
        const parent = element.lookup(PDFName.of('P'), Dict)
        return `${typeOf(parent, library)} ${typeOf(element, library)}`
      })
    expect(outline.filter((line) => !line.includes('NonStruct'))).toEqual([
      'Document L',
      ...['L LI', 'LI Lbl', 'LI Lbl', 'LI LBody', 'LI LBody', 'LBody P'],
      ...['L LI', 'LI Lbl', 'LI LBody'],
      ...['Document Div', 'Div Div', 'Div P'],
      ...['Document P', 'P Code', 'Document P', 'P Code']
    ])
  })

  it('is words for links', async () => {
    const pdf = await load()
    const contents = () => linksOf(pdf).map((link) => link.lookup(PDFName.of('Contents')))
    expect(contents()).toEqual([undefined, undefined])
    describeLinks(pdf, library, new Map([['end', '2 End']]))
    const texts = contents().map((text) => (text instanceof library.PDFHexString ? text.decodeText() : undefined))
    expect(texts).toEqual(['https://example.org/x', '2 End'])
  })

  it('is the word that what is untagged is an artifact', async () => {
    const pdf = await load()
    expect(unmarked(pdf).length).toBeGreaterThan(2)
    repairContents(pdf, library, asPrinted(pdf))
    expect(unmarked(pdf)).toEqual([])
    const again = await PDFDocument.load(await pdf.save())
    expect(contentOf(again)).toContain('/Artifact BMC')
  })

  it('is untouched where there are no tags at all', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    mapRoles(pdf, library, elementsIn(readStructure(pdf, library)))
    addListBodies(elementsIn(readStructure(pdf, library)), library)
    describeLinks(pdf, library, new Map())
    repairContents(pdf, library, asPrinted(pdf))
    expect(elementsOf(pdf, library)).toEqual([])
  })

  function asPrinted(pdf: library.PDFDocument) {
    return {root: readStructure(pdf, library), pages: pageContents(pdf, library), words: new Set<string>()}
  }

  function linksOf(pdf: Pdf): ReadonlyArray<PDFDict> {
    const annotations = pdf.getPage(0).node.lookup(PDFName.of('Annots'), PDFArray)
    const isLink = (dict: PDFDict) => (dict.get(PDFName.of('Subtype')) as Name) === PDFName.of('Link')
    return Array.from({length: annotations.size()}, (_, index) => annotations.lookup(index, Dict)).filter(isLink)
  }

  function contentOf(pdf: Pdf): string {
    return readContent(pdf.getPage(0), library) ?? ''
  }

  /** Painting operators outside any marked content. */
  function unmarked(pdf: Pdf): ReadonlyArray<string> {
    let depth = 0
    return [...operations(contentOf(pdf))].flatMap(({operator}) => {
      if (operator === 'BDC' || operator === 'BMC') depth += 1
      if (operator === 'EMC') depth -= 1
      return depth === 0 && ['Tj', 'TJ', 'f', 'S', 'f*'].includes(operator) ? [operator] : []
    })
  }
})
