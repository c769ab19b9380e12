import {readdirSync, readFileSync} from 'node:fs'
import type {PDFDict as Dict, PDFDocument as Pdf} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {fromXml} from 'xast-util-from-xml'
import {build} from '../../../src/build.ts'
import {checkArchival} from '../../../src/render/pdf/archival/index.ts'
import {srgb} from '../../../src/render/pdf/archival/srgb.ts'
import {setMetadata} from '../../../src/render/pdf/catalog.ts'
import {readContent, writeContent} from '../../../src/render/pdf/tags/content.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'
import {worldOf} from '../../support/manuscript.ts'

const {PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream} = library
const name = (text: string) => PDFName.of(text)

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64'
)
/** One dot, half of which is to be seen. */
const glass = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64'
)
const front = (more: string) => `---
title: Tides
author: Ada Noor
lang: en
date: 2025-03-09
doi: 10.5555/tides
archival: true
${more}
---

`
const body = `# First

A [link](https://example.org/) and a note.^[The note.] Then $x^2$.

![A dot.](dot.png){alt="A single dot"}
`

describe('the profile of colours', () => {
  it('is an ICC profile, whose tags are where it says', () => {
    const bytes = srgb()
    const view = new DataView(bytes.buffer)
    expect(view.getUint32(0)).toBe(bytes.length)
    const text = Buffer.from(bytes).toString('latin1')
    expect(text.slice(12, 24)).toBe('mntrRGB XYZ ')
    expect(text.slice(36, 40)).toBe('acsp')
    const types = Array.from({length: view.getUint32(128)}, (_, index) => {
      const [at, size] = [view.getUint32(136 + 12 * index), view.getUint32(140 + 12 * index)]
      expect(at % 4).toBe(0)
      expect(at + size).toBeLessThanOrEqual(bytes.length)
      return `${text.slice(132 + 12 * index, 136 + 12 * index)} ${text.slice(at, at + 4)}`
    })
    expect(types).toEqual([
      ...['desc desc', 'cprt text', 'wtpt XYZ ', 'rXYZ XYZ ', 'gXYZ XYZ ', 'bXYZ XYZ '],
      ...['rTRC curv', 'gTRC curv', 'bTRC curv']
    ])
    // White is white: red, green and blue together are the light that profiles are seen in.
    const sums = [0, 4, 8].map((row) => [3, 4, 5].reduce((sum, tag) => sum + value(view, tag, row), 0))
    expect(sums.map((sum) => sum.toFixed(3))).toEqual(['0.964', '1.000', '0.825'])
  })

  function value(view: DataView, tag: number, row: number): number {
    return view.getInt32(view.getUint32(136 + 12 * tag) + 8 + row) / 65_536
  }
})

describe.skipIf(!hasBrowser)('a PDF for archives', () => {
  const {print} = testBrowser()

  const withoutAlt: typeof print = (job) => print({...job, html: job.html.replace(' alt="A single dot"', '')})

  const acting: typeof print = async (job) => {
    const pdf = await PDFDocument.load(await print(job), {updateMetadata: false})
    pdf.catalog.set(name('OpenAction'), pdf.context.obj({}))
    return pdf.save()
  }

  async function made(
    markdown: string,
    {template, print: how = print}: {template?: string; print?: typeof print} = {}
  ) {
    const files = {'dot.png': dot, 'glass.png': glass}
    const {output, problems} = await build(worldOf(markdown, files, {print: how}), {
      to: ['pdf'],
      template
    })
    const bytes = output.get('paper.pdf') ?? new Uint8Array()
    const pdf = await PDFDocument.load(bytes, {updateMetadata: false})
    const packet = pdf.catalog.lookup(name('Metadata'))
    const xmp = packet instanceof PDFRawStream ? new TextDecoder().decode(packet.contents) : ''
    const told = problems.filter(({id}) => /^pdf-/.test(id))
    return {bytes, pdf, mark: markOf(xmp), xmp, told}
  }

  it.each(['article', 'discussion-paper', 'proceedings', 'uz-oak'])(
    'is PDF/A-2 with tags in the template `%s`, and nothing shines through',
    async (template) => {
      const {pdf, mark, told} = await made(front('') + body, {template})
      expect(told).toEqual([])
      expect(mark).toBe('2A')
      const intent = pdf.catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict)
      expect(intent.lookup(name('DestOutputProfile'))).toBeInstanceOf(PDFStream)
      expect(pdf.context.trailerInfo.ID).toBeDefined()
    }
  )

  it('describes in its XMP what PDF/A does not know', async () => {
    const {xmp} = await made(front('') + body)
    expect(fromXml(xmp.replace(/<\?xpacket[^>]*>/g, '').trim()).children.length).toBe(1)
    const own = new Set([...xmp.matchAll(/<(pdfuaid|prism):(\w+)>/g)].map(([, prefix, property]) => [prefix, property]))
    for (const [prefix, property] of own)
      expect(xmp).toMatch(new RegExp(`<pdfaSchema:prefix>${prefix}<.*?<pdfaProperty:name>${property}<`))
    expect(own.size).toBe(2)
  })

  it('is PDF/A-3 where it carries files', async () => {
    const {mark, told} = await made(front('attach: source') + body)
    expect(told).toEqual([])
    expect(mark).toBe('3A')
  })

  it('asks for characters alone where the tags have faults', async () => {
    const {mark, told} = await made(front('') + body, {print: withoutAlt})
    expect(told.map(({id}) => id)).toEqual(['pdf-accessible'])
    expect(mark).toBe('2U')
  })

  it('says that a picture shines through', async () => {
    const {mark, told} = await made(front('') + body.replace('dot.png', 'glass.png'))
    expect(told.map(({id}) => id)).toEqual(['pdf-see-through'])
    expect(mark).toBe('2A')
  })

  it('is not marked, and told, where it is not fit', async () => {
    const {mark, told} = await made(front('') + body, {print: acting})
    expect(told.map(({id, severity}) => `${severity} ${id}`)).toEqual(['warning pdf-archival'])
    expect(told[0]?.reason).toBe(
      'Cannot mark the PDF as fit for archives (PDF/A-2): something happens when it is opened (6.5.1)'
    )
    expect(mark).toBe('')
  })

  it('has short names for places with long ones, to which links still lead', async () => {
    const heading = 'Очень длинный заголовок о методах исследования'
    const link = `[ссылка](#${heading.toLowerCase().replaceAll(' ', '-')})`
    const {pdf, told} = await made(`${front('')}# ${heading}\n\nТекст, ${link}.\n`)
    expect(told).toEqual([])
    const place = first(pdf, (dict) => dict.has(name('Dest')) && kind('Link')(dict))
    expect(pdf.catalog.lookup(name('Dests'), PDFDict).has(place.lookup(name('Dest'), PDFName))).toBe(true)
    expect(place.lookup(name('Contents'), library.PDFHexString).decodeText()).toBe(`1 ${heading}`)
  })

  it('is one where that is asked for alone', async () => {
    const {pdf, mark} = await made(front('').replace('archival: true', '') + body)
    expect(mark).toBe('')
    expect(pdf.catalog.has(name('OutputIntents'))).toBe(false)
  })

  let good: Uint8Array
  beforeAll(async () => {
    good = (await made(front('attach: source') + body)).bytes
  })

  const indirect = (pdf: Pdf) => pdf.context.enumerateIndirectObjects().map(([, object]) => object)
  const dicts = (pdf: Pdf, has: (dict: Dict) => boolean) =>
    indirect(pdf)
      .flatMap((object) => (object instanceof PDFDict ? [object] : object instanceof PDFStream ? [object.dict] : []))
      .filter(has)
  const first = (pdf: Pdf, has: (dict: Dict) => boolean): Dict => {
    const [found] = dicts(pdf, has)
    if (found === undefined) throw new Error('nothing to spoil')
    return found
  }
  const typed = (type: string) => (dict: Dict) => dict.get(name('Type')) === name(type)
  const kind = (subtype: string) => (dict: Dict) => dict.get(name('Subtype')) === name(subtype)
  const content = (pdf: Pdf, change: (text: string) => string) => {
    const page = pdf.getPage(0)
    writeContent(pdf, page, change(readContent(page, library) ?? ''), library)
  }
  const names = (pdf: Pdf) => pdf.catalog.lookup(name('Names'), PDFDict)
  const stream = (pdf: Pdf, entries: Record<string, string>) =>
    void pdf.context.register(pdf.context.stream('', entries))

  const defects: ReadonlyArray<readonly [string, string, (pdf: Pdf) => void]> = [
    [
      '6.1.3',
      'no identifier',
      ({context}) => {
        Object.assign(context.trailerInfo, {ID: undefined})
      }
    ],
    [
      '6.1.3',
      'encryption',
      ({context}) => {
        context.trailerInfo.Encrypt = context.obj({})
      }
    ],
    ['6.1.7.1', 'a stream elsewhere', (pdf) => stream(pdf, {F: 'elsewhere'})],
    ['6.1.7.2', 'LZW', (pdf) => stream(pdf, {Filter: 'LZWDecode'})],
    ['6.1.13', 'states in states', (pdf) => content(pdf, (text) => `${'q '.repeat(29)}${'Q '.repeat(29)}${text}`)],
    [
      '6.1.13',
      'a text that is too long',
      (pdf) => first(pdf, kind('Link')).set(name('Contents'), library.PDFHexString.fromText('x'.repeat(20_000)))
    ],
    ['6.1.13', 'a name that is too long', (pdf) => first(pdf, kind('Link')).set(name('x'.repeat(128)), name('x'))],
    [
      '6.2.2',
      'content compressed oddly',
      (pdf) => void pdf.context.register(pdf.context.stream('', {Subtype: 'Form', Filter: 'ASCII85Decode'}))
    ],
    ['6.2.3', 'no colours', (pdf) => pdf.catalog.delete(name('OutputIntents'))],
    ['6.2.4.3', 'ink', (pdf) => content(pdf, (text) => `0 0 0 1 k ${text}`)],
    ['6.2.4.3', 'a picture in ink', (pdf) => first(pdf, kind('Image')).set(name('ColorSpace'), name('DeviceCMYK'))],
    [
      '6.2.5',
      'a transfer function',
      (pdf) => first(pdf, (dict) => dict.has(name('ca'))).set(name('TR'), name('Identity'))
    ],
    [
      '6.2.8',
      'a picture to be smoothed',
      (pdf) => first(pdf, kind('Image')).set(name('Interpolate'), pdf.context.obj(true))
    ],
    ['6.2.8', 'a picture for another', (pdf) => first(pdf, kind('Image')).set(name('Alternates'), pdf.context.obj([]))],
    ['6.2.9', 'PostScript', (pdf) => stream(pdf, {Subtype: 'PS'})],
    ['6.2.10', 'an odd blend', (pdf) => first(pdf, (dict) => dict.has(name('ca'))).set(name('BM'), name('Odd'))],
    ['6.2.11.3', 'no glyphs', (pdf) => first(pdf, kind('CIDFontType2')).delete(name('CIDToGIDMap'))],
    ['6.2.11.3', 'codes elsewhere', (pdf) => first(pdf, kind('Type0')).set(name('Encoding'), name('UniJIS-UTF16-H'))],
    ['6.2.11.4', 'a font elsewhere', (pdf) => first(pdf, typed('FontDescriptor')).delete(name('FontFile2'))],
    ['6.2.11.7', 'no characters', (pdf) => first(pdf, kind('Type0')).delete(name('ToUnicode'))],
    [
      '6.2.11.7',
      'codes for no character',
      (pdf) =>
        first(pdf, kind('Type0')).set(name('ToUnicode'), pdf.context.register(pdf.context.stream('<0001> <FEFF>')))
    ],
    ['6.2.11.8', 'a glyph that is none', (pdf) => content(pdf, (text) => `${text} BT <00010000> Tj ET`)],
    ['6.3.2', 'a link not printed', (pdf) => first(pdf, kind('Link')).delete(name('F'))],
    ['6.3.2', 'a hidden link', (pdf) => first(pdf, kind('Link')).set(name('F'), pdf.context.obj(6))],
    ['6.3.3', 'a remark without picture', (pdf) => first(pdf, kind('Link')).set(name('Subtype'), name('Text'))],
    ['6.4.2', 'a form of XFA', (pdf) => pdf.catalog.set(name('AcroForm'), pdf.context.obj({XFA: []}))],
    ['6.5.1', 'something at the beginning', (pdf) => pdf.catalog.set(name('OpenAction'), pdf.context.obj({}))],
    ['6.5.1', 'scripts', (pdf) => names(pdf).set(name('JavaScript'), pdf.context.obj({}))],
    [
      '6.5.1',
      'a link that starts a program',
      (pdf) =>
        first(pdf, (dict) => dict.has(name('A')))
          .lookup(name('A'), PDFDict)
          .set(name('S'), name('Launch'))
    ],
    ['6.5.2', 'a page that acts', (pdf) => pdf.getPage(0).node.set(name('AA'), pdf.context.obj({}))],
    ['6.5.2', 'a link that acts', (pdf) => first(pdf, kind('Link')).set(name('AA'), pdf.context.obj({}))],
    ['6.6.2.1', 'no XMP', (pdf) => pdf.catalog.delete(name('Metadata'))],
    ['6.6.4', 'XMP without PDF/A', (pdf) => setMetadata(pdf, library, '<x/>')],
    ['6.8', 'a file elsewhere', (pdf) => first(pdf, typed('Filespec')).delete(name('EF'))],
    ['6.8', 'a file of no relation', (pdf) => first(pdf, typed('Filespec')).delete(name('AFRelationship'))],
    ['6.8', 'a file of no type', (pdf) => first(pdf, typed('EmbeddedFile')).delete(name('Subtype'))],
    ['6.10', 'other ways to show it', (pdf) => names(pdf).set(name('AlternatePresentations'), pdf.context.obj({}))],
    ['6.11', 'requirements', (pdf) => pdf.catalog.set(name('Requirements'), pdf.context.obj([]))]
  ]

  it.each(defects)('is none by clause %s: %s', async (clause, _, spoil) => {
    const pdf = await PDFDocument.load(good, {updateMetadata: false})
    expect(checkArchival(pdf, library)).toEqual([])
    spoil(pdf)
    const found = new Set(checkArchival(pdf, library).map(({condition}) => condition))
    expect(found).toContain(clause)
    found.delete('6.1.7.2')
    found.delete(clause)
    expect([...found]).toEqual([])
  })

  it('has a spoilt document for each clause that is checked', () => {
    const folder = new URL('../../../src/render/pdf/archival/', import.meta.url)
    const source = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
    const known = new Set(source.join('\n').match(/(?<=condition: ')[\d.]+(?=')/g))
    expect(new Set(defects.map(([clause]) => clause))).toEqual(known)
  })
})

/** `2A`, or nothing. */
function markOf(xmp: string): string {
  const [, part = '', level = ''] = /<pdfaid:part>(\d)<.*?<pdfaid:conformance>(\w)</.exec(xmp) ?? []
  return part + level
}
