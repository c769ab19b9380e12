/// <reference lib="dom" />

/**
 * Make formulas and tables that are wider than the text as much smaller as it takes: a browser would make every page smaller instead.
 * Runs in the page, after `pageArea`.
 */
export function fitWide(): void {
  const main = document.querySelector('main')
  if (main === null || main.style.width === '') return
  const width = main.getBoundingClientRect().width
  const wide = [...main.querySelectorAll<HTMLElement>('math, table')].flatMap((element) => {
    const equation = element.closest('.equation')
    const number = equation?.querySelector('.number')?.getBoundingClientRect().width ?? 0
    // What lies around a formula grows with it.
    const room = Math.min(width, (equation ?? element.parentElement)?.clientWidth ?? width) - number
    const own = element.getBoundingClientRect().width
    return own > room + 0.5 ? [{element, ratio: room / own}] : []
  })
  for (const {element, ratio} of wide) element.style.zoom = String(Math.floor(ratio * 1000) / 1000)
}
