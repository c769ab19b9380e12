/// <reference lib="dom" />

import type {Measured} from '../measured.ts'
import type {PagePlan, PlannedArea} from '../page-plan.ts'
import type {Kept} from './kept.ts'

interface Realised {
  readonly plan: PagePlan
  readonly measured: Measured
}

/** A character, and the inline elements around it. */
interface TextPosition {
  readonly text: Text
  readonly offset: number
  readonly inline: ReadonlySet<Element>
}

/**
 * Make the pages as planned: breaks before blocks, floats that push a line to the next page within a paragraph, which stays one element,
 * and notes at the foot of their pages. All places are read before anything is written. Runs in the page, after `measure`.
 */
export function realise({plan: {areas}, measured: {notes: notesMeasured}}: Realised): void {
  const {places, notes, floats} = (globalThis as unknown as {readonly offprint: Kept}).offprint
  const root = document.querySelector('main')
  if (root === null) return
  const start = root.getBoundingClientRect().top
  // One for all: each range that there is is told of each change of a text.
  const range = document.createRange()
  const writes: Array<() => void> = []

  const wide = areas.filter(({column}) => column === undefined)
  const narrow = areas.filter(({column}) => column !== undefined)
  fill(wide)
  fill(narrow)
  const columns = root.querySelector<HTMLElement>('.columns')
  // What is still wider than its column would have the browser make every page smaller than it is planned.
  if (columns !== null) root.style.overflowX = 'clip'

  // Where a page ends is decided.
  Object.assign(root.style, {orphans: '1', widows: '1'})
  for (const write of writes.reverse()) write()
  if (columns !== null) {
    Object.assign(columns.style, {columnCount: '', display: '', width: ''})
    if (narrow[0]?.page !== (wide.at(-1)?.page ?? 0))
      Object.assign(columns.style, {breakBefore: 'page', marginTop: '0'})
  }

  /** Areas of one width, one after the other. */
  function fill(filled: ReadonlyArray<PlannedArea>): void {
    let before: ReadonlyArray<PlannedArea> = []
    for (const [index, area] of filled.entries()) {
      if (area.from === area.to) before = [...before, area]
      else {
        if (before.length > 0 || area.band) begin(area, before)
        before = [area]
      }
      for (const {float, top} of area.floats ?? [])
        writes.push(() => floats[float]?.style.setProperty('top', `${area.start + top}px`))
      placeNotes(filled, index)
    }
    const last = before.filter((area) => area.from === area.to)
    if (last.some(({column, floats: placed = []}) => column !== undefined || placed.length > 0))
      end(last, before.length > last.length)
  }

  /** Have areas without text follow the last that has any, if there is one: what is placed in them alone makes none. */
  function end(last: ReadonlyArray<PlannedArea>, follow: boolean): void {
    const breaks = last.map(({column}) => (column === undefined ? 'page' : 'column'))
    writes.push(() => {
      const flow = root?.querySelector('.flow') ?? root
      flow?.append(...breaks.map((kind, index) => blank(follow || index > 0 ? kind : 'auto')))
    })
  }

  function blank(breakBefore: string): HTMLElement {
    const element = document.createElement('div')
    element.ariaHidden = 'true'
    Object.assign(element.style, {breakBefore, height: '1px'})
    return element
  }

  function placeNotes(filled: ReadonlyArray<PlannedArea>, index: number): void {
    const {notes: placed, start: areaStart} = filled[index] ?? {notes: [], start: 0}
    for (const {note, top, from, first} of placed) {
      if (from === 0) place(note, areaStart + top, first)
      else resume({note, line: from, top, passed: filled.slice(lastWith(note, filled, index), index)})
    }
  }

  /** The last area before another that a note stands in: pages of floats may follow that hold none of it. */
  function lastWith(note: number, filled: ReadonlyArray<PlannedArea>, before: number): number {
    let last = before - 1
    while (last > 0 && filled[last]?.notes.every((part) => part.note !== note)) last -= 1
    return Math.max(0, last)
  }

  /** Have an area begin with its atom; `before` is where the atom before it stands, and what of areas without any follows that. */
  function begin({from, column, band = 0}: PlannedArea, before: ReadonlyArray<PlannedArea>): void {
    const target = places[from]
    if (target === undefined) return
    const filled = before.findIndex((area) => area.from < area.to)
    if (target.kind === 'line') {
      const at = textPosition(target.nodes, target.top)
      const spacers = before.map(
        (area, index) => area.height - (index === filled ? target.top - area.origin : 0) - target.lineHeight / 2
      )
      writes.push(() => {
        insert(
          at,
          [...spacers, ...(band > 0 ? [band] : [])].map((high) => spacer(Math.max(0, high)))
        )
      })
      return
    }
    const outermost = target.kind === 'row' ? target.row : target.chain[0]
    const atTop = target.kind === 'block' ? marginsAtTop(target.chain) : []
    const breakBefore = column === undefined ? 'page' : 'column'
    writes.push(() => {
      if (outermost === undefined) return
      if (before.length === 0) {
        outermost.style.paddingTop = `${band}px`
        return
      }
      for (const element of atTop) element.style.marginTop = '0'
      outermost.style.breakBefore = breakBefore
      // Chromium forgets margins of lists that begin a column, and keeps those of what these begin with, which are theirs as well.
      if (band > 0) Object.assign((atTop.at(-1) ?? outermost).style, {marginTop: `${band}px`})
      before.forEach((_, index) => {
        if (index !== filled) outermost.before(blank(index === 0 ? 'auto' : breakBefore))
      })
    })
  }

  /** Whose margins at the top of a page go; what padding or a border keeps inside stays. */
  function marginsAtTop(chain: ReadonlyArray<HTMLElement>): ReadonlyArray<HTMLElement> {
    const kept = chain.findIndex((element) => {
      const {paddingTop, borderTopWidth} = getComputedStyle(element)
      return Number.parseFloat(paddingTop) + Number.parseFloat(borderTopWidth) > 0
    })
    return kept < 0 ? chain : chain.slice(0, kept + 1)
  }

  function place(note: number, top: number, first: boolean): void {
    const item = notes[note]
    writes.push(() => {
      if (item === undefined) return
      item.style.top = `${top}px`
      if (first) item.classList.add('first-on-page')
    })
  }

  interface Resumed {
    readonly note: number
    readonly line: number
    /** Of the area in which it goes on. */
    readonly top: number
    /** The area in which it stands before, and those since that hold none of it. */
    readonly passed: ReadonlyArray<PlannedArea>
  }

  /** The rest of a note, in another area from `top` on; below its beginning some of the area may be left. */
  function resume({note, line, top, passed: [before, ...between]}: Resumed): void {
    const item = notes[note]
    if (item === undefined) return
    const noteTop = item.getBoundingClientRect().top - start
    const edge = notesMeasured[note]?.lines[line - 1] ?? 0
    const at = textPosition([...item.childNodes], noteTop + edge)
    const half = Number.parseFloat(getComputedStyle(item).lineHeight) / 2
    const left = before?.foot === undefined ? 0 : before.height - before.foot
    writes.push(() => {
      const pushed = spacer(top)
      const rule = document.createElement('span')
      rule.className = 'continued'
      pushed.append(rule)
      const skipped = [left, ...between.map(({height}) => height)].filter((high) => high > half)
      insert(at, [...skipped.map((high) => spacer(high - half)), pushed])
    })
  }

  function spacer(high: number): HTMLElement {
    const span = document.createElement('span')
    span.ariaHidden = 'true'
    Object.assign(span.style, {
      float: 'left',
      clear: 'left',
      width: '100%',
      height: `${high}px`,
      breakInside: 'avoid',
      position: 'relative'
    })
    return span
  }

  function insert(at: TextPosition | undefined, elements: ReadonlyArray<HTMLElement>): void {
    if (at === undefined) return
    const {text, offset, inline} = at
    // Formulas hold no floats.
    const formula = text.parentElement?.closest('math') ?? undefined
    const isBegin = formula !== undefined || offset === 0
    let before: ChildNode = formula ?? (isBegin ? text : text.splitText(offset))
    // Within what never breaks a float would be pushed along with it.
    while (isBegin && before.parentElement?.firstChild === before && inline.has(before.parentElement))
      before = before.parentElement
    for (const element of elements) before.before(element)
    if (before instanceof Text) indent(before)
  }

  /** Kept spaces would hang beside a float of the whole width, and what follows them would begin a line of its own. */
  function indent(line: Text): void {
    const [spaces = ''] = /^[ \t]+/.exec(line.data) ?? []
    if (spaces === '' || line.parentElement?.closest('pre') === null) return
    const span = document.createElement('span')
    Object.assign(span.style, {display: 'inline-block', whiteSpace: 'pre'})
    span.append(spaces)
    line.before(span)
    line.deleteData(0, spaces.length)
  }

  /** The inline elements around a text, or around the formula that it is in. */
  function inlineAround(text: Text): ReadonlySet<Element> {
    const found = new Set<Element>()
    let around = (text.parentElement?.closest('math') ?? text).parentElement
    while (around !== null && getComputedStyle(around).display.startsWith('inline')) {
      found.add(around)
      around = around.parentElement
    }
    return found
  }

  /** The first character that lies below an edge. */
  function textPosition(nodes: ReadonlyArray<Node>, edge: number): TextPosition | undefined {
    for (const text of nodes.flatMap(textsIn)) {
      const rects = rectsOf(text, 0, text.length)
      if (!rects.some((rect) => isBelow(rect, edge))) continue
      let [low, high] = [0, text.length - 1]
      while (low < high) {
        const middle = (low + high) >> 1
        if (rectsOf(text, low, middle + 1).some((rect) => isBelow(rect, edge))) high = middle
        else low = middle + 1
      }
      return {text, offset: low, inline: inlineAround(text)}
    }
    return undefined
  }

  function isBelow(rect: DOMRect, edge: number): boolean {
    return rect.width > 0 && (rect.top + rect.bottom) / 2 - start > edge
  }

  function rectsOf(text: Text, from: number, to: number): ReadonlyArray<DOMRect> {
    range.setStart(text, from)
    range.setEnd(text, to)
    return [...range.getClientRects()]
  }

  function textsIn(node: Node): ReadonlyArray<Text> {
    if (node instanceof Text) return [node]
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
    const texts: Array<Text> = []
    for (let next = walker.nextNode(); next !== null; next = walker.nextNode())
      if (next instanceof Text) texts.push(next)
    return texts
  }
}
