/// <reference lib="dom" />

/**
 * Have every block of the columns begin a whole number of lines below their top, so that lines of text in columns side by side stand
 * beside each other wherever a column begins: margins grow by less than a line, formulas stand in the middle of the lines they take, and
 * lines that formulas make higher are whole lines high. Places are read before anything is written. Runs in the page, after the columns
 * were made one and whatever changes lines.
 */
export function setOnGrid(): void {
  const columns = document.querySelector<HTMLElement>('main .columns')
  const flow = columns?.querySelector<HTMLElement>('.flow') ?? columns
  if (!flow) return
  const leading = Number.parseFloat(getComputedStyle(flow).lineHeight)
  if (!(leading > 0)) return
  /** What Chromium rounds to. */
  const slack = 0.1
  /** How far formulas may stand out of their line, and text nearer to what is above it: lines have more than that between them. */
  const spare = 0.2 * leading
  /** How far back what stands above a block is looked for: behind all that a box holds. */
  const mostWithin = 100
  // One for all: each range that there is is told of each change of a text.
  const range = document.createRange()
  const blocks = blocksIn(flow)
  for (const block of blocks) Object.assign(block.style, {marginTop: '', marginBottom: '', paddingBlock: ''})
  for (const block of blocks.filter(isUneven)) for (const line of highLines(block)) makeWhole(line)
  for (const write of blocks.filter((block) => block.matches('.equation')).map(centred)) write()
  align()

  /** Blocks that a column may begin with, one below the other: what holds others is looked into, and boxes stand before what they hold. */
  function blocksIn(holder: Element): Array<HTMLElement> {
    return [...holder.children].flatMap((child): Array<HTMLElement> => {
      if (!takesRoom(child)) return []
      if (child.matches('section, .body, .back')) return blocksIn(child)
      return isBox(child) ? [child, ...blocksIn(child)] : [child]
    })
  }

  /** What stands apart takes none, nor do lists that are empty for that: their margins would be left where a column begins behind them. */
  function takesRoom(child: Element): child is HTMLElement {
    if (!(child instanceof HTMLElement)) return false
    const {display, position} = getComputedStyle(child)
    const isAway = display === 'none' || position === 'absolute' || position === 'fixed'
    return !isAway && child.getBoundingClientRect().height > 0
  }

  function isBox(element: Element): boolean {
    return element.matches('div:not(.equation), blockquote') && element.querySelector(':scope > p') !== null
  }

  function align(): void {
    const top = flow?.getBoundingClientRect().top ?? 0
    const places = new Map(
      blocks.map((block) => {
        const rect = block.getBoundingClientRect()
        const margin = Number.parseFloat(getComputedStyle(block).marginTop)
        return [block, {from: rect.top - top, to: rect.bottom - top, margin}] as const
      })
    )
    let moved = 0
    for (const [index, block] of blocks.entries()) {
      const {from = 0, margin = 0} = places.get(block) ?? {}
      const at = from + moved
      // A little less is nearer than a whole line more.
      const more = Math.ceil((at - spare) / leading) * leading - at
      if (Math.abs(more) <= slack) continue
      const before = places.get(neighbour(index) ?? block)
      // Margins of neighbours are one, the larger of them.
      const gap = before === undefined || before.to > from ? margin : Math.max(margin, from - before.to)
      block.style.marginTop = `${gap + more}px`
      moved += more
    }
  }

  /** What stands above a block, if that does not stand first in a box. */
  function neighbour(index: number): HTMLElement | undefined {
    const block = blocks[index]
    const box = block?.parentElement?.closest<HTMLElement>('div, blockquote') ?? null
    const others = blocks.slice(Math.max(0, index - mostWithin), index).reverse()
    return others.find((other) => other !== box && other.parentElement?.closest('div, blockquote') === box)
  }

  /** Where less than a third of what sets a formula apart would be left, it takes a line more. */
  function centred(block: HTMLElement): () => void {
    const {height} = block.getBoundingClientRect()
    const {marginTop, marginBottom} = getComputedStyle(block)
    const apart = Number.parseFloat(marginTop) + Number.parseFloat(marginBottom)
    const lines = Math.ceil((height + apart / 3) / leading)
    const paddingBlock = `${(lines * leading - height) / 2}px`
    return () => Object.assign(block.style, {marginTop: '0', marginBottom: '0', paddingBlock})
  }

  function isUneven(block: HTMLElement): boolean {
    const {height} = block.getBoundingClientRect()
    const over = height - Math.floor((height + slack) / leading) * leading
    return over > slack && block.querySelector('math') !== null && !block.matches('.equation, figure, table')
  }

  /** A formula, and how far it stands out of its line above and below. */
  interface High {
    readonly formula: HTMLElement | MathMLElement
    readonly above: number
    readonly below: number
  }

  /** The lines of a block that formulas make higher, by these. */
  function highLines(block: HTMLElement): ReadonlyArray<ReadonlyArray<High>> {
    const strut = strutsIn(block)
    const lines = new Map<number, Array<High>>()
    for (const formula of block.querySelectorAll<MathMLElement>('math')) {
      formula.style.marginBlock = ''
      const {top, bottom} = formula.getBoundingClientRect()
      const line = strut.find((each) => (each.top + each.bottom) / 2 > top && (each.top + each.bottom) / 2 < bottom)
      if (line === undefined) continue
      const [above, below] = [line.top - top, bottom - line.bottom]
      if (above > 0 || below > 0) lines.set(line.top, [...(lines.get(line.top) ?? []), {formula, above, below}])
    }
    return [...lines.values()]
  }

  /** How high the lines of a block are without formulas: where its text of the usual size stands, with what leads between lines. */
  function strutsIn(block: HTMLElement): ReadonlyArray<{readonly top: number; readonly bottom: number}> {
    const {fontSize} = getComputedStyle(block)
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    const struts: Array<{top: number; bottom: number}> = []
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      const parent = text.parentElement
      if (parent === null || parent.closest('math, code') !== null || getComputedStyle(parent).fontSize !== fontSize)
        continue
      range.selectNodeContents(text)
      for (const {top, height} of range.getClientRects()) {
        const from = top - (leading - height) / 2
        struts.push({top: from, bottom: from + leading})
      }
    }
    return struts
  }

  /** Have what stands out of a line be whole lines together, by margins of the formulas that reach furthest. */
  function makeWhole(line: ReadonlyArray<High>): void {
    const above = Math.max(0, ...line.map((each) => each.above))
    const below = Math.max(0, ...line.map((each) => each.below))
    const wanted = Math.max(0, Math.ceil((above + below - spare) / leading)) * leading
    const share = wanted / (above + below)
    for (const {formula, above: over, below: under} of line) {
      formula.style.marginTop = marginFor(over, above, share)
      formula.style.marginBottom = marginFor(under, below, share)
    }
  }

  /** Where lines become lower all that stands out is drawn in; where they become higher, what stands out most. */
  function marginFor(out: number, most: number, share: number): string {
    // Chromium rounds lines up: what is drawn in altogether may be drawn in further.
    if (out > 0 && share === 0) return `${-out - 1}px`
    return out > 0 && (share < 1 || out === most) ? `${out * (share - 1)}px` : ''
  }
}
