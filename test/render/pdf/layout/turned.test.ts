/// <reference lib="dom" />
import * as library from '@cantoo/pdf-lib'
import {PDFDocument} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {typeOf} from '../../../../bench/measure/elements.ts'
import type {Problem} from '../../../../src/model/problem.ts'
import type {PrintJob} from '../../../../src/model/world.ts'
import {hasBrowser, testBrowser} from '../../../support/browser.ts'
import {elementsOf} from '../../../support/elements.ts'
import {pdfOf} from '../../../support/pdf.ts'
import type {PrintedWord} from '../../../support/printed-words.ts'
import {hasPoppler, overlaps, printedWords} from '../../../support/printed-words.ts'

const sentence = 'The study of tides in narrow channels shows considerable variation between consecutive observations. '
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"><rect width="900" height="300" fill="#cde"/></svg>'
const front = (template: string) => `---\ntitle: T\nauthor: Ada Marsh\nlang: en-GB\ntemplate: ${template}\n---\n\n`
const range = (count: number) => Array.from({length: count}, (_, index) => index)

/** A table whose cells all differ. */
function table(columns: number, rows: number, name: string, rest: string): string {
  const line = (word: string) =>
    `| ${range(columns)
      .map((column) => `${word}${column}x`)
      .join(' | ')} |\n`
  const body = range(rows).map((row) => line(`Harbour${row}y`))
  return `${line('Month')}|${'---|'.repeat(columns)}\n${body.join('')}\n: Turnedcaption of it. {#tbl:${name} ${rest}}\n\n`
}

/** What stands before and behind it: the text goes on on the page that it is called on. */
const around = (turned: string) =>
  `${sentence.repeat(6)} See [@tbl:a]{.page}.\n\n${turned}Behind. ${sentence.repeat(60)}\n\n${sentence.repeat(40)} Theend\n`

const isTall = ({left, right, top, bottom}: PrintedWord) => bottom - top > 1.5 * (right - left)

describe.skipIf(!hasBrowser || !hasPoppler)('what is turned', () => {
  const {print} = testBrowser()

  async function made(markdown: string, printWith = print) {
    const problems: Array<Problem> = []
    const bytes = await pdfOf(markdown, printWith, {files: {'p.svg': picture}, problems})
    const pdf = await PDFDocument.load(bytes)
    const words = printedWords(bytes)
    const wrong = problems.filter(({id}) => id === 'notes-at-foot' || id === 'pdf-accessible')
    return {pdf, words, wrong, find: (text: string) => words.find((word) => word.text === text) as PrintedWord}
  }

  /** The words of a page that are no running head and no number of the page. */
  function textOn(words: ReadonlyArray<PrintedWord>, page: number): ReadonlyArray<PrintedWord> {
    return words.filter((word) => word.page === page && word.top > 60 && word.bottom < 842 - 65)
  }

  for (const template of ['article', 'two-column', 'proceedings']) {
    it(`has a page of its own, past which the text flows, in ${template}`, async () => {
      const {pdf, words, wrong, find} = await made(front(template) + around(table(9, 16, 'a', '.landscape')))
      expect(wrong).toEqual([])
      expect(overlaps(words)).toEqual([])
      const caption = find('Turnedcaption')
      expect([find('Behind.').page, caption.page]).toEqual([0, 1])
      const on = textOn(words, caption.page)
      expect(on.filter((word) => !isTall(word) && word.text.length > 4)).toEqual([])
      // Each word is whole, and within the text's edges.
      const cells = ['Month', ...range(16).map((row) => `Harbour${row}y`)]
      const wanted = cells.flatMap((cell) => range(9).map((column) => `${cell}${column}x`))
      expect(on.map(({text}) => text)).toEqual(expect.arrayContaining(wanted))
      for (const {left, right, top, bottom} of on) {
        expect(Math.min(left, 595 - right)).toBeGreaterThan(56)
        expect(Math.min(top, 842 - bottom)).toBeGreaterThan(64)
      }
      // It is read from the right: above is left, and right is above.
      const [first, second, below] = ['Month0x', 'Month8x', 'Harbour15y0x'].map(find)
      expect(caption.right).toBeLessThan((first?.left ?? 0) + 1)
      expect(second?.bottom).toBeLessThan(first?.top ?? 0)
      expect(first?.right).toBeLessThan(below?.left ?? 0)
      expect(find('Theend').page).toBe(pdf.getPageCount() - 1)
      // What refers to its page names it.
      expect(words[words.findIndex(({text}) => text === 'See') + 2]?.text).toBe('2.')
      // It is a table still, with its caption.
      const types = elementsOf(pdf, library).map((element) => typeOf(element, library))
      expect(types.filter((type) => type === 'Table' || type === 'Caption').sort()).toEqual(['Caption', 'Table'])
    })
  }

  it('is a picture with its caption, or a division, and each has its page', async () => {
    const figure = '![Turnedcaption of it.](p.svg){#fig:a .sideways alt=x width=100%}\n\n'
    const division = `::: {.landscape}\nDivided ${sentence}\n\n${table(4, 5, 'd', '')}:::\n\n`
    const text = `${sentence.repeat(6)}\n\n${figure}${division}Behind. ${sentence.repeat(60)}\n`
    const {words, wrong, find} = await made(front('two-column') + text)
    expect(wrong).toEqual([])
    expect([find('Turnedcaption'), find('Divided'), find('Harbour4y3x')].map(({page}) => page)).toEqual([1, 2, 2])
    for (const page of [1, 2]) {
      const on = textOn(words, page)
      expect(on.length).toBeGreaterThan(3)
      expect(on.filter((word) => !isTall(word) && word.text.length > 4)).toEqual([])
    }
  })

  it('is a table that would be too small upright, and none that is hardly too wide', async () => {
    const {words, wrong, find} = await made(front('article') + around(table(14, 9, 'a', '')))
    expect(wrong).toEqual([])
    expect(textOn(words, find('Month0x').page).filter((word) => !isTall(word) && word.text.length > 4)).toEqual([])
    // It is set as large as the height of the page lets it be, not the width.
    const size = ({left, right}: PrintedWord) => right - left
    expect(size(find('Month0x')) / size(find('Turnedcaption'))).toBeGreaterThan(0.7)
    const upright = await made(front('article') + around(table(6, 9, 'a', '')))
    expect(isTall(upright.find('Month0x'))).toBe(false)
    expect(upright.find('Month0x').page).toBe(0)
  })

  it('is set smaller where it is higher than the page is wide, and stays upright where it would be less than half as large', async () => {
    const high = await made(front('article') + around(table(4, 36, 'a', '.landscape')))
    expect(high.wrong).toEqual([])
    const on = textOn(high.words, high.find('Month0x').page)
    expect(on.filter(({text}) => text.startsWith('Harbour'))).toHaveLength(4 * 36)
    for (const {left, right} of on) expect(Math.min(left, 595 - right)).toBeGreaterThan(56)
    expect(isTall(high.find('Month0x'))).toBe(true)
    const long = await made(front('article') + around(table(4, 150, 'a', '.landscape')))
    expect(isTall(long.find('Month0x'))).toBe(false)
    expect(long.words.filter(({text}) => text.startsWith('Harbour'))).toHaveLength(4 * 150)
  })

  it('is a page among those that the browser makes where pages cannot be planned', async () => {
    const floating = (job: PrintJob) =>
      print({
        ...job,
        async compose(page) {
          await page.run(() => document.querySelector('em')?.style.setProperty('float', 'left'), undefined)
          await job.compose?.(page)
        }
      })
    const {words, find} = await made(
      front('article') + around(`*Beside.*\n\n${table(9, 16, 'a', '.landscape')}`),
      floating
    )
    expect(find('Beside.').page).toBe(0)
    expect(find('Month0x').page).toBe(1)
    expect(isTall(find('Month0x'))).toBe(true)
    expect(find('Behind.').page).toBe(find('Month0x').page + 1)
    expect(textOn(words, find('Month0x').page).filter((word) => !isTall(word) && word.text.length > 4)).toEqual([])
  })
})
