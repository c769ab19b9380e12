/// <reference lib="dom" />
import {describe, expect, it} from 'vitest'
import type {OpenPage} from '../../../../src/model/world.ts'
import type {LinesRead} from '../../../../src/render/pdf/layout/in-page/read-lines.ts'
import {readLines} from '../../../../src/render/pdf/layout/in-page/read-lines.ts'
import {hasBrowser, testBrowser} from '../../../support/browser.ts'

const formula = '<math><msubsup><mi>x</mi><mn>3</mn><mn>2</mn></msubsup></math>'
const lines = [
  'The study of tides',
  'in narrow <code>channel_measures()</code> shows',
  'considerable variation',
  `as ${formula} between <sup>4</sup> them`,
  'and <code>measured()</code> consecutive',
  'observations.'
]
const first = (count: number) => `<div>${lines.slice(0, count).join('<br>')}</div>`
const html = `<!doctype html><html lang="en-GB"><title>T</title><style>
  div { font: 11.88px/15.693px serif; } code { font: 0.8em/inherit monospace; line-height: inherit; vertical-align: 1px; } math { font-size: 1.3em; margin-top: 2px; }
</style><main>${lines.map((_, index) => first(index + 1)).join('')}</main>`

describe.skipIf(!hasBrowser)('lines', () => {
  const {print} = testBrowser()

  it('begin where those above them end, however high code and formulas make them', async () => {
    let found: ReturnType<typeof edges> | undefined
    async function compose(page: OpenPage): Promise<void> {
      await page.run(readLines, undefined)
      found = await page.run(edges, undefined)
    }
    await print({html, compose})
    const {heights = [], begun = []} = found ?? {}
    expect(
      new Set(heights.map((height, index) => Math.round(height - (heights[index - 1] ?? 0)))).size
    ).toBeGreaterThan(1)
    expect(begun).toHaveLength(lines.length)
    for (const [index, edge] of begun.entries()) expect(edge).toBeCloseTo(heights[index - 1] ?? 0, 1)
  })
})

/** How high the first line is, the first two and so on; and where the lines of all begin. Runs in the page. */
function edges() {
  const {linesOf} = (globalThis as unknown as {readonly offprintLines: LinesRead}).offprintLines
  const blocks = [...document.querySelectorAll('div')]
  const all = blocks.at(-1)
  const top = all?.getBoundingClientRect().top ?? 0
  return {
    heights: blocks.map((block) => block.getBoundingClientRect().height),
    begun: linesOf([...(all?.childNodes ?? [])], 15.693).map(({edge}) => edge - top)
  }
}
