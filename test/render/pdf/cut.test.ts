import type {PDFPage} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {painted} from '../../../bench/measure/painted.ts'
import {build} from '../../../src/build.ts'
import {readContent} from '../../../src/render/pdf/tags/content.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'
import {worldOf} from '../../support/manuscript.ts'

const millimetre = 72 / 25.4
const text = `# One\n\n${'Words of the text, one line after the other.[^n]\n\n'.repeat(40)}\n[^n]: A note.\n`
const front = 'title: Title\nshort-title: Head\nauthor: A B\nabstract: A\nkeywords: [k]'

describe.skipIf(!hasBrowser)('a PDF that is cut to pages', () => {
  const {print} = testBrowser()

  async function pdfOf(template: string, more = '') {
    const markdown = `---\n${front}\n${more}\n---\n\n${text}`
    const {output, problems} = await build(worldOf(markdown, {}, {print}), {to: ['pdf'], template})
    expect(problems.filter(({id, severity}) => id === 'pdf-accessible' || severity === 'error')).toEqual([])
    return library.PDFDocument.load(output.get('paper.pdf') ?? new Uint8Array(), {updateMetadata: false})
  }

  it.each(['article', 'proceedings', 'two-column', 'uz-oak'])(
    'has all where it is without, and the sheet around it: %s',
    async (template) => {
      const [plain, cut] = [await pdfOf(template), await pdfOf(template, 'bleed: 3mm\ncrop-marks: true')]
      expect(cut.getPageCount()).toBe(plain.getPageCount())
      // Marks of 5 mm begin where the bleed ends; a millimetre is left behind them.
      const around = 9 * millimetre
      for (const [index, page] of cut.getPages().entries()) {
        const {width, height} = plain.getPage(index).getSize()
        close(page.getSize(), {width: width + 2 * around, height: height + 2 * around})
        close(page.getTrimBox(), {x: around, y: around, width, height})
        const bleed = 3 * millimetre
        close(page.getBleedBox(), {
          x: around - bleed,
          y: around - bleed,
          width: width + 2 * bleed,
          height: height + 2 * bleed
        })
        expect(strokes(page)).toBe(8)
      }
      const [before, after] = [painted(plain).texts, painted(cut).texts]
      expect(after.map((each) => each.text)).toEqual(before.map((each) => each.text))
      for (const [index, {x, y, page}] of after.entries()) {
        const there = before[index]
        expect(page).toBe(there?.page)
        close({x: x - around, y: y - around}, {x: there?.x ?? 0, y: there?.y ?? 0})
      }
    }
  )

  it('is as large as its bleed where there are no marks', async () => {
    const pdf = await pdfOf('article', 'bleed: 5mm')
    expect(pdf.getPage(0).getBleedBox()).toEqual(pdf.getPage(0).getMediaBox())
    expect(strokes(pdf.getPage(0))).toBe(0)
  })

  it('is told how far a bleed may go', async () => {
    const {problems} = await build(worldOf(`---\n${front}\nbleed: 3 metres\n---\n\nText.\n`), {to: ['html']})
    expect(problems.map(({reason}) => reason)).toContain(
      'Unexpected `3 metres` as `bleed`, expected a length up to an inch, such as `3mm`'
    )
  })
})

/** Lines that are drawn as artifacts before all else. */
function strokes(page: PDFPage): number {
  const [marks = ''] = /^\/Artifact <<\/Type \/Page>> BDC q 0 G .*? Q EMC/.exec(readContent(page, library) ?? '') ?? []
  return marks.split(' l S').length - 1
}

/** The same to a point: browsers round sheets and what stands in their margins to pixels. */
function close<T extends object>(found: T, wanted: Partial<Record<keyof T, number>>): void {
  for (const [key, value] of Object.entries(wanted)) {
    expect(Math.abs(Number(found[key as keyof T]) - Number(value)), key).toBeLessThan(1)
  }
}
