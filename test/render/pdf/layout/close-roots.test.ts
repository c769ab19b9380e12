/// <reference lib="dom" />
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {closeRoots} from '../../../../src/render/pdf/layout/in-page/close-roots.ts'
import {hasBrowser, testBrowser} from '../../../support/browser.ts'

const font = 'node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2'

/** From the end of what is under each root to the sign that follows, in parts of an em. Runs in the page. */
function gaps(): ReadonlyArray<number> {
  return [...document.querySelectorAll('msqrt, mroot')].map((root) => {
    const under = root.localName === 'mroot' ? root.firstElementChild : root.lastElementChild
    const [end = 0, start = 0] = [
      under?.getBoundingClientRect().right,
      root.nextElementSibling?.getBoundingClientRect().left
    ]
    return Math.round((start - end) * 20) / 20 / 20
  })
}

describe.skipIf(!hasBrowser)('roots', () => {
  const {print} = testBrowser()

  it('are followed by what follows without a gap, as wide as their sign is', async () => {
    const [inner, deep] = ['<mi>x</mi>', '<mfrac><mi>x</mi><mi>y</mi></mfrac>']
    const after = '<mi>z</mi>'
    const html = `<!doctype html><title>T</title><style>@font-face{font-family:M;src:url(data:font/woff2;base64,${readFileSync(font, 'base64')})}math{font:20px M}</style><math><msqrt>${inner}</msqrt>${after}<msqrt>${deep}</msqrt>${after}<mroot>${inner}<mn>3</mn></mroot>${after}</math>`
    let left: ReadonlyArray<number> = []
    await print({
      html,
      compose: async (page) => {
        await page.run(closeRoots, undefined)
        left = await page.run(gaps, undefined)
      }
    })
    expect(left.map((gap) => Math.abs(gap) < 0.02)).toEqual([true, true, true])
  })
})
