/// <reference lib="dom" />

/** What `ragText` leaves in the page. */
export interface Ragged {
  /** Elements that are set justified when the pages are printed. */
  readonly justified: ReadonlySet<Element>
}

/**
 * Set all text ragged until `trackLooseLines` has looked how much room its lines leave: they hold the same words as justified ones, and
 * the browser lays them out once instead of twice. Runs in the page, before its text is laid out.
 */
export function ragText(): void {
  const main = document.querySelector('main')
  if (main === null) return
  const justified = new Set<Element>()
  collect(main)
  const ragged = new CSSStyleSheet()
  ragged.replaceSync('main * { text-align: start !important; }')
  document.adoptedStyleSheets = [ragged]
  const left: Ragged = {justified}
  Object.assign(globalThis, {offprintRagged: left})

  function collect(element: Element): void {
    if (getComputedStyle(element).textAlign === 'justify') justified.add(element)
    // What stands in formulas and drawings is no text.
    if (!element.matches('math, svg')) for (const child of element.children) collect(child)
  }
}
