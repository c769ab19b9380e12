/// <reference lib="dom" />

/** A line of text, in pixels from the top of the window. */
interface DrawnLine {
  /** Where it would begin and end if it were as high as others, about its middle. */
  readonly top: number
  bottom: number
  /** Where it begins, as high as it is. */
  edge: number
}

/** What `readLines` leaves in the page. */
export interface LinesRead {
  /** The lines that nodes are drawn in, from above; those of text are so high. */
  readonly linesOf: (nodes: ReadonlyArray<Node>, lineHeight: number) => ReadonlyArray<DrawnLine>
}

/** Leave a way to find lines in the page, where what is drawn stands as it will. Runs in the page, before `measure`. */
export function readLines(): void {
  interface Drawn {
    readonly rect: DOMRect
    /** Where a line begins that holds no more than this. */
    readonly edge: number
  }
  // One for all: each range that there is is told of each change of a text.
  const range = document.createRange()
  const leadings = new Map<Element, number>()
  const read: LinesRead = {linesOf}
  Object.assign(globalThis, {offprintLines: read})

  /** What lies on one line makes a line of it. */
  function linesOf(nodes: ReadonlyArray<Node>, lineHeight: number): ReadonlyArray<DrawnLine> {
    const drawn = nodes
      .flatMap(drawnBy)
      .filter(({rect}) => rect.height > 0)
      .sort(({rect: one}, {rect: next}) => one.top - next.top)
    const lines: Array<DrawnLine> = []
    for (const {rect, edge} of drawn) {
      const middle = (rect.top + rect.bottom) / 2
      const last = lines.at(-1)
      if (last === undefined || middle - (last.top + last.bottom) / 2 > lineHeight / 2)
        lines.push({top: middle - lineHeight / 2, bottom: middle + lineHeight / 2, edge})
      else {
        last.bottom = Math.max(last.bottom, Math.min(rect.bottom, last.bottom + lineHeight / 4))
        last.edge = Math.min(last.edge, edge)
      }
    }
    return lines
  }

  /** Stretches of text, pictures and formulas; boxes around them are as high as all their lines. */
  function drawnBy(node: Node): ReadonlyArray<Drawn> {
    if (node instanceof Element && node.matches('img, svg, math, .check-box')) {
      const rect = node.getBoundingClientRect()
      return [{rect, edge: rect.top - Number.parseFloat(getComputedStyle(node).marginTop)}]
    }
    if (!(node instanceof Text)) return [...node.childNodes].flatMap(drawnBy)
    const {parentElement} = node
    range.selectNode(node)
    return [...range.getClientRects()].map((rect) => ({rect, edge: rect.top - leadingAbove(rect, parentElement)}))
  }

  /** Half of what a line is higher than its letters stands above these, in whole pixels (CSS Inline Layout 3, 4.2, as Chromium rounds it). */
  function leadingAbove({height}: DOMRect, element: Element | null): number {
    return element === null ? 0 : Math.floor((lineHeightOf(element) - height) / 2)
  }

  function lineHeightOf(element: Element): number {
    const known = leadings.get(element)
    if (known !== undefined) return known
    const {lineHeight, fontSize} = getComputedStyle(element)
    const found = Number.parseFloat(lineHeight) || 1.2 * Number.parseFloat(fontSize)
    leadings.set(element, found)
    return found
  }
}
