import {readdirSync, readFileSync} from 'node:fs'
import type {PDFDict as Dict, PDFDocument as Pdf} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {kidsOf, typeOf} from '../../../bench/measure/elements.ts'
import type {Problem} from '../../../src/model/problem.ts'
import {check} from '../../../src/render/pdf/check/index.ts'
import {readContent, writeContent} from '../../../src/render/pdf/tags/content.ts'
import {structureRoot} from '../../../src/render/pdf/tags/tree.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'
import {elementsOf} from '../../support/elements.ts'
import {pdfOf} from '../../support/pdf.ts'

const {PDFArray, PDFDict, PDFDocument, PDFName, PDFString} = library
const name = (text: string) => PDFName.of(text)

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)
const files = {'dot.png': pixel}
const markdown = `---
title: Tides
author: Ada Noor
lang: en
---

# First

A [link](https://example.org/) and a note.^[The note.] Then $x^2$, and another.^[Another note.]

- One
- Two

![A dot.](dot.png){alt="A single dot"}

## Second

| Year | Height |
|------|--------|
| 1990 | 2      |
`

describe.skipIf(!hasBrowser)('the check against the Matterhorn Protocol', () => {
  const {print} = testBrowser()
  const problems: Array<Problem> = []
  let good: Uint8Array
  beforeAll(async () => {
    good = await pdfOf(markdown, print, {files, problems})
  })

  const load = () => PDFDocument.load(good, {updateMetadata: false})

  /** What is found once something was spoilt. */
  async function foundAfter(spoil: (pdf: Pdf) => void): Promise<ReadonlyArray<string>> {
    const pdf = await load()
    spoil(pdf)
    return [...new Set(check(pdf, library).map(({condition}) => condition))].sort()
  }

  it('finds nothing in what is made, which is then marked as PDF/UA-1', async () => {
    expect(check(await load(), library)).toEqual([])
    expect(Buffer.from(good).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(problems.filter(({id}) => id === 'pdf-accessible')).toEqual([])
  })

  it('says why a PDF is not marked', async () => {
    const said: Array<Problem> = []
    const withoutAlt: typeof print = (job) => print({...job, html: job.html.replace(' alt="A single dot"', '')})
    const bytes = await pdfOf(markdown, withoutAlt, {files, problems: said})
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('pdfuaid:part')
    expect(said.find(({id}) => id === 'pdf-accessible')?.reason).toContain('a figure has no alternative text (13-004)')
  })

  const element = (pdf: Pdf, type: string): Dict => {
    const found = elementsOf(pdf, library).find((each) => typeOf(each, library) === type)
    if (found === undefined) throw new Error(`no ${type}`)
    return found
  }
  const become = (pdf: Pdf, type: string, other: string) => element(pdf, type).set(name('S'), name(other))
  const content = (pdf: Pdf, change: (text: string) => string) => {
    const page = pdf.getPage(0)
    writeContent(pdf, page, change(readContent(page, library) ?? ''), library)
  }
  const objects = (pdf: Pdf, type: string) =>
    pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict && object.get(name('Type')) === name(type) ? [object] : []))
  const map = (pdf: Pdf, from: string, to: string) => {
    const root = structureRoot(pdf, library)
    const roles = root?.lookupMaybe(name('RoleMap'), PDFDict) ?? pdf.context.obj({})
    roles.set(name(from), name(to))
    root?.set(name('RoleMap'), roles)
  }
  const metadata = (pdf: Pdf, xmp: string) =>
    pdf.catalog.set(name('Metadata'), pdf.context.register(pdf.context.stream(xmp)))
  const link = (pdf: Pdf) => pdf.getPage(0).node.lookup(name('Annots'), PDFArray).lookup(0, PDFDict)
  const titled = '<pdfuaid:part>1</pdfuaid:part>'

  const defects: ReadonlyArray<readonly [string, string, (pdf: Pdf) => void]> = [
    [
      '01-003',
      'an artifact in tagged content',
      (pdf) => content(pdf, (text) => text.replace(/(\/MCID \d+ *>>\s*BDC)/, '$1 /Artifact BMC EMC'))
    ],
    [
      '01-004',
      'tagged content in an artifact',
      (pdf) => content(pdf, (text) => text.replace(/(\/\w+ *<<\/MCID[\s\S]*?EMC)/, '/Artifact BMC $1 EMC'))
    ],
    ['01-005', 'text outside of all', (pdf) => content(pdf, (text) => `${text} BT <0001> Tj ET`)],
    [
      '01-005',
      'content that no element holds',
      (pdf) => content(pdf, (text) => text.replace(/\/MCID \d+/, '/MCID 9999'))
    ],
    [
      '01-005',
      'a document that is not tagged',
      (pdf) => pdf.catalog.lookup(name('MarkInfo'), PDFDict).delete(name('Marked'))
    ],
    [
      '01-007',
      'suspect tags',
      (pdf) => pdf.catalog.lookup(name('MarkInfo'), PDFDict).set(name('Suspects'), pdf.context.obj(true))
    ],
    ['02-001', 'a type of no standard', (pdf) => become(pdf, 'P', 'Paragraph')],
    [
      '02-003',
      'types that stand for each other',
      (pdf) => {
        become(pdf, 'P', 'One')
        map(pdf, 'One', 'Two')
        map(pdf, 'Two', 'One')
      }
    ],
    ['02-004', 'a standard type mapped to another', (pdf) => map(pdf, 'P', 'Span')],
    ['06-001', 'no XMP', (pdf) => pdf.catalog.delete(name('Metadata'))],
    [
      '06-002',
      'XMP without PDF/UA',
      (pdf) => metadata(pdf, '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">T</rdf:li></rdf:Alt></dc:title>')
    ],
    ['06-003', 'XMP without a title', (pdf) => metadata(pdf, titled)],
    ['07-001', 'no preference for the title', (pdf) => pdf.catalog.delete(name('ViewerPreferences'))],
    [
      '07-002',
      'the name of the file preferred',
      (pdf) =>
        pdf.catalog.lookup(name('ViewerPreferences'), PDFDict).set(name('DisplayDocTitle'), pdf.context.obj(false))
    ],
    ['09-004', 'a paragraph in a row', (pdf) => become(pdf, 'TD', 'P')],
    [
      '09-004',
      'a head without a body',
      (pdf) => {
        const table = element(pdf, 'Table')
        const head = pdf.context.obj({Type: 'StructElem', S: 'THead'})
        head.set(name('K'), table.get(name('K')) ?? pdf.context.obj([]))
        table.set(name('K'), pdf.context.obj([pdf.context.register(head)]))
      }
    ],
    [
      '09-004',
      'a cell wider than its row',
      (pdf) => element(pdf, 'TD').set(name('A'), pdf.context.obj({O: 'Table', ColSpan: 2}))
    ],
    [
      '09-004',
      'a cell higher than its table',
      (pdf) => element(pdf, 'TD').set(name('A'), pdf.context.obj([{O: 'Table', RowSpan: 2}]))
    ],
    ['09-005', 'a paragraph for the body of an item', (pdf) => become(pdf, 'LBody', 'P')],
    ['09-006', 'an entry outside of contents', (pdf) => become(pdf, 'P', 'TOCI')],
    ['11-006', 'no language', (pdf) => pdf.catalog.delete(name('Lang'))],
    ['13-004', 'a figure without alternative text', (pdf) => element(pdf, 'Figure').delete(name('Alt'))],
    ['14-002', 'a first heading of level 2', (pdf) => become(pdf, 'H1', 'H2')],
    ['14-003', 'a level left out', (pdf) => become(pdf, 'H3', 'H4')],
    ['14-007', 'headings of both kinds', (pdf) => become(pdf, 'H3', 'H')],
    [
      '15-003',
      'a header cell without scope',
      (pdf) => {
        for (const each of elementsOf(pdf, library)) each.delete(name('A'))
      }
    ],
    ['17-002', 'a formula without alternative text', (pdf) => element(pdf, 'Formula').delete(name('Alt'))],
    ['19-003', 'a note without identifier', (pdf) => element(pdf, 'Note').delete(name('ID'))],
    [
      '19-004',
      'two notes of one identifier',
      (pdf) => {
        for (const each of elementsOf(pdf, library))
          if (typeOf(each, library) === 'Note') each.set(name('ID'), PDFString.of('n'))
      }
    ],
    ['20-002', 'layers without a name', (pdf) => pdf.catalog.set(name('OCProperties'), pdf.context.obj({D: {}}))],
    [
      '20-003',
      'layers that turn on by themselves',
      (pdf) => pdf.catalog.set(name('OCProperties'), pdf.context.obj({D: {Name: PDFString.of('L'), AS: []}}))
    ],
    [
      '21-001',
      'an embedded file without name',
      (pdf) => void pdf.context.register(pdf.context.obj({Type: 'Filespec', EF: {}}))
    ],
    ['25-001', 'an XFA form', (pdf) => pdf.catalog.set(name('AcroForm'), pdf.context.obj({XFA: []}))],
    [
      '26-001',
      'encryption',
      (pdf) => {
        pdf.context.trailerInfo.Encrypt = pdf.context.obj({})
      }
    ],
    ['28-002', 'an annotation that is not tagged', (pdf) => link(pdf).set(name('Subtype'), name('Text'))],
    [
      '28-007',
      'an annotation for trapping',
      (pdf) => {
        link(pdf).set(name('Subtype'), name('TrapNet'))
        become(pdf, 'Link', 'Annot')
      }
    ],
    ['28-008', 'no order of links', (pdf) => pdf.getPage(0).node.delete(name('Tabs'))],
    ['28-009', 'another order of links', (pdf) => pdf.getPage(0).node.set(name('Tabs'), name('R'))],
    ['28-011', 'a link that is not tagged as one', (pdf) => become(pdf, 'Link', 'Span')],
    ['28-012', 'a link that says nothing', (pdf) => link(pdf).delete(name('Contents'))],
    ['30-001', 'a page from another file', (pdf) => void pdf.context.register(pdf.context.stream('', {Ref: {}}))],
    ['31-009', 'a font that is not embedded', (pdf) => objects(pdf, 'FontDescriptor')[0]?.delete(name('FontFile2'))],
    [
      '31-028',
      'codes for no character',
      (pdf) =>
        objects(pdf, 'Font')
          .find((font) => font.has(name('ToUnicode')))
          ?.set(name('ToUnicode'), pdf.context.register(pdf.context.stream('<0001> <FEFF>')))
    ],
    ['31-030', 'a glyph that is none', (pdf) => content(pdf, (text) => text.replace(/<[\da-f]{4}> Tj/i, '<0000> Tj'))],
    [
      '31-027',
      'a font without characters',
      (pdf) =>
        objects(pdf, 'Font')
          .find((font) => font.has(name('ToUnicode')))
          ?.delete(name('ToUnicode'))
    ]
  ]

  it.each(defects)('finds %s: %s', async (condition, _, spoil) => {
    expect(await foundAfter(spoil)).toEqual([condition])
  })

  it('has a spoilt document for each condition it knows', () => {
    const folder = new URL('../../../src/render/pdf/check/', import.meta.url)
    const source = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
    const known = new Set(source.join('\n').match(/(?<=')\d\d-\d\d\d(?=')/g))
    expect(new Set(defects.map(([condition]) => condition))).toEqual(known)
  })

  it('sees through elements without meaning', async () => {
    const pdf = await load()
    const row = element(pdf, 'TR')
    const wrapper = pdf.context.obj({Type: 'StructElem', S: 'NonStruct'})
    wrapper.set(name('K'), pdf.context.obj(kidsOf(row, library)))
    row.set(name('K'), pdf.context.obj([pdf.context.register(wrapper)]))
    expect(check(pdf, library)).toEqual([])
  })
})
