import {inflateSync} from 'node:zlib'
import * as library from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {build} from '../../../src/build.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'
import {worldOf} from '../../support/manuscript.ts'
import {pdfText} from '../../support/pdf-text.ts'

const {PDFDocument, PDFHexString, PDFRawStream, PDFStream, PDFString} = library

const markdown = `---
title: Tides
short-title: The tides
author:
- {given: Ada, family: Telltale, email: ada@telltale.example, orcid: 0000-0002-1825-0097, affiliation: a}
affiliations: [{id: a, name: Telltale University}]
lang: en
blind: true
abstract: An abstract.
acknowledgements: We thank Telltale’s mother.
funding: Telltale Fund.
license: {text: © Telltale, url: 'https://telltale.example/licence'}
copyright: {holder: Telltale, year: 2025}
doi: 10.5555/telltale
attach: jats
---

# One

Text.

![A camera’s](camera.jpg){alt="First"}

![A program’s](program.png){alt="Second"}

![A drawing](drawing.svg){alt="Third"}

# Author contributions

A. Telltale did all.
`

/** A picture of one dot that says by whom it is. */
const dot =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k='
const jpeg = Buffer.from(dot, 'base64')
const comment = Buffer.from('By Telltale')
const camera = Buffer.concat([
  jpeg.subarray(0, 20),
  Buffer.from([0xff, 0xfe, 0, comment.length + 2]),
  comment,
  Buffer.from([0xff, 0xe1, 0, comment.length + 2]),
  comment,
  jpeg.subarray(20)
])
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64'
)
const program = Buffer.concat([
  png.subarray(0, 33),
  Buffer.from([0, 0, 0, comment.length]),
  Buffer.from('tEXt'),
  comment,
  Buffer.alloc(4),
  png.subarray(33)
])
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="s" width="9" height="9" sodipodi:docname="telltale.svg"><!-- Telltale --><metadata>Telltale</metadata><rect width="9" height="9"/></svg>`
const files = {'camera.jpg': camera, 'program.png': program, 'drawing.svg': drawing}

describe.skipIf(!hasBrowser)('a blind copy', () => {
  const {print} = testBrowser()

  it('names nobody anywhere in the PDF, whatever its pictures say, nor in its name', async () => {
    const {output} = await build(worldOf(markdown, files, {print}), {to: ['pdf']})
    expect([...output.keys()]).toEqual(['manuscript.pdf'])
    const bytes = output.get('manuscript.pdf') ?? new Uint8Array()
    expect(await saidIn(bytes)).not.toMatch(/telltale|0000-0002-1825/i)
    const pdf = await PDFDocument.load(bytes, {updateMetadata: false})
    expect(pdfText(pdf)).toMatch(/Tides[\s\S]*An abstract[\s\S]*Text\.[\s\S]*A camera’s/)
    expect(pdfText(pdf)).not.toMatch(/telltale/i)
  })

  it('is compared with one that names them in each of these places', async () => {
    const {output} = await build(worldOf(markdown, files, {print}), {to: ['pdf'], blind: false})
    const said = await saidIn(output.get('paper.pdf') ?? new Uint8Array())
    for (const words of ['By Telltale', 'Ada Telltale', '10.5555/telltale', 'telltale.example/licence'])
      expect(said).toContain(words)
  })

  it.each(['html', 'epub', 'docx', 'latex', 'jats'])('has silent pictures as %s too', async (format) => {
    const {output} = await build(worldOf(markdown, files), {to: [format]})
    for (const [path, bytes] of output)
      if (!path.startsWith('title-page')) {
        expect(Buffer.from(bytes).includes('Telltale'), path).toBe(false)
        expect(Buffer.from(bytes).includes(comment.toString('base64')), path).toBe(false)
      }
  })
})

/** All strings of a document and all that its streams hold. */
async function saidIn(bytes: Uint8Array): Promise<string> {
  const pdf = await PDFDocument.load(bytes, {updateMetadata: false})
  const parts: Array<string> = [Buffer.from(bytes).toString('latin1')]
  const open: Array<library.PDFObject> = [...pdf.context.enumerateIndirectObjects().map(([, object]) => object)]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next instanceof PDFString || next instanceof PDFHexString) parts.push(next.decodeText())
    if (next instanceof PDFRawStream) parts.push(streamOf(next))
    if (next instanceof PDFStream) open.push(next.dict)
    if (next instanceof library.PDFDict) open.push(...next.values())
    if (next instanceof library.PDFArray) open.push(...next.asArray())
  }
  return parts.join('\n')
}

function streamOf({dict, contents}: library.PDFRawStream): string {
  const isFlate = String(dict.get(library.PDFName.of('Filter'))) === '/FlateDecode'
  return Buffer.from(isFlate ? inflateSync(contents) : contents).toString('latin1')
}
