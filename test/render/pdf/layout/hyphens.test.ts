/// <reference lib="dom" />
import {PDFDocument} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {sceneOf} from '../../../../bench/measure/fragments.ts'
import {painted} from '../../../../bench/measure/painted.ts'
import type {OpenPage} from '../../../../src/model/world.ts'
import {hyphenation} from '../../../../src/render/pdf/layout/hyphenation.ts'
import {justifiedTexts} from '../../../../src/render/pdf/layout/in-page/justified-texts.ts'
import {mendLadders} from '../../../../src/render/pdf/layout/in-page/mend-ladders.ts'
import type {HyphensKept} from '../../../../src/render/pdf/layout/in-page/set-hyphens.ts'
import {setHyphens} from '../../../../src/render/pdf/layout/in-page/set-hyphens.ts'
import {hasBrowser, testBrowser} from '../../../support/browser.ts'
import {pdfOf} from '../../../support/pdf.ts'

const words = 'internationalization of interoperability, characterization and counterterrorism '

/** Numbers of lines, from 0, that end in a soft hyphen. Runs in the page. */
function hyphenatedLines(): ReadonlyArray<number> {
  const text = document.querySelector('p')?.firstChild
  if (!(text instanceof Text)) return []
  const tops: Array<number> = []
  const ends: Array<number> = []
  const range = document.createRange()
  for (let at = 0; at < text.length; at += 1) {
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    const {top, width} = range.getBoundingClientRect()
    if (text.data[at] === '\u00ad') ends.push(tops.length - 1)
    else if (width > 0 && Math.abs(top - (tops.at(-1) ?? -1)) > 2) tops.push(top)
  }
  return ends
}

/** Of each line of 20 pixels whether what `setHyphens` left in the page says that it ends in a hyphen. Runs in the page. */
function endsInHyphen(): ReadonlyArray<boolean> {
  const {offprintHyphens} = globalThis as unknown as {readonly offprintHyphens: HyphensKept}
  const {top = 0, height = 0} = document.querySelector('p')?.getBoundingClientRect() ?? {}
  const isEnd = offprintHyphens.finder(top)
  return Array.from({length: Math.round(height / 20)}, (_, line) => isEnd(20 * line, 20 * line + 20))
}

describe.skipIf(!hasBrowser)('hyphens', () => {
  const {print} = testBrowser()

  it('end no more than two lines in a row', async () => {
    const lines: Array<number> = []
    async function compose(page: OpenPage): Promise<void> {
      const texts = await page.run(justifiedTexts, {paged: false})
      const divide = await hyphenation(['en-GB'])
      await page.run(
        setHyphens,
        texts.map(({text}) => divide?.(text, 'en-GB') ?? text)
      )
      await page.run(mendLadders, undefined)
      lines.push(...(await page.run(hyphenatedLines, undefined)))
    }
    const html = `<!doctype html><html lang="en-GB"><title>T</title><main style="width:150px"><p style="text-align:justify;font:16px/20px serif">${words.repeat(4)}</p></main>`
    await print({html, compose})
    expect(lines.length).toBeGreaterThan(5)
    const ladders = lines.filter((line) => lines.includes(line + 1) && lines.includes(line + 2))
    expect(ladders).toEqual([])
  })

  it('count together with the author’s own', async () => {
    const own = 'well-known self-governing far-reaching long-standing '
    const html = `<!doctype html><html lang="en-GB"><title>T</title><main style="width:150px"><p style="text-align:justify;font:16px/20px serif">${`${own}${words}`.repeat(2)}</p></main>`
    let ends: ReadonlyArray<boolean> = []
    let ladders = 0
    async function compose(page: OpenPage): Promise<void> {
      const texts = await page.run(justifiedTexts, {paged: false})
      const divide = await hyphenation(['en-GB'])
      await page.run(
        setHyphens,
        texts.map(({text}) => divide?.(text, 'en-GB') ?? text)
      )
      await page.run(mendLadders, undefined)
      ends = await page.run(endsInHyphen, undefined)
      ladders = (await page.run(hyphenatedLines, undefined)).filter((line) => ends[line - 1] && ends[line + 1]).length
    }
    await print({html, compose})
    expect(ends.filter(Boolean).length).toBeGreaterThan(5)
    expect(ladders).toBe(0)
  })

  it('end no page, and no last line is shorter than four characters', async () => {
    const own = 'well-known self-governing far-reaching long-standing not-for-profit world-famous '
    const ends = ['it is.', 'they characterize.', 'of interoperability.', 'so to do.']
    const paragraphs = Array.from(
      {length: 45},
      (_, index) => `${(index % 2 === 0 ? words : own).repeat(8)}${'and on '.repeat(index % 13)}${ends[index % 4]}`
    )
    const pdf = await PDFDocument.load(await pdfOf(`---\nlang: en-GB\n---\n\n${paragraphs.join('\n\n')}`, print))
    const {blocks} = sceneOf(pdf, painted(pdf))
    const lines = blocks.filter(({path}) => path.at(-1) === 'P').map((block) => block.lines)
    const divided = lines.flatMap((each) => each.filter(({page}, index) => page < (each[index + 1]?.page ?? 0)))
    expect(divided.length).toBeGreaterThan(2)
    expect(divided.map(({text}) => text.trim()).filter((text) => text.endsWith('-'))).toEqual([])
    const last = lines.filter(({length}) => length > 1).map((each) => each.at(-1)?.text.trim() ?? '')
    expect(last.filter((text) => text.length < 4)).toEqual([])
  })
})
