import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import type {Problem} from '../../../src/model/problem.ts'
import type {PrintJob} from '../../../src/model/world.ts'
import {browser} from '../../../src/world/browser.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'
import {pdfOf} from '../../support/pdf.ts'

const paper = `---
title: On *tides* & moons
author: [{name: Ada Marsh}, {name: Бектур Асанов}]
abstract: Water rises < twice a day.
keywords: [tides, moon]
lang: en-GB
date: 2024-05-06
---

# One

Text with **strong** and *stressed* words, and a [link](https://example.org/a).

# Two

Oʻzbek, ʼ, Кыргызча; $x^2$; \`code\`.
`

describe.skipIf(!hasBrowser)('the PDF', () => {
  const {print} = testBrowser()

  it('says in its Info dictionary and in its XMP what the manuscript says', async () => {
    const pdf = await PDFDocument.load(await pdfOf(paper, print), {updateMetadata: false})
    expect(pdf.getTitle()).toBe('On tides & moons')
    expect(pdf.getAuthor()).toBe('Ada Marsh, Бектур Асанов')
    expect(pdf.getSubject()).toBe('Water rises < twice a day.')
    expect(pdf.getKeywords()).toBe('tides, moon')
    expect(pdf.getCreator()).toMatch(/^Offprint \d/)
    const info = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict)
    expect(info.lookup(PDFName.of('CreationDate'), PDFString).asString()).toBe('D:20240506')
    const xmp = xmpOf(pdf)
    expect(xmp).toContain('<rdf:li xml:lang="x-default">On tides &#x26; moons</rdf:li>')
    expect(xmp).toContain('<rdf:li>Бектур Асанов</rdf:li>')
    expect(xmp).toContain('Water rises &#x3C; twice a day.')
    expect(xmp).toContain('<xmp:CreateDate>2024-05-06</xmp:CreateDate>')
    expect(xmp).toContain(`<pdf:Producer>${pdf.getProducer()}</pdf:Producer>`)
  })

  it('names its language, shows its title, is tagged and outlined', async () => {
    const {catalog} = await PDFDocument.load(await pdfOf(paper, print))
    expect(catalog.lookup(PDFName.of('Lang'), PDFString).asString()).toBe('en-GB')
    const preferences = catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict)
    expect(String(preferences.get(PDFName.of('DisplayDocTitle')))).toBe('true')
    expect(catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)).toBeDefined()
    const outlines = catalog.lookup(PDFName.of('Outlines'), PDFDict)
    const first = outlines.lookup(PDFName.of('First'), PDFDict)
    expect(first.lookup(PDFName.of('Title'), PDFHexString).decodeText()).toBe('On tides & moons')
  })

  it('is the same bytes at another time from another browser', async () => {
    const one = await pdfOf(paper, print, {now: new Date(0)})
    const other = browser()
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const two = await pdfOf(paper, other.print, {now: new Date(1e12)})
    await other.close()
    expect(Buffer.compare(one, two)).toBe(0)
  })

  it('embeds every font, none of them drawn as pictures', async () => {
    const pdf = await PDFDocument.load(await pdfOf(paper, print))
    const dicts = pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
    const fonts = dicts.filter((dict) => dict.get(PDFName.of('Type')) === PDFName.of('Font'))
    const subtypes = new Set(fonts.map((font) => String(font.get(PDFName.of('Subtype')))))
    expect([...subtypes].sort()).toEqual(['/CIDFontType2', '/Type0'])
    for (const font of fonts.filter((each) => each.get(PDFName.of('Subtype')) === PDFName.of('CIDFontType2'))) {
      const descriptor = font.lookup(PDFName.of('FontDescriptor'), PDFDict)
      expect(descriptor.get(PDFName.of('FontFile2'))).toBeDefined()
    }
  })

  it('warns of what the page asks for and does not get', async () => {
    const problems: Array<Problem> = []
    const asking = async (job: PrintJob) => {
      job.onRefused?.('http://127.0.0.1/logo.png')
      return print(job)
    }
    await pdfOf(paper, asking, {problems})
    expect(problems).toMatchObject([{id: 'print-is-self-contained', severity: 'warning'}])
    expect(problems[0]?.reason).toContain('`http://127.0.0.1/logo.png`')
  })

  it('is sound in the eyes of qpdf', async ({skip}) => {
    const bytes = await pdfOf(paper, print)
    if (!has('qpdf')) {
      console.warn('qpdf is not installed: the PDF is not checked by it')
      skip()
    }
    const folder = mkdtempSync(join(tmpdir(), 'offprint-test-'))
    writeFileSync(join(folder, 'paper.pdf'), bytes)
    const said = execFileSync('qpdf', ['--check', join(folder, 'paper.pdf')], {encoding: 'utf8'})
    rmSync(folder, {recursive: true})
    expect(said).toContain('No syntax or stream encoding errors')
  })
})

function xmpOf(pdf: PDFDocument): string {
  const stream = pdf.catalog.lookup(PDFName.of('Metadata'))
  if (!(stream instanceof PDFRawStream)) throw new Error('Unexpected lack of XMP')
  return new TextDecoder().decode(stream.contents)
}

function has(command: string): boolean {
  try {
    execFileSync(command, ['--version'], {stdio: 'ignore'})
    return true
  } catch {
    return false
  }
}
