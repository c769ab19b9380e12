/// <reference lib="dom" />
import type {PageArea} from '../measured.ts'

/**
 * The area that text may fill on every page, in CSS pixels, as the page's own `@page` rule has it; `undefined` where pages differ,
 * or are of a paper whose size is not known by name (CSS Paged Media 3, 7.1). Makes the text as wide, and its columns one until `realise` or
 * `restoreColumns`. Shows the text, which is hidden until then: if pages are `planned`, as the box that `measure` wants, so that the browser
 * lays it out once. Runs in the page.
 */
export function pageArea({planned}: {readonly planned: boolean}): PageArea | undefined {
  const papers: Readonly<Record<string, readonly [string, string]>> = {
    a3: ['297mm', '420mm'],
    a4: ['210mm', '297mm'],
    a5: ['148mm', '210mm'],
    b4: ['250mm', '353mm'],
    b5: ['176mm', '250mm'],
    'jis-b4': ['257mm', '364mm'],
    'jis-b5': ['182mm', '257mm'],
    letter: ['8.5in', '11in'],
    legal: ['8.5in', '14in'],
    ledger: ['11in', '17in']
  }
  const main = document.querySelector('main')
  const area = areaOfPages()
  if (main !== null) main.hidden = false
  if (area === undefined) return undefined
  if (main !== null) Object.assign(main.style, {width: `${area.width}px`, display: planned ? 'flow-root' : ''})
  Object.assign(globalThis, {offprintArea: area})
  const columns = document.querySelector<HTMLElement>('main .columns')
  return columns === null ? area : {...area, columns: asOne(columns, area.width)}

  /** As the rules for every page have it. */
  function areaOfPages(): PageArea | undefined {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    const pages = rules.filter((rule): rule is CSSPageRule => rule instanceof CSSPageRule)
    const sides = ['margin-top', 'margin-right', 'margin-bottom', 'margin-left']
    const named = pages.filter(({selectorText}) => selectorText !== '')
    const every = pages.filter(({selectorText}) => selectorText === '')
    const value = (name: string) => every.map(({style}) => style.getPropertyValue(name)).findLast((each) => each !== '')
    const [size = 'a4', ...more] = (value('size') ?? 'a4').toLowerCase().split(/\s+/)
    const lengths = papers[size] ?? (/^[\d.]/.test(size) ? [size, more[0] ?? size] : undefined)
    if (lengths === undefined) return undefined
    const [width = 0, height = 0] = more.includes('landscape') ? lengths.map(pixels).reverse() : lengths.map(pixels)
    const [top = 0, right = 0, bottom = 0, left = 0] = sides.map((side) => pixels(value(side) ?? '0px'))
    // Chromium divides a text into pages of whole pixels, the last of them begun; what is placed further down than one page counts on it.
    // What the page keeps clear of its own accord: margins outside the area are painted on by page boxes alone.
    const {paddingLeft, paddingRight} = getComputedStyle(document.body)
    const inset = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight)
    if (named.some((rule) => differs(rule))) return undefined
    return {width: width - left - right - inset, height: Math.ceil(height - top - bottom - 0.01)}

    /** Facing pages may mirror their margins, as long as text is as wide and as high on both. */
    function differs({style}: CSSPageRule): boolean {
      const [above = top, after = right, below = bottom, before = left] = sides.map((side) => {
        const length = style.getPropertyValue(side)
        return length === '' ? undefined : pixels(length)
      })
      return Math.abs(before + after - left - right) > 0.01 || above !== top || below !== bottom
    }
  }

  /** Make columns one that is as wide as each of them, and have it say how many they are. */
  function asOne(columns: HTMLElement, whole: number): number {
    const {columnCount, columnGap} = getComputedStyle(columns)
    const count = Number(columnCount) || 1
    const each = (whole - (count - 1) * (Number.parseFloat(columnGap) || 0)) / count
    // Lengths are multiples of 1/64 pixel in Chromium.
    Object.assign(columns.style, {columnCount: 'auto', display: 'flow-root', width: `${Math.floor(each * 64) / 64}px`})
    return count
  }

  function pixels(length: string): number {
    const probe = document.createElement('div')
    probe.style.position = 'absolute'
    probe.style.width = length
    document.body.append(probe)
    const {width: found} = probe.getBoundingClientRect()
    probe.remove()
    return found
  }
}
