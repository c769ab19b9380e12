/// <reference lib="dom" />
import type {Ragged} from './rag-text.ts'

/** Text of a loose line, and how far its letters are to stand apart. */
export interface LooseText {
  /** It stays what it is when pages break within its text. */
  readonly range: Range
  readonly spacing: string
}

/**
 * Find the lines whose letters are to be set a little apart, so that their spaces become less wide: by at most three hundredths of an em,
 * which nobody sees, and in Latin, Greek and Cyrillic script alone. Code and formulas stay as they are. Runs in the page, when its lines
 * are those that are printed, and leaves in it what `trackLooseLines` needs.
 */
export function findLooseLines(): void {
  /** Spaces wider than this, in usual ones, are made narrower, and as narrow as the next. */
  const widest = 1.8
  const wanted = 1.6
  /** Of an em. */
  const most = 0.03
  /** Fewest lines of which the usual space is known, and how many are looked at for it. */
  const fewest = 10
  const looked = 150
  /** Characters by which the place of one is not known from widths alone. */
  const slack = 10
  /** Pieces of a line: a text, or what stands among it, and which of its rectangles. */
  interface Piece {
    readonly leaf: Text | Element
    readonly index: number
  }
  interface Line {
    readonly pieces: Array<Piece>
    readonly top: number
    readonly bottom: number
    readonly left: number
    right: number
    /** How much of its width is left when spaces are as wide as the font has them; 0 where it stays ragged. */
    room: number
  }
  /** What is set in lines one after another, all in one block; the last of them stays ragged. */
  interface Run {
    readonly block: Element
    readonly leaves: Array<Text | Element>
  }
  /** Text of a line, from one character to another. */
  interface Part {
    readonly text: Text
    readonly from: number
    readonly to: number
  }
  interface Read {
    readonly parts: ReadonlyArray<Part>
    readonly spaces: number
    readonly gap: number
  }

  const main = document.querySelector<HTMLElement>('main')
  const {offprintRagged: ragged} = globalThis as unknown as {readonly offprintRagged?: Ragged}
  if (main === null || ragged === undefined) return
  // One for all: each range that there is is told of each change of a text.
  const range = document.createRange()
  const known = new Map<Text | Element, ReadonlyArray<DOMRect>>()
  const starts = new Map<Text, Map<number, number>>()
  /** What text flows around, but the breaks of pages. */
  const besides: Array<DOMRect> = []
  /** Looked at as one, and never set apart. */
  const whole = 'math, img, svg, pre, table, [aria-hidden="true"], h1, h2, h3, h4, h5, h6'
  const runs: Array<Run> = []
  visit(main, main)
  const lines = runs.flatMap(linesOf)
  const usual = usualGap()
  const found = usual === undefined ? [] : lines.filter(mayBeLoose).map(read).filter(isLoose)
  const writes = found.flatMap((each) => {
    const spacing = spacingOf(each)
    return spacing === undefined ? [] : each.parts.filter(mayTrack).map((part) => ({...part, spacing}))
  })
  Object.assign(globalThis, {offprintLoose: writes.map(rangeOf)})

  /** Find the runs of an element in order; `block` is what it stands in. */
  function visit(element: Element, block: Element): void {
    const {display, cssFloat} = getComputedStyle(element)
    const isInLine = /^(inline|contents|ruby|math|none)/.test(display)
    if (cssFloat !== 'none') flowAround(element)
    else if (!isInLine) visitBlock(element, block)
    else if (element.matches(whole)) add(element)
    else if (element.matches('br')) runs.push({block, leaves: []})
    else for (const child of element.childNodes) take(child, block)
  }

  function visitBlock(element: Element, around: Element): void {
    runs.push({block: element, leaves: []})
    if (!element.matches(whole)) for (const child of element.childNodes) take(child, element)
    runs.push({block: around, leaves: []})
  }

  /** The breaks of pages are as wide as a line. */
  function flowAround(element: Element): void {
    if (!element.matches('[aria-hidden="true"]')) besides.push(element.getBoundingClientRect())
  }

  function take(child: Node, block: Element): void {
    if (child instanceof Element) visit(child, block)
    else if (child instanceof Text && child.data.trim() !== '') add(child)
  }

  function add(leaf: Text | Element): void {
    if (leaf.parentElement !== null && ragged?.justified.has(leaf.parentElement)) runs.at(-1)?.leaves.push(leaf)
  }

  /** Looked at once. */
  function rectsOf(leaf: Text | Element): ReadonlyArray<DOMRect> {
    const found = known.get(leaf)
    if (found !== undefined) return found
    range.selectNodeContents(leaf)
    const rects = leaf instanceof Element ? [leaf.getBoundingClientRect()] : [...range.getClientRects()]
    known.set(leaf, rects)
    return rects
  }

  /** Rectangles beside each other stand on one line. */
  function linesOf({block, leaves}: Run): ReadonlyArray<Line> {
    const lines: Array<Line> = []
    for (const leaf of leaves) {
      for (const [index, {left, right, top, bottom}] of rectsOf(leaf).entries()) {
        const line = lines.at(-1)
        const middle = (top + bottom) / 2
        const isBeside = line !== undefined && middle > line.top && middle < line.bottom && left > line.right - 1
        if (isBeside) {
          line.pieces.push({leaf, index})
          line.right = right
        } else lines.push({pieces: [{leaf, index}], top, bottom, left, right, room: 0})
      }
    }
    const full = lines.slice(0, -1)
    const edges = full.length === 0 ? [] : edgesOf(block)
    for (const line of full) line.room = roomOf(line, edges)
    return lines
  }

  /** Where lines of a block may stand: one area in each column that it is in. */
  function edgesOf(block: Element): ReadonlyArray<DOMRect> {
    const {paddingRight, borderRightWidth} = getComputedStyle(block)
    const inset = Number.parseFloat(paddingRight) + Number.parseFloat(borderRightWidth)
    return [...block.getClientRects()].map(({x, y, width, height}) => new DOMRect(x, y, width - inset, height))
  }

  /** What is left of a line; nothing beside what text flows around. */
  function roomOf(line: Line, edges: ReadonlyArray<DOMRect>): number {
    const middle = (line.top + line.bottom) / 2
    const edge = edges.find(
      ({left, right, top, bottom}) => middle > top && middle < bottom && line.left > left - 1 && line.left < right
    )
    const isBeside = besides.some(({top, bottom}) => line.bottom > top && line.top < bottom)
    return edge === undefined || isBeside ? 0 : Math.max(0, edge.right - line.right)
  }

  function usualGap(): number | undefined {
    const full = lines.filter(({room}) => room > 0)
    const step = Math.max(1, Math.floor(full.length / looked))
    const gaps = full.filter((_, index) => index % step === 0).map((line) => read(line).gap)
    const known = gaps.filter((gap) => gap > 0).sort((one, next) => one - next)
    return known.length < fewest ? undefined : known[known.length >> 1]
  }

  /** Whether a line may be loose, by what is known of it without a look at its letters: each look costs, and few lines are. */
  function mayBeLoose(line: Line): boolean {
    const {room, top, bottom} = line
    const high = bottom - top
    if (usual === undefined || room <= high / 2) return false
    // No font has spaces wider than a third of a line.
    return high / 3 + room / (spacesIn(line, textAbout) || 1) > widest * usual
  }

  /** What is surely in one of a text's rectangles, by their widths: letters are not all as wide. */
  function textAbout(text: Text, index: number): string {
    const rects = rectsOf(text)
    const share = text.length / (widthBefore(text, rects.length) || 1)
    const from = index === 0 ? 0 : widthBefore(text, index) * share + slack
    const to = index >= rects.length - 1 ? text.length : widthBefore(text, index + 1) * share - slack
    return text.data.slice(from, Math.max(from, to))
  }

  function read(line: Line): Read {
    const parts = line.pieces.flatMap(({leaf, index}) => (leaf instanceof Text ? [partOf(leaf, index)] : []))
    const spaces = spacesIn(line, (text, index) => stringOf(partOf(text, index)))
    return {parts, spaces, gap: spaces === 0 ? 0 : spaceOf(parts) + line.room / spaces}
  }

  /** White space that hangs at the end of a line is found at the beginning of the next. */
  function spacesIn({pieces}: Line, writtenIn: (text: Text, index: number) => string): number {
    const written = pieces.map(({leaf, index}) => (leaf instanceof Text ? writtenIn(leaf, index) : 'x')).join('')
    return written.trim().match(/[ \u00a0\n]/g)?.length ?? 0
  }

  function stringOf({text, from, to}: Part): string {
    return text.data.slice(from, to)
  }

  function partOf(text: Text, index: number): Part {
    const {length} = rectsOf(text)
    const from = index === 0 ? 0 : firstOf(text, index)
    return {text, from, to: index >= length - 1 ? text.length : firstOf(text, index + 1)}
  }

  /** The first character of a text that stands in one of its rectangles. */
  function firstOf(text: Text, index: number): number {
    const known = starts.get(text) ?? new Map<number, number>()
    const first = known.get(index) ?? findFirst(text, index)
    starts.set(text, known.set(index, first))
    return first
  }

  /** Looked for where it should be by the widths of what is before it, and then between those that were looked at: each look costs. */
  function findFirst(text: Text, index: number): number {
    const rects = rectsOf(text)
    const target = widthBefore(text, index)
    let low = {at: 0, width: 0}
    let high = {at: text.length, width: widthBefore(text, rects.length)}
    while (low.at < high.at) {
      const share = (target - low.width) / (high.width - low.width || 1)
      const guess = Math.round(low.at + share * (high.at - low.at))
      const at = Math.min(Math.max(guess, low.at), high.at - 1)
      const place = placeOf(text, at)
      const width = widthBefore(text, place.index) + place.x
      if (place.index < index) low = {at: at + 1, width: width + place.width}
      else high = {at, width}
    }
    return low.at
  }

  function widthBefore(text: Text, count: number): number {
    return rectsOf(text).reduce((sum, {width}, index) => (index < count ? sum + width : sum), 0)
  }

  /** In which of its text's rectangles a character stands, and where in it; a space that hangs at the end of a line counts as the next's. */
  function placeOf(text: Text, at: number): {readonly index: number; readonly x: number; readonly width: number} {
    const all = rectsOf(text)
    for (let next = at; next < text.length; next += 1) {
      const rect = rectAt(text, next)
      if (rect === undefined || rect.width === 0) continue
      const middle = (rect.top + rect.bottom) / 2
      const x = (rect.left + rect.right) / 2
      const index = all.findIndex(
        ({left, right, top, bottom}) => middle > top && middle < bottom && x > left && x < right
      )
      return {index, x: rect.left - (all[index]?.left ?? rect.left), width: rect.width}
    }
    return {index: all.length, x: 0, width: 0}
  }

  function rectAt(text: Text, at: number): DOMRect | undefined {
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    return [...range.getClientRects()].at(-1)
  }

  /** How wide the font has a space. */
  function spaceOf(parts: ReadonlyArray<Part>): number {
    for (const part of parts) {
      const at = stringOf(part).search(/(?<=\S) (?=\S)/)
      if (at >= 0) return rectAt(part.text, part.from + at)?.width ?? 0
    }
    return 0
  }

  function isLoose({gap, parts}: Read): boolean {
    if (usual === undefined || gap <= widest * usual) return false
    return parts.every((part) =>
      /^[\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}\p{scx=Common}\p{scx=Inherited}]*$/u.test(stringOf(part))
    )
  }

  /** In em; `undefined` where it would be next to nothing. */
  function spacingOf({gap, spaces, parts}: Read): string | undefined {
    const letters = parts.filter(mayTrack)
    const count = letters.reduce((sum, part) => sum + [...stringOf(part).replaceAll('\u00ad', '')].length, 0)
    const [first] = letters
    if (first === undefined || usual === undefined) return undefined
    const size = Number.parseFloat(getComputedStyle(first.text.parentElement ?? document.body).fontSize)
    const share = Math.min(most, ((gap - wanted * usual) * spaces) / count / size)
    return share < 0.001 ? undefined : `${share.toFixed(3)}em`
  }

  function mayTrack({text}: Part): boolean {
    const {parentElement: element} = text
    if (element === null || element.closest('code') !== null) return false
    const {direction, letterSpacing} = getComputedStyle(element)
    return direction === 'ltr' && letterSpacing === 'normal'
  }

  function rangeOf({text, from, to, spacing}: Part & {readonly spacing: string}): LooseText {
    const whole = document.createRange()
    whole.setStart(text, from)
    whole.setEnd(text, to)
    return {range: whole, spacing}
  }
}
