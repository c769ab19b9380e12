/// <reference lib="dom" />
import type {PageArea} from '../measured.ts'

/**
 * Take figures and tables out of the text that are to stand apart from it: if `apart` those as wide as a column, and always those across
 * columns, which the author calls `wide` or `full-width`, or which hold a table or picture wider than a column. What is higher than
 * a page stays in the text. Runs in the page, after `pageArea`.
 */
export function setFloats({apart}: {readonly apart: boolean}): void {
  const {offprintArea: area} = globalThis as unknown as {readonly offprintArea?: PageArea}
  if (area === undefined) return
  const columns = document.querySelector<HTMLElement>('main .columns')
  const named = ':is(.wide, .full-width)'
  for (const element of document.querySelectorAll<HTMLElement>(`.body figure, .body div${named}`)) {
    const across = columns !== null && isWide(element, columns)
    if (isBetweenParagraphs(element) && (across || (apart && isCaptioned(element)))) lift(element, area, across)
  }

  function lift(element: HTMLElement, {width, height}: PageArea, across: boolean): void {
    element.classList.add('float')
    element.classList.toggle('across', across)
    const style = {position: 'absolute', left: '0', top: '0', margin: '0', breakInside: 'avoid'}
    Object.assign(element.style, style, {width: across ? `${width}px` : '100%'})
    if (element.getBoundingClientRect().height <= 0.95 * height) return
    element.classList.remove('float', 'across')
    for (const name of [...Object.keys(style), 'width']) Object.assign(element.style, {[name]: ''})
  }

  /** Within lists, quotations and boxes it belongs to them. */
  function isBetweenParagraphs(element: HTMLElement): boolean {
    const parent = element.parentElement
    const isText = parent?.matches('.body, .body section') === true
    return isText && parent.closest('.float, li, blockquote') === null
  }

  function isCaptioned(element: HTMLElement): boolean {
    return element.matches('figure.figure, figure.table') && element.querySelector(':scope > figcaption') !== null
  }

  function isWide(element: HTMLElement, narrow: HTMLElement): boolean {
    if (element.matches(named) || element.querySelector(`:scope > img${named}`) !== null) return true
    const most = narrow.getBoundingClientRect().width + 0.5
    return [...element.querySelectorAll<HTMLElement>('table, img[class]')].some((each) => ownWidth(each) > most)
  }

  /** How wide a table must be, or a picture would be that its author gives a width to. */
  function ownWidth(element: HTMLElement): number {
    element.style.maxWidth = 'none'
    const {width} = element.getBoundingClientRect()
    element.style.maxWidth = ''
    return width
  }
}
