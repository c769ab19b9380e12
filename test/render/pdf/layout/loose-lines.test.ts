/// <reference lib="dom" />
import {describe, expect, it} from 'vitest'
import type {OpenPage} from '../../../../src/model/world.ts'
import {breakAddresses} from '../../../../src/render/pdf/layout/in-page/break-addresses.ts'
import {findLooseLines} from '../../../../src/render/pdf/layout/in-page/find-loose-lines.ts'
import {justifiedTexts} from '../../../../src/render/pdf/layout/in-page/justified-texts.ts'
import {ragText} from '../../../../src/render/pdf/layout/in-page/rag-text.ts'
import {trackLooseLines} from '../../../../src/render/pdf/layout/in-page/track-loose-lines.ts'
import {hasBrowser, testBrowser} from '../../../support/browser.ts'

interface SetLine {
  readonly text: string
  /** How far its letters are set apart, in em; in order. */
  readonly tracking: ReadonlyArray<number>
  readonly ligatures: ReadonlyArray<string>
  /** The width of its first space, in pixels; 0 for none. */
  readonly space: number
  readonly right: number
}

/** The lines of an element's text, letter by letter. Runs in the page. */
function linesIn(selector: string): ReadonlyArray<SetLine> {
  type Mutable<T> = {-readonly [K in keyof T]: T[K]}
  interface Letter {
    readonly letter: string
    readonly rect: DOMRect
    readonly style: CSSStyleDeclaration
  }
  const range = document.createRange()
  const lines: Array<Mutable<SetLine>> = []
  let bottom = 0
  for (const {letter, rect, style} of lettersIn(document.querySelector(selector))) {
    if (lines.length === 0 || rect.top + rect.height / 2 > bottom) {
      lines.push({text: '', tracking: [], ligatures: [], space: 0, right: 0})
      bottom = rect.bottom
    }
    const line = lines.at(-1)
    if (line === undefined) continue
    line.text += letter
    line.right = rect.right
    if (letter === ' ' && line.space === 0) line.space = rect.width
    const tracking = (Number.parseFloat(style.letterSpacing) || 0) / Number.parseFloat(style.fontSize)
    line.tracking = [...new Set([...line.tracking, tracking])]
    line.ligatures = [...new Set([...line.ligatures, style.fontVariantLigatures])]
  }
  return lines

  function lettersIn(node: Node | null): ReadonlyArray<Letter> {
    if (!(node instanceof Text)) return [...(node?.childNodes ?? [])].flatMap(lettersIn)
    const style = getComputedStyle(node.parentElement ?? document.body)
    return [...node.data].flatMap((letter, at) => {
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const rect = [...range.getClientRects()].at(-1)
      return rect === undefined || rect.width === 0 ? [] : [{letter, rect, style}]
    })
  }
}

/** Have the next page begin with a character of the first paragraph. Runs in the page. */
function breakPage(at: number): void {
  const text = document.querySelector('p')?.firstChild
  if (!(text instanceof Text)) return
  const spacer = document.createElement('span')
  spacer.ariaHidden = 'true'
  Object.assign(spacer.style, {float: 'left', clear: 'left', width: '100%', height: '9px'})
  text.splitText(at).before(spacer)
}

/** Make paragraphs as wide as their first line with the space after it, and so many 64ths of a pixel more. Runs in the page. */
function makeAsWide(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-share]')) {
    Object.assign(element.style, {width: '600px', textAlign: 'start'})
    const [text] = element.childNodes
    if (!(text instanceof Text)) continue
    const range = document.createRange()
    range.setStart(text, 0)
    range.setEnd(text, text.data.indexOf('As mis'))
    const {width} = range.getBoundingClientRect()
    element.style.textAlign = 'justify'
    element.style.width = `${width + Number(element.dataset['share']) / 64}px`
  }
}

const usual = 'The tide rises and it falls in the bay, as it did of old, and men go out with it to sea. '
const long = 'the internationalization of counterrevolutionaries and the misrepresentativeness of it '
const arabic = 'والمسؤوليات الاستراتيجية في المستقبلية والاستقلالية '

function page(body: string): string {
  return `<!doctype html><html lang="en-GB"><title>T</title><main style="width:260px">${body}</main>`
}

function paragraph(text: string, id: string): string {
  return `<p id="${id}" style="text-align:justify;font:16px/20px 'Tinos', serif">${text}</p>`
}

const median = (numbers: ReadonlyArray<number>) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0

describe.skipIf(!hasBrowser)('loose lines', () => {
  const {print} = testBrowser()

  /** The lines of elements before and after; a page may break at a character of the first meanwhile. */
  async function tracked(
    body: string,
    ids: ReadonlyArray<string>,
    breakAt?: number
  ): Promise<ReadonlyArray<{before: ReadonlyArray<SetLine>; after: ReadonlyArray<SetLine>}>> {
    const results: Array<{before: ReadonlyArray<SetLine>; after: ReadonlyArray<SetLine>}> = []
    async function compose(open: OpenPage): Promise<void> {
      const before: Array<ReadonlyArray<SetLine>> = []
      for (const id of ids) before.push(await open.run(linesIn, `#${id}`))
      await Promise.all([open.run(ragText, undefined), open.run(findLooseLines, undefined)])
      if (breakAt !== undefined) await open.run(breakPage, breakAt)
      await open.run(trackLooseLines, undefined)
      for (const [index, id] of ids.entries())
        results.push({before: before[index] ?? [], after: await open.run(linesIn, `#${id}`)})
    }
    await print({html: page(body), compose})
    return results
  }

  it('have their letters a little apart, and the same words', async () => {
    const [main] = await tracked(paragraph(usual.repeat(20) + long.repeat(3) + usual, 'p'), ['p'])
    const {before = [], after = []} = main ?? {}
    expect(after.map(({text}) => text)).toEqual(before.map(({text}) => text))
    const spaces = median(before.map(({space}) => space).filter((space) => space > 0))
    const loose = before.map((line, index) => ({line, index})).filter(({line}) => line.space > 2.2 * spaces)
    expect(loose.length).toBeGreaterThan(1)
    for (const {line, index} of loose) {
      const {tracking = [], ligatures, space = 0, right = 0} = after[index] ?? {}
      expect(tracking).toHaveLength(1)
      expect(tracking[0]).toBeGreaterThan(0)
      expect(tracking[0]).toBeLessThanOrEqual(0.03)
      expect(ligatures).toEqual(['common-ligatures'])
      expect(space).toBeLessThan(line.space)
      expect(Math.abs(right - line.right)).toBeLessThan(1)
    }
    const even = before.flatMap((line, index) => (line.space < 1.5 * spaces ? [after[index]?.tracking] : []))
    expect(even.length).toBeGreaterThan(5)
    expect(even.filter((tracking) => tracking?.some((each) => each > 0))).toEqual([])
  })

  it('leave the words of the line above them where they are, though that has no room for a wider space', async () => {
    const above = 'The tide rises and it falls in the bays'
    const shares = Array.from({length: 48}, (_, index) => index - 8)
    const paragraphs = shares.map((share, index) => {
      const text = `${above} As misrepresentativeness internationalizations. It is so.`
      return paragraph(text, `s${index}`).replace('style="', `data-share="${share}" style="`)
    })
    const results: Array<{before: ReadonlyArray<SetLine>; after: ReadonlyArray<SetLine>}> = []
    async function compose(open: OpenPage): Promise<void> {
      await open.run(makeAsWide, undefined)
      await Promise.all([open.run(ragText, undefined), open.run(findLooseLines, undefined)])
      const before = await Promise.all(shares.map((_, index) => open.run(linesIn, `#s${index}`)))
      await open.run(trackLooseLines, undefined)
      for (const [index, each] of before.entries())
        results.push({before: each, after: await open.run(linesIn, `#s${index}`)})
    }
    await print({html: page(paragraph(usual.repeat(20), 'p') + paragraphs.join('')), compose})
    const isTracked = ({tracking}: SetLine) => tracking.some((each) => each > 0)
    expect(results.filter(({after}) => after.some(isTracked)).length).toBeGreaterThan(10)
    for (const {before, after} of results) expect(after.map(({text}) => text)).toEqual(before.map(({text}) => text))
  })

  it('are left alone in Arabic, and code and formulas in them', async () => {
    const mixed =
      'so <code>tide</code> of counterrevolutionaries, misrepresentativeness <em>and</em> <math><mi>x</mi></math> internationalizations '
    const [, code, rtl] = await tracked(
      paragraph(usual.repeat(20), 'p') + paragraph(mixed.repeat(4), 'code') + paragraph(arabic.repeat(6), 'rtl'),
      ['p', 'code', 'rtl']
    )
    expect(code?.after.map(({text}) => text)).toEqual(code?.before.map(({text}) => text))
    const trackings = (wanted: RegExp) =>
      code?.after.filter(({text}) => wanted.test(text)).map(({tracking}) => tracking.map((each) => each > 0)) ?? []
    expect(trackings(/tide/)).toContainEqual([true, false])
    expect(trackings(/x$/)).toContainEqual([true, false])
    expect(rtl?.after.flatMap(({tracking}) => tracking).filter((each) => each > 0)).toEqual([])
  })

  it('are those that are not ended, by a break or by what stands between paragraphs', async () => {
    const ended = `counterrevolutionaries<br>${usual}<span style="display:block">misrepresentativeness</span>${usual}`
    const [, main] = await tracked(paragraph(usual.repeat(20), 'p') + paragraph(ended.repeat(3), 'ended'), [
      'p',
      'ended'
    ])
    const ends = main?.after.filter(({text}) => /^\S+$/.test(text.trim())) ?? []
    expect(ends.length).toBeGreaterThan(5)
    expect(ends.flatMap(({tracking}) => tracking).filter((each) => each > 0)).toEqual([])
  })

  it('are none beside what text flows around', async () => {
    const picture = '<span style="float:right;width:120px;height:2000px"></span>'
    const text = `${picture}${usual.repeat(20)}`
    const [, main] = await tracked(paragraph(usual.repeat(60), 'p') + paragraph(text, 'beside'), ['p', 'beside'])
    const fine = main?.before.map(({space}) => space < 8) ?? []
    const changed = main?.after.map(({tracking}) => tracking.some((each) => each > 0)) ?? []
    expect(fine.filter(Boolean).length).toBeGreaterThan(5)
    expect(changed.filter((each, index) => each && fine[index])).toEqual([])
  })

  it('are the same lines where a page breaks within their text', async () => {
    const body = paragraph(usual.repeat(20) + long.repeat(3) + usual, 'p')
    const [whole] = await tracked(body, ['p'])
    const loose = (lines: ReadonlyArray<SetLine> = []) =>
      lines.filter(({tracking}) => tracking.some((each) => each > 0))
    expect(loose(whole?.after).length).toBeGreaterThan(1)
    const [first] = loose(whole?.after)
    const at = first === undefined ? 0 : (whole?.after.indexOf(first) ?? 0)
    const before = whole?.after.slice(0, at).map(({text}) => text.trim()) ?? []
    const [broken] = await tracked(body, ['p'], before.join(' ').length + 1)
    expect(broken?.after).toEqual(whole?.after)
  })

  it('are no fewer lines where nothing tells what is usual', async () => {
    const [main] = await tracked(paragraph(long, 'p'), ['p'])
    expect(main?.after).toEqual(main?.before)
  })
})

describe.skipIf(!hasBrowser)('addresses', () => {
  const {print} = testBrowser()

  async function divided(body: string): Promise<{lines: ReadonlyArray<string>; texts: ReadonlyArray<string>}> {
    let lines: ReadonlyArray<SetLine> = []
    let texts: ReadonlyArray<string> = []
    async function compose(open: OpenPage): Promise<void> {
      await open.run(breakAddresses, undefined)
      texts = (await open.run(justifiedTexts, {paged: false})).map(({text}) => text)
      lines = await open.run(linesIn, '#p')
    }
    await print({html: page(paragraph(body, 'p')), compose})
    return {lines: lines.map(({text}) => text), texts}
  }

  it('end lines where Chicago has them end, and stay whole as text', async () => {
    const address =
      'https://archive.example.org/bay-of-tides/2024/tidal_records.of.the.harbour?height=mean&unit=metre#tables'
    const {lines, texts} = await divided(`We read it at ${address} in spring.`)
    expect(lines.join('')).toContain(address)
    expect(lines.length).toBeGreaterThan(3)
    const within = lines.slice(1, -1)
    expect(within.filter((line) => !/^[./_?&=#][^/]*|^\/\S*$/.test(line))).toEqual([])
    expect(
      lines.slice(0, -1).filter((line) => /[-./_?#%]$/.test(line.trimEnd()) && !line.trimEnd().endsWith('://'))
    ).toEqual([])
    expect(texts.join('|')).not.toContain('harbour')
  })

  it('leave no scrap for the last line, and words beside them their hyphens', async () => {
    const {lines, texts} = await divided(`Internationalization is told of at www.example.org/some/long/path/to/it/a.b`)
    expect(lines.at(-1)?.trim().length).toBeGreaterThanOrEqual(5)
    expect(texts.join('|')).toContain('Internationalization')
  })

  it('have long names in code divided alike', async () => {
    const {lines} = await divided('Call <code>harbour.records.read_tidal_table_of_the_bay</code> for it, please.')
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.slice(1).some((line) => /^[._]/.test(line))).toBe(true)
  })
})
