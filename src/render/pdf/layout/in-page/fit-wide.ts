/// <reference lib="dom" />

/**
 * Make formulas and tables that are wider than the text as much smaller as it takes: a browser would make every page smaller instead.
 * Runs in the page, after `pageArea`.
 */
export function fitWide(): void {
  const main = document.querySelector('main')
  if (main === null || main.style.width === '') return
  const width = main.getBoundingClientRect().width
  let left = [...main.querySelectorAll<HTMLElement>('math, table')].map((element) => ({element, zoom: 1}))
  // Letters are not quite as much smaller as they are told to be.
  for (let round = 0; round < 4 && left.length > 0; round += 1) {
    left = left.flatMap(({element, zoom}) => {
      const ratio = ratioOf(element)
      return ratio < 1 ? [{element, zoom: Math.floor(zoom * ratio * 1000) / 1000}] : []
    })
    for (const {element, zoom} of left) element.style.zoom = String(Math.max(0.05, zoom))
  }

  /** How much of an element there is room for. */
  function ratioOf(element: HTMLElement): number {
    const equation = element.closest('.equation')
    const number = widthOf(equation?.querySelector('.number'))
    // What lies around a formula grows with it.
    const most = element.closest('.turned > *')?.clientWidth ?? width
    const room = Math.min(most, (equation ?? blockAround(element))?.clientWidth ?? most) - number
    const own = element.getBoundingClientRect().width
    return own > room + 0.5 ? room / own : 1
  }

  function widthOf(element: Element | null | undefined): number {
    if (element === null || element === undefined) return 0
    const {marginLeft, marginRight} = getComputedStyle(element)
    return element.getBoundingClientRect().width + Number.parseFloat(marginLeft) + Number.parseFloat(marginRight)
  }

  /** What is in a line is as wide as it. */
  function blockAround(element: HTMLElement): HTMLElement | null {
    let around = element.parentElement
    while (around !== null && getComputedStyle(around).display.startsWith('inline')) around = around.parentElement
    return around
  }
}
