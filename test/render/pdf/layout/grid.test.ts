import {PDFDocument} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {sceneOf} from '../../../../bench/measure/fragments.ts'
import {measureGrid} from '../../../../bench/measure/grid.ts'
import {painted} from '../../../../bench/measure/painted.ts'
import {measureParagraphs} from '../../../../bench/measure/paragraphs.ts'
import type {Problem} from '../../../../src/model/problem.ts'
import {hasBrowser, testBrowser} from '../../../support/browser.ts'
import {pdfOf} from '../../../support/pdf.ts'
import {hasPoppler, overlaps, printedWords} from '../../../support/printed-words.ts'

const front = '---\ntitle: Grid\nauthor: Ada Marsh\nlang: en-GB\ntemplate: two-column\n---\n\n'
const sentence = 'The study of tides in narrow channels shows considerable variation between observations. '
/** What has other heights than lines have. */
const others = [
  '## A heading that is longer than one line of its column can be',
  '$$ \\sum_{i=1}^n \\frac{a_i}{b_i} $$',
  '```\ncode\nmore\n```',
  '- an item\n- another',
  '> A quotation. A quotation. A quotation. A quotation. A quotation.',
  '::: {.note}\nA box.\n\nOf two paragraphs.\n:::',
  `${sentence}With $\\frac{\\sum_i x_i}{\\sum_i y_i}$ in a line, $x^{2^2}$ in another. ${sentence}`,
  '![A figure.](a.png)',
  'Term\n:   Its definition.'
]
const body = Array.from(
  {length: 36},
  (_, index) => `${others[index % others.length]}\n\n${sentence.repeat(2 + (index % 4))}\n\n${sentence.repeat(3)}`
)

describe.skipIf(!hasBrowser)('lines of two columns', () => {
  const {print} = testBrowser()

  it('stand beside each other', async () => {
    const problems: Array<Problem> = []
    const pdf = await PDFDocument.load(await pdfOf(`${front}# One\n\n${body.join('\n\n')}`, print, {problems}))
    expect(problems.filter(({id}) => id === 'notes-at-foot')).toEqual([])
    const measures = measureGrid(sceneOf(pdf, painted(pdf)))
    expect(measures.filter(({holds}) => holds !== true)).toEqual([])
  })

  it('do so below what stands at the head of a page, also where a page begins within code', async () => {
    const code = Array.from({length: 31}, (_, index) => `  line ${index}`).join('\n')
    const cells = Array.from({length: 5}, () => 'a long cell of a table').join(' | ')
    const wide = `| ${cells} |\n| ${'--- | '.repeat(5)}\n| ${cells} |\n\n: A wide table. {#tbl:wide}`
    const markdown = `${front}# One\n\n${sentence.repeat(52)}\n\n${wide}\n\n\`\`\`\n${code}\n\`\`\`\n\n${sentence.repeat(60)}`
    const pdf = await PDFDocument.load(await pdfOf(markdown, print))
    const measures = measureGrid(sceneOf(pdf, painted(pdf)))
    expect(measures.filter(({holds}) => holds !== true)).toEqual([])
  })
})

describe.skipIf(!hasBrowser)('the list of notes that stand at the foot of columns', () => {
  const {print} = testBrowser()

  it('leaves no room where it is empty, which would stay where a column begins behind it', async () => {
    let margin: string | undefined
    const spying: typeof print = (job) =>
      print({
        ...job,
        async compose(page) {
          await job.compose?.(page)
          margin = await page.run(() => document.querySelector<HTMLElement>('.notes ol')?.style.marginTop, undefined)
        }
      })
    await pdfOf(`${front}![A figure.](a.png)\n\n${sentence}[^a]\n\n| a |\n|---|\n| b |\n\n[^a]: A note.`, spying)
    expect(margin).toBe('')
  })
})

describe.skipIf(!hasBrowser)('a page', () => {
  const {print} = testBrowser()

  it.each(['article', 'two-column'])('of %s may begin with a line that begins with a formula', async (template) => {
    const problems: Array<Problem> = []
    const paragraphs = Array.from({length: 60}, (_, index) =>
      Array.from({length: 35 + (index % 23)}, (_, at) => `$x_{${at}}+y$ then`).join(' ')
    )
    const markdown = `${front.replace('two-column', template)}A note.[^n]\n\n${paragraphs.join('\n\n')}\n\n[^n]: Text.`
    const pdf = await PDFDocument.load(await pdfOf(markdown, print, {problems}))
    expect(pdf.getPageCount()).toBeGreaterThan(2)
    expect(problems.filter(({id}) => id === 'notes-at-foot')).toEqual([])
    // Pages end where that leaves no line alone, not where they are full.
    const measures = measureParagraphs(sceneOf(pdf, painted(pdf)))
    expect(measures.filter(({id, holds}) => id === 'T2' && holds !== true)).toEqual([])
  })

  it.skipIf(!hasPoppler)('of two columns does not end within a line that formulas make higher', async () => {
    const long = '$\\frac{a_8}{b^2} = \\sum_{i=1}^{n} x_i \\sqrt{y}$'
    const paragraphs = Array.from(
      {length: 30},
      (_, index) => `${sentence.repeat(1 + (index % 3))}Here ${long} holds. ${sentence}Then ${long} does.[^${index}]`
    )
    const notes = paragraphs.map((_, index) => `[^${index}]: ${sentence.repeat(1 + (index % 4))}`)
    const printed = await pdfOf(front + [...paragraphs, ...notes].join('\n\n'), print)
    expect(overlaps(printedWords(printed))).toEqual([])
  })
})
