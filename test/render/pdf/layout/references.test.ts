import type {PDFRef} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import {PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber} from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {kidsOf, typeOf} from '../../../../bench/measure/elements.ts'
import type {Problem} from '../../../../src/model/problem.ts'
import {pageContents} from '../../../../src/render/pdf/tags/page-contents.ts'
import {hasBrowser, testBrowser} from '../../../support/browser.ts'
import {elementsOf} from '../../../support/elements.ts'
import {pdfOf} from '../../../support/pdf.ts'

const sentence = 'The study of tides in narrow channels shows considerable variation between consecutive observations. '
const sections = Array.from(
  {length: 7},
  (_, index) =>
    `# Part *${index}* of $x^2$ & more {#sec:${index}}\n\nSee [@sec:${(index + 4) % 7}]{.page}, p. \\pageref{sec:${(index * 3) % 7}}.[^${index}] ${sentence.repeat(40)}\n\n## Within ${index}\n\n${sentence.repeat(15)}\n\n[^${index}]: ${sentence}`
)
const markdown = `---\ntitle: Pages\nlang: en-GB\ntoc: true\npages: 15–32\n---\n\n${sections.join('\n\n')}\n`

describe.skipIf(!hasBrowser)('references to pages', () => {
  const {print} = testBrowser()
  const problems: Array<Problem> = []
  let pdf: PDFDocument
  beforeAll(async () => {
    pdf = await PDFDocument.load(await pdfOf(markdown, print, {problems}))
  })

  it('print the number of the page that their link leads to', () => {
    const links = linksOf(pdf)
    // Fourteen entries of the table of contents, fourteen references in the text.
    expect(links).toHaveLength(28)
    expect(links.map(({number}) => number)).toEqual(links.map(({page}) => page + 15))
    expect(new Set(links.map(({page}) => page)).size).toBeGreaterThan(5)
    expect(problems.filter(({id}) => id === 'notes-at-foot')).toEqual([])
  })

  it('go by the numbers that windows show, and bookmarks say what headings say', () => {
    expect(String(pdf.catalog.lookup(PDFName.of('PageLabels')))).toMatch(/\/S \/D\s+\/St 15\b/)
    const first = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookup(PDFName.of('First'), PDFDict)
    expect(titlesBelow(first)).toEqual(['Contents', '1 Part 0 of x^2 & more', '1.1 Within 0', '2 Part 1 of x^2 & more'])
  })

  it('make a table of contents in the tags', () => {
    const elements = elementsOf(pdf, library)
    const tables = elements.filter((element) => typeOf(element, library) === 'TOC')
    // One for the sections, and one in each for those within.
    expect(tables).toHaveLength(8)
    const items = elements.filter((element) => typeOf(element, library) === 'TOCI')
    const kinds = items.map((item) =>
      kidsOf(item, library).map((kid) => typeOf(pdf.context.lookup(kid, PDFDict), library))
    )
    expect(kinds.slice(0, 2)).toEqual([['Reference', 'TOC'], ['Reference']])
    expect(
      elements
        .map((element) => element.lookup(PDFName.of('Lang')))
        .map(String)
        .join()
    ).not.toContain('x-')
  })
})

/** The bookmarks below one, each with its first below it; no more than four. */
function titlesBelow(bookmark: PDFDict): ReadonlyArray<string> {
  const titles: Array<string> = []
  let next = bookmark.lookupMaybe(PDFName.of('First'), PDFDict)
  while (next !== undefined && titles.length < 4) {
    titles.push(next.lookup(PDFName.of('Title'), PDFHexString).decodeText())
    const below = next.lookupMaybe(PDFName.of('First'), PDFDict)
    if (below !== undefined) titles.push(below.lookup(PDFName.of('Title'), PDFHexString).decodeText())
    next = next.lookupMaybe(PDFName.of('Next'), PDFDict)
  }
  return titles.slice(0, 4)
}

/** The links within the document, notes apart: the number their words end with, and the page they lead to. */
function linksOf(pdf: PDFDocument) {
  const named = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  const numbers = new Map(pdf.getPages().map(({ref}, index) => [ref, index]))
  const contents = pageContents(pdf, library)
  return elementsOf(pdf, library).flatMap((element) => {
    if (typeOf(element, library) !== 'Link') return []
    const kids = kidsOf(element, library).map((kid) => pdf.context.lookup(kid))
    const annotation = kids.flatMap((kid) => (kid instanceof PDFDict ? [kid.lookup(PDFName.of('Obj'))] : [])).at(-1)
    const name = annotation instanceof PDFDict ? annotation.lookup(PDFName.of('Dest')) : undefined
    if (!(name instanceof PDFName) || name.decodeText().startsWith('note-')) return []
    const place = named?.lookup(name, PDFArray).get(0) as PDFRef
    const runs = piecesOf(element, undefined, pdf).flatMap(
      ({page, number}) => (page && contents.get(page)?.runs.get(number)) ?? []
    )
    return [{number: Number(/\d+$/.exec(runs.at(-1)?.lastWord ?? '')?.[0]), page: numbers.get(place) ?? -1}]
  })
}

interface Piece {
  readonly number: number
  readonly page: PDFDict | undefined
}

/** The marked content in an element, in order. */
function piecesOf(element: PDFDict, above: PDFDict | undefined, pdf: PDFDocument): ReadonlyArray<Piece> {
  const page = element.lookupMaybe(PDFName.of('Pg'), PDFDict) ?? above
  return kidsOf(element, library).flatMap((kid): ReadonlyArray<Piece> => {
    const object = pdf.context.lookup(kid)
    if (object instanceof PDFNumber) return [{number: object.asNumber(), page}]
    return object instanceof PDFDict && object.has(PDFName.of('S')) ? piecesOf(object, page, pdf) : []
  })
}
