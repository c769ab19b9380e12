/// <reference lib="dom" />

/** A text, the block whose lines it stands in, its pieces between soft hyphens, and which of these may not be used. */
export interface DividedText {
  readonly text: Text
  readonly block: HTMLElement
  readonly pieces: ReadonlyArray<string>
  readonly unused: Set<number>
  /** Hyphens at which a line ends, by the number of the piece before. */
  kept: ReadonlyArray<number>
}

/** The end of a line in a hyphen. */
export interface HyphenEnd {
  readonly top: number
  readonly height: number
  readonly each: DividedText
  /** The piece before a soft hyphen; `undefined` where the hyphen is the author's own. */
  readonly piece: number | undefined
}

/** What `setHyphens` leaves in the page. */
export interface HyphensKept {
  readonly blocks: ReadonlyMap<HTMLElement, ReadonlyArray<DividedText>>
  /** Leave the hyphens at which a line ends. */
  readonly prune: () => void
  /** Give texts all hyphens that they may use. */
  readonly giveAll: (texts: ReadonlyArray<DividedText>) => void
  /** Give texts of whole blocks all hyphens that they may use, and leave those at which a line ends. */
  readonly divide: (texts: ReadonlyArray<DividedText>) => void
  /** The lines that end in a hyphen, from above. */
  readonly endsOf: (text: DividedText) => ReadonlyArray<HyphenEnd>
  /** How many these may be, which is known without a look at the lines. */
  readonly mostEnds: (text: DividedText) => number
  /**
   * Tells whether a line between two heights ends in a hyphen, asked from above; heights are counted from `start`, which is so far below
   * the top of the window. Notes at the foot of pages have none.
   */
  readonly finder: (start: number) => (from: number, to: number) => boolean
}

/**
 * Give the pieces that `justifiedTexts` found their soft hyphens, for `keepHyphens` to take away those at which no line ends.
 * No word ends a paragraph with a line of fewer than four characters. Leaves in the page a way to find the lines that end in a hyphen.
 * Runs in the page, before its text is laid out.
 */
export function setHyphens(hyphenated: ReadonlyArray<string>): void {
  const shy = '\u00ad'
  /** Fewest characters of the last line of a block. */
  const fewest = 4
  // One for all: each range that there is is told of each change of a text.
  const range = document.createRange()
  const texts = (globalThis as unknown as {readonly offprintTexts: ReadonlyArray<Text>}).offprintTexts
  const around = new Map<HTMLElement, HTMLElement>()
  const endings = new Map<HTMLElement, Node>()
  const all = texts.map((text, index) => divided(text, hyphenated[index] ?? text.data))
  const blocks = new Map<HTMLElement, Array<DividedText>>()
  for (const each of all) {
    const inBlock = blocks.get(each.block)
    if (inBlock === undefined) blocks.set(each.block, [each])
    else inBlock.push(each)
  }

  giveAll(all)
  const kept: HyphensKept = {
    blocks,
    prune: () => prune(all),
    giveAll,
    divide,
    endsOf,
    mostEnds: ({text, kept}) => kept.length + ownHyphens(text).length,
    finder(start) {
      const inFlow = all.filter(({text}) => text.parentElement?.closest('.paged .notes') === null)
      const middles = inFlow.flatMap((each) => endsOf(each).map(({top, height}) => top + height / 2 - start))
      const left = middles.sort((one, next) => next - one)
      return (from, to) => {
        let last: number | undefined
        while ((left.at(-1) ?? to) < to) last = left.pop()
        return last !== undefined && last >= from
      }
    }
  }
  Object.assign(globalThis, {offprintHyphens: kept})

  /** The last word of a block is not divided where too little of it would be left. */
  function divided(text: Text, words: string): DividedText {
    const block = blockAround(text.parentElement)
    const ending = endings.get(block) ?? lastTextOf(block)
    endings.set(block, ending)
    const endsBlock = ending === text
    const pieces = words.split(shy)
    const unused = new Set<number>()
    let rest = endsBlock ? (pieces.at(-1)?.trimEnd().length ?? 0) : fewest
    for (let index = pieces.length - 2; index >= 0 && rest < fewest; index -= 1) {
      unused.add(index)
      rest += pieces[index]?.length ?? 0
    }
    return {text, block, pieces, unused, kept: []}
  }

  function blockAround(element: HTMLElement | null): HTMLElement {
    if (element === null) return document.body
    const known = around.get(element)
    if (known !== undefined) return known
    const block = getComputedStyle(element).display === 'inline' ? blockAround(element.parentElement) : element
    around.set(element, block)
    return block
  }

  function lastTextOf(node: Node): Node {
    const last = [...node.childNodes].findLast((child) => (child.textContent ?? '').trim() !== '')
    return last === undefined ? node : lastTextOf(last)
  }

  function divide(divided: ReadonlyArray<DividedText>): void {
    giveAll(divided)
    prune(divided)
  }

  function giveAll(divided: ReadonlyArray<DividedText>): void {
    for (const each of divided) {
      each.kept = each.pieces.slice(1).flatMap((_, index) => (each.unused.has(index) ? [] : [index]))
      write(each)
    }
  }

  function write({text, pieces, kept}: DividedText): void {
    const used = new Set(kept)
    const data = pieces.map((piece, index) => (used.has(index) ? piece + shy : piece)).join('')
    if (text.data !== data) text.data = data
  }

  /** What moves when hyphens go is looked at again, until nothing does. What changes moves lines of its block alone. */
  function prune(divided: ReadonlyArray<DividedText>): void {
    let left = divided
    for (let round = 0; round < 5 && left.length > 0; round += 1) {
      const kept = left.map(lineEnds)
      const changed = left.filter((each, index) => each.kept.length !== kept[index]?.length)
      left.forEach((each, index) => {
        each.kept = kept[index] ?? []
      })
      for (const each of changed) write(each)
      const moved = new Set(changed.map(({block}) => block))
      left = left.filter((each) => each.kept.length > 0 && moved.has(each.block))
    }
  }

  /** The soft hyphens at which a line ends. Each is drawn, in a rectangle of its own beside that of its text. */
  function lineEnds(divided: DividedText): ReadonlyArray<number> {
    const {text, kept} = divided
    const rects = kept.length === 0 ? [] : rectsOf(text, 0, text.length)
    const drawn = rects.flatMap((rect, index) => {
      const next = rects[index + 1]
      return next !== undefined && !isBelow(next, rect) ? [rect] : []
    })
    if (drawn.length === 0) return []
    const offsets = offsetsOf(divided)
    const found = new Set(drawn.map((rect) => hyphenAfter(rect, rects, text, offsets)))
    return kept.filter((_, index) => found.has(index))
  }

  /**
   * Which of a text's soft hyphens stands after one of its rectangles. It is looked for where it should be by the widths of what is before
   * it, and then between those that were looked at: each look costs.
   */
  function hyphenAfter(
    end: DOMRect,
    rects: ReadonlyArray<DOMRect>,
    text: Text,
    offsets: ReadonlyArray<number>
  ): number | undefined {
    const target = widthTo(end.right, end, rects)
    let low = {index: -1, offset: 0, width: 0}
    let high = {index: offsets.length, offset: text.length, width: rects.reduce((sum, {width}) => sum + width, 0)}
    while (high.index - low.index > 1) {
      const share = (target - low.width) / (high.width - low.width || 1)
      const guess = low.offset + share * (high.offset - low.offset)
      const near = offsets.findLastIndex((offset) => offset <= guess + 1)
      const index = Math.min(Math.max(near, low.index + 1), high.index - 1)
      const offset = offsets[index] ?? 0
      const [rect, hyphen] = rectsOf(text, offset, offset + 1)
      if (rect === undefined) return undefined
      const isAbove = isBelow(end, rect)
      const isLater = isBelow(rect, end)
      if (hyphen !== undefined && !isAbove && !isLater) return index
      const here = {index, offset, width: widthTo(rect.left, rect, rects)}
      if (isLater) high = here
      else low = here
    }
    return undefined
  }

  /** How wide what is before a place of a line is, all lines in a row. */
  function widthTo(x: number, line: DOMRect, rects: ReadonlyArray<DOMRect>): number {
    const index = rects.findIndex((rect) => !isBelow(line, rect))
    return rects.slice(0, index).reduce((sum, {width}) => sum + width, x - (rects[index]?.left ?? x))
  }

  function isBelow(rect: DOMRect, other: DOMRect): boolean {
    return rect.top > other.top + other.height / 2
  }

  /** Where the soft hyphens of a text stand. */
  function offsetsOf({pieces, kept}: DividedText): ReadonlyArray<number> {
    const used = new Set(kept)
    const offsets: Array<number> = []
    let at = 0
    for (const [index, {length}] of pieces.entries()) {
      at += length
      if (used.has(index)) offsets.push(at++)
    }
    return offsets
  }

  /** The lines that end in a hyphen, from above. */
  function endsOf(each: DividedText): ReadonlyArray<HyphenEnd> {
    const soft = offsetsOf(each).map((offset, index) => ({at: offset - 1, piece: each.kept[index]}))
    const own = ownHyphens(each.text)
      .filter(({index}) => endsLine(each.text, index))
      .map(({index}) => ({at: index, piece: undefined}))
    const ends = [...soft, ...own].map(({at, piece}) => {
      const {top = 0, height = 0} = at < 0 ? {} : (rectsOf(each.text, at, at + 1).at(-1) ?? {})
      return {top, height, each, piece}
    })
    return ends.sort((one, next) => one.top - next.top)
  }

  function ownHyphens({data}: Text): ReadonlyArray<RegExpExecArray> {
    return [...data.matchAll(/(?<=\p{L})[-\u2010](?=\p{L})/gu)]
  }

  /** Whether the next character is on another line. */
  function endsLine(text: Text, at: number): boolean {
    const rects = rectsOf(text, at, at + 2)
    const [first, last] = [rects[0], rects.at(-1)]
    return first !== undefined && last !== undefined && isBelow(last, first)
  }

  function rectsOf(text: Text, from: number, to: number): ReadonlyArray<DOMRect> {
    range.setStart(text, from)
    range.setEnd(text, to)
    return [...range.getClientRects()]
  }
}
