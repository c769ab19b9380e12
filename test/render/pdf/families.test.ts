/// <reference lib="dom" />
import {PDFDict, PDFDocument, PDFName} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import type {TextFamily} from '../../../src/model/template.ts'
import {printPage} from '../../../src/render/html/index.ts'
import {packageFiles} from '../../../src/world/installation.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'
import {articleOf} from '../../support/manuscript.ts'

const text = `---
title: Tides — Орол денгизи
author: Ada Marsh
abstract: Twice a day; *often*.
---

Oʻzbekiston, gʻoya, maʼno; Ўзбекистон, қишлоқ, ғалаба, ҳаёт; Ελληνικά ἀρχή; *fine* **figures**.

| a |
|--:|
| 1111 |
| 8888 |
`

describe.skipIf(!hasBrowser)('the family that a template chooses', () => {
  const {print} = testBrowser()

  it.each<[TextFamily, RegExp]>([
    ['EB Garamond', /\+EBGaramond/],
    ['Source Serif', /\+(SourceSerif4|Tinos)/],
    ['STIX Two', /\+(STIXTwo|Tinos)/],
    ['Tinos', /\+Tinos/]
  ])('prints all letters and figures of one width: %s', async (family, own) => {
    const article = await articleOf(text)
    const {template} = article
    const html = await printPage(
      {...article, template: {...template, type: {...template.type, family}}},
      {slug: 'paper', problems: [], report: () => undefined, print, resources: packageFiles(), now: () => new Date(0)}
    )
    let widths: ReadonlyArray<number> = []
    const bytes = await print({
      html,
      async compose(page) {
        widths = await page.run(figureWidths, undefined)
      }
    })
    expect(widths).toHaveLength(2)
    expect(widths[0]).toBeCloseTo(widths[1] ?? 0, 3)
    const fonts = fontsOf(await PDFDocument.load(bytes))
    expect(fonts.filter((name) => !own.test(name))).toEqual([])
    expect(fonts.filter((name) => !/\+Tinos/.test(name)).length > 0 || family === 'Tinos').toBe(true)
  })
})

/** How wide the figures of a table are drawn. Runs in the page. */
function figureWidths(): ReadonlyArray<number> {
  return [...document.querySelectorAll('td')].map((cell) => {
    const range = document.createRange()
    range.selectNodeContents(cell)
    return range.getBoundingClientRect().width
  })
}

/** `AAAAAA+EBGaramond-Regular`, one a font of the file. */
function fontsOf(pdf: PDFDocument): ReadonlyArray<string> {
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font')
        ? [String(object.get(PDFName.of('BaseFont')))]
        : []
    )
}
