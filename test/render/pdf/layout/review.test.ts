import * as library from '@cantoo/pdf-lib'
import {PDFDocument} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {lineNumbers} from '../../../../src/render/pdf/layout/line-numbers.ts'
import {pageContents} from '../../../../src/render/pdf/tags/page-contents.ts'
import {hasBrowser, testBrowser} from '../../../support/browser.ts'
import {articleOf, problemsOf} from '../../../support/manuscript.ts'
import {pageOf} from '../../../support/page.ts'
import {pdfOf} from '../../../support/pdf.ts'

const line = (top: number) => ({
  bottom: top + 20,
  breakable: true,
  head: 0,
  origin: top,
  notes: [],
  line: {top, height: 20}
})
const figure = {bottom: 100, breakable: true, head: 0, origin: 50, notes: []}

describe('numbers of lines', () => {
  it('go on from page to page, count lines of text alone, and stand where the lines stand', () => {
    const measured = {atoms: [line(10), line(30), figure, line(100), line(120)], notes: []}
    const areas = [
      {page: 0, start: 0, height: 500, origin: 0, from: 0, to: 3, notes: []},
      {page: 1, start: 500, height: 500, origin: 100, from: 3, to: 5, notes: []}
    ]
    const at = (step: number) => lineNumbers(measured, {areas, pages: 2}, step).map(({number, top}) => [number, top])
    expect(at(1)).toEqual([
      [1, 10],
      [2, 30],
      [3, 500],
      [4, 520]
    ])
    expect(at(3)).toEqual([[3, 500]])
  })

  it('are asked for in the front matter, every one or each fifth', async () => {
    const review = async (front: string) => (await articleOf(`---\ntitle: T\n${front}\n---\n\nText.\n`)).meta.review
    expect(await review('review: true')).toMatchObject({lineNumbers: true, lineSpacing: 2})
    expect(await review('review: true\nline-numbers: 5\nline-spacing: 1.5')).toMatchObject({
      lineNumbers: 5,
      lineSpacing: 1.5
    })
    expect(await problemsOf('---\ntitle: T\nauthor: A B\nreview: perhaps\n---\n\nText.\n')).toContainEqual(
      expect.stringMatching(/^4:9 .*Unexpected `perhaps` as `review`, expected true or false/)
    )
  })
})

describe('figures and tables of a copy for review', () => {
  it('stand behind the text where the author wants them there, and leave a word where they stood', async () => {
    const table = '| a | b |\n|---|---|\n| 1 | 2 |\n\n: Tides. {#tbl:t}\n'
    const markdown = `---\ntitle: T\nreview: true\nfloats-at-end: true\n---\n\nBefore @tbl:t.\n\n${table}\nAfter.\n`
    const {text} = await pageOf(await articleOf(markdown), 'print')
    expect(text).toMatch(/\[Table\u00a01 about here\][\s\S]*After\.[\s\S]*class="floats"[\s\S]*<table>/)
  })
})

describe.skipIf(!hasBrowser)('a copy for review on paper', () => {
  const {print} = testBrowser()

  it('has numbers beside its lines that are no part of the text', async () => {
    const body = 'The study of tides in narrow channels shows considerable variation between observations. '.repeat(60)
    const pagesOf = async (front: string) =>
      PDFDocument.load(await pdfOf(`---\ntitle: T\n${front}---\n\n${body}\n`, print))
    const [plain, copy] = [await pagesOf(''), await pagesOf('review: true\n')]
    expect(copy.getPageCount()).toBeGreaterThan(plain.getPageCount())
    const painted = (pdf: PDFDocument) => [...pageContents(pdf, library).values()]
    const shown = (pdf: PDFDocument) => painted(pdf).map(({content}) => content.match(/T[jJ]/g)?.length ?? 0)
    expect(Math.max(...shown(copy))).toBeGreaterThan(Math.max(...painted(copy).map(({runs}) => runs.size)))
    const words = painted(copy).flatMap(({runs}) => [...runs.values()].flat().map(({lastWord}) => lastWord))
    expect(words.length).toBeGreaterThan(50)
    expect(words.filter((word) => /^\d+$/.test(word))).toEqual([])
  })
})
