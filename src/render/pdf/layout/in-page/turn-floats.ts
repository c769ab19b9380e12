/// <reference lib="dom" />
import type {PageArea} from '../measured.ts'

/**
 * Put what is to be turned into frames, each as large as what text may fill of a page, and as wide in it as that is high: figures, tables and
 * divisions that the author calls `landscape` or `sideways`, and tables with a caption that would be less than 0.7 of their size upright.
 * What would be less than half its size turned stays upright. If `apart` the frames stand apart from the text, which flows past them; else
 * each is a page of the text. `rotateFloats` turns what is in them. Gives their number. Runs in the page, after `pageArea`.
 */
export function turnFloats({apart}: {readonly apart: boolean}): number {
  const {offprintArea: area} = globalThis as unknown as {readonly offprintArea?: PageArea}
  if (area === undefined) return 0
  const {width, height} = area
  /** Tables are turned that would be smaller than this. */
  const leastUpright = 0.7
  const leastTurned = 0.5
  const named = ':is(.landscape, .sideways)'
  const found = document.querySelectorAll<HTMLElement>(`main :is(figure, div)${named}, main figure.table`)
  const possible = [...found].filter(isBetweenParagraphs)
  const scales = uprightScales(possible)
  let count = 0
  for (const [index, element] of possible.entries()) {
    const least = Math.max(leastTurned, scales[index] ?? 1)
    const inFlow = !apart || element.parentElement?.matches('.floats') === true
    // What was framed with what is around it stands where it should.
    const isFree = element.closest('.turned') === null
    if (isFree && least < leastUpright && frame(element, inFlow, least)) count += 1
  }
  return count

  /** Within lists, quotations and boxes it belongs to them. */
  function isBetweenParagraphs(element: HTMLElement): boolean {
    return element.parentElement?.matches('.body, .body section, .floats') === true
  }

  /** How large each would be upright, of its size; 0 where its author has it turned. */
  function uprightScales(elements: ReadonlyArray<HTMLElement>): ReadonlyArray<number> {
    const tables = elements.map(soleTable)
    const widths = ownWidths(tables.filter((table) => table !== undefined))
    const wide = new Map(tables.filter((table) => table !== undefined).map((table, index) => [table, widths[index]]))
    return elements.map((element, index) => {
      if (element.matches(named)) return 0
      const table = tables[index]
      return table === undefined ? 1 : width / (wide.get(table) ?? width)
    })
  }

  /** The one table of what has a caption. */
  function soleTable(element: HTMLElement): HTMLElement | undefined {
    const [table, ...more] = element.querySelectorAll<HTMLElement>('table')
    return more.length > 0 || element.querySelector(':scope > figcaption') === null ? undefined : table
  }

  /** How wide tables must be. All are read before any is written again: each write has the page laid out anew. */
  function ownWidths(tables: ReadonlyArray<HTMLElement>): ReadonlyArray<number> {
    const before = tables.map(({style: {maxWidth, width: own}}) => ({maxWidth, width: own}))
    for (const table of tables) Object.assign(table.style, {maxWidth: 'none', width: '0'})
    const found = tables.map((table) => table.getBoundingClientRect().width)
    for (const [index, table] of tables.entries()) Object.assign(table.style, before[index])
    return found
  }

  /** Whether it could be framed, and be no smaller than that. */
  function frame(element: HTMLElement, inFlow: boolean, least: number): boolean {
    const box = document.createElement('div')
    box.className = inFlow ? 'turned' : 'turned float across'
    // A box that ends at the very edge of a page makes Chromium begin another.
    const size = {width: `${width}px`, height: `${height - 1}px`, overflow: 'hidden', breakInside: 'avoid', margin: '0'}
    const place = inFlow ? {position: 'relative'} : {position: 'absolute', left: '0', top: '0'}
    Object.assign(box.style, size, place, apart ? {} : {breakBefore: 'page', breakAfter: 'page', columnSpan: 'all'})
    element.replaceWith(box)
    box.append(element)
    Object.assign(element.style, {position: 'absolute', left: '0', top: '0', margin: '0', width: `${height - 1}px`})
    for (const picture of element.querySelectorAll<HTMLElement>('img')) limit(picture, element)
    if (scaleOf(element) >= least) return true
    box.replaceWith(element)
    for (const name of ['position', 'left', 'top', 'margin', 'width']) Object.assign(element.style, {[name]: ''})
    for (const picture of element.querySelectorAll<HTMLElement>('img'))
      Object.assign(picture.style, {maxHeight: '', objectFit: ''})
    return false
  }

  /** Have a picture be no higher than what is around it leaves of the page. */
  function limit(picture: HTMLElement, element: HTMLElement): void {
    const own = picture.getBoundingClientRect().height
    const others = element.getBoundingClientRect().height - own
    if (others + own <= width || others > width / 2) return
    Object.assign(picture.style, {maxHeight: `${width - others}px`, objectFit: 'contain'})
  }

  /** How large it will be, about, of its size. */
  function scaleOf(element: HTMLElement): number {
    const widest = Math.max(height, ...ownWidths([...element.querySelectorAll<HTMLElement>('table')]))
    const high = element.getBoundingClientRect().height
    return Math.min(height / widest, Math.sqrt(width / high), 1)
  }
}
