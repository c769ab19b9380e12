/// <reference lib="dom" />

import * as library from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {typeOf} from '../../../../bench/measure/elements.ts'
import {build} from '../../../../src/build.ts'
import {breakFormulas} from '../../../../src/render/pdf/layout/in-page/break-formulas.ts'
import {hasBrowser, testBrowser} from '../../../support/browser.ts'
import {elementsOf} from '../../../support/elements.ts'
import {worldOf} from '../../../support/manuscript.ts'

/** What formulas say, piece by piece. Runs in the page. */
function pieces(): ReadonlyArray<string> {
  return [...document.querySelectorAll('math')].map((math) => math.textContent ?? '')
}

/** What is around the rows of formulas, for style sheets tell by it. Runs in the page. */
function parents(): ReadonlyArray<string> {
  return [...document.querySelectorAll('math mrow')].map(({parentElement}) => parentElement?.localName ?? '')
}

const row = (...children: ReadonlyArray<string>) =>
  children
    .map((child) => (/^[=<]$/.test(child) ? `<mo>${child.replace('<', '&lt;')}</mo>` : `<mi>${child}</mi>`))
    .join('')

describe.skipIf(!hasBrowser)('formulas in lines', () => {
  const {print} = testBrowser()

  it('may break after relations, where they are long', async () => {
    const word = 'abcdefghijkl'
    const long = `<math><semantics><mrow>${row(word, '=', word, '<', word)}</mrow></semantics></math>`
    const short = `<math><mrow>${row('a', '=', 'b')}</mrow></math>`
    const grouped = `<math><mrow><mrow>${row(word, '=', word)}</mrow></mrow></math>`
    const html = `<!doctype html><title>T</title><main>${long}${short}${grouped}<div class="equation">${long}</div></main>`
    let [made, rows]: [ReadonlyArray<string>, ReadonlyArray<string>] = [[], []]
    await print({
      html,
      compose: async (page) => {
        await page.run(breakFormulas, undefined)
        made = await page.run(pieces, undefined)
        rows = (await page.run(parents, undefined)).slice(0, 3)
      }
    })
    const whole = `${word}=${word}<${word}`
    expect(rows).toEqual(['semantics', 'semantics', 'semantics'])
    expect(made).toEqual([`${word}=`, `${word}<`, word, 'a=b', `${word}=${word}`, whole])
  })

  it('are one formula each in the tags, however broken', async () => {
    const text = 'Words that fill the line so that what follows is broken, all of it: '
    const markdown = `---\ntitle: T\nauthor: A B\nabstract: A\nkeywords: [k]\n---\n\n# One\n\n${text}$f(x) = \\int_0^1 g(x,t)\\,dt \\le \\sum_{k=1}^{\\infty} \\frac{1}{k^2} = \\frac{\\pi^2}{6} \\approx 1.6449$ holds.\n`
    const {output, problems} = await build(worldOf(markdown, {}, {print}), {to: ['pdf']})
    expect(problems.filter(({id}) => id.startsWith('pdf'))).toEqual([])
    const pdf = await library.PDFDocument.load(output.get('paper.pdf') ?? new Uint8Array(), {updateMetadata: false})
    expect(elementsOf(pdf, library).filter((element) => typeOf(element, library) === 'Formula')).toHaveLength(1)
  })
})
