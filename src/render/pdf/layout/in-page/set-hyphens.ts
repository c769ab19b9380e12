/// <reference lib="dom" />

/** What `setHyphens` leaves in the page. */
export interface HyphensKept {
  /**
   * Tells whether a line between two heights ends in a hyphen, asked from above; heights are counted from `start`, which is so far below
   * the top of the window. Notes at the foot of pages have none.
   */
  readonly finder: (start: number) => (from: number, to: number) => boolean
}

/**
 * Give the pieces that `justifiedTexts` found their soft hyphens, and take away those at which no line ends: each parts what belongs
 * together, such as letters of a ligature. What moves when they go is looked at again, until nothing does.
 * No more than two lines in a row end in a hyphen, be it one of the author's own: of three words the one is kept whole that leaves least
 * room. No paragraph ends with a line of fewer than four characters. Leaves in the page a way to find the lines that end in a hyphen.
 * Runs in the page.
 */
export function setHyphens(hyphenated: ReadonlyArray<string>): void {
  const shy = '\u00ad'
  /** Lines in a row that may end in a hyphen. */
  const most = 2
  /** Fewest characters of the last line of a block. */
  const fewest = 4
  /** Each round mends one place of a block and moves what follows; a block with more such places keeps the rest. */
  const mostRounds = 20
  /** A text, its pieces between soft hyphens, and which of these may not be used. */
  interface Divided {
    readonly text: Text
    readonly pieces: ReadonlyArray<string>
    readonly unused: Set<number>
    /** Hyphens at which a line ends, by the number of the piece before. */
    kept: ReadonlyArray<number>
  }
  interface End {
    readonly top: number
    readonly height: number
    readonly each: Divided
    /** The piece before a soft hyphen; `undefined` where the hyphen is the author's own. */
    readonly piece: number | undefined
  }
  // One for all: each range that there is is told of each change of a text.
  const range = document.createRange()
  const texts = (globalThis as unknown as {readonly offprintTexts: ReadonlyArray<Text>}).offprintTexts
  let pending = texts.map((text, index): Divided => divided(text, hyphenated[index] ?? text.data))
  const all = pending

  for (let round = 0; round < mostRounds && pending.length > 0; round += 1) {
    for (const each of pending) offer(each)
    prune(pending)
    const tooMany = new Set(ladders(pending))
    // Its other texts are divided anew, for what they offered may be wanted now.
    pending = all.filter(({text}) => tooMany.has(blockOf(text)))
  }

  const kept: HyphensKept = {
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

  /** The last word of a block is not divided where too little of it would be left, and not alone where it is shorter. */
  function divided(text: Text, words: string): Divided {
    const block = blockOf(text)
    const endsBlock = block !== null && lastTextOf(block) === text
    const pieces = (endsBlock ? words.replace(/ (?=\S{1,3}\s*$)/, '\u00a0') : words).split(shy)
    const unused = new Set<number>()
    let rest = endsBlock ? (pieces.at(-1)?.trimEnd().length ?? 0) : fewest
    for (let index = pieces.length - 2; index >= 0 && rest < fewest; index -= 1) {
      unused.add(index)
      rest += pieces[index]?.length ?? 0
    }
    return {text, pieces, unused, kept: []}
  }

  function lastTextOf(node: Node): Node {
    const last = [...node.childNodes].findLast((child) => (child.textContent ?? '').trim() !== '')
    return last === undefined ? node : lastTextOf(last)
  }

  function offer(divided: Divided): void {
    const {pieces, unused} = divided
    divided.kept = pieces.slice(1).flatMap((_, index) => (unused.has(index) ? [] : [index]))
    write(divided)
  }

  function write({text, pieces, kept}: Divided): void {
    const used = new Set(kept)
    const data = pieces.map((piece, index) => (used.has(index) ? piece + shy : piece)).join('')
    if (text.data !== data) text.data = data
  }

  function prune(divided: ReadonlyArray<Divided>): void {
    let left = divided
    for (let round = 0; round < 5 && left.length > 0; round += 1) {
      const kept = left.map(lineEnds)
      const changed = left.some((each, index) => each.kept.length !== kept[index]?.length)
      left.forEach((each, index) => {
        each.kept = kept[index] ?? []
      })
      for (const each of left) write(each)
      left = left.filter((each) => each.kept.length > 0)
      if (!changed) return
    }
  }

  /** The soft hyphens at which a line ends. Lines are found by halves: to look at each hyphen takes three times as long. */
  function lineEnds(divided: Divided): ReadonlyArray<number> {
    const {text, kept} = divided
    const offsets = offsetsOf(divided)
    const found: Array<number> = []
    /** Where what begins after a hyphen lies; before the first, the text itself. */
    const topAfter = (index: number) => rectOf(text, index < 0 ? 0 : (offsets[index] ?? 0) + 1)?.top ?? 0
    const search = (from: number, to: number, above: number, below: number): void => {
      if (below <= above) return
      if (to - from > 1) {
        const middle = (from + to) >> 1
        const top = topAfter(middle)
        search(from, middle, above, top)
        search(middle, to, top, below)
      } else if (endsLine(text, offsets[to] ?? 0)) found.push(kept[to] ?? 0)
    }
    const last = kept.length - 1
    if (last >= 0) search(-1, last, topAfter(-1), topAfter(last))
    return found
  }

  /** Where the soft hyphens of a text stand. */
  function offsetsOf({pieces, kept}: Divided): ReadonlyArray<number> {
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
  function endsOf(each: Divided): ReadonlyArray<End> {
    const soft = offsetsOf(each).map((offset, index) => ({at: offset - 1, piece: each.kept[index]}))
    const own = [...each.text.data.matchAll(/(?<=\p{L})[-\u2010](?=\p{L})/gu)]
      .filter(({index}) => areApart(each.text, index, index + 1))
      .map(({index}) => ({at: index, piece: undefined}))
    const ends = [...soft, ...own].map(({at, piece}) => {
      const {top = 0, height = 0} = rectOf(each.text, at) ?? {}
      return {top, height, each, piece}
    })
    return ends.sort((one, next) => one.top - next.top)
  }

  /** Blocks in which too many lines in a row end in a hyphen; one of the first that are is not used again. */
  function ladders(divided: ReadonlyArray<Divided>): ReadonlyArray<Element | null> {
    const blocks = new Map<Element | null, Array<End>>()
    for (const each of divided) {
      const ends = endsOf(each)
      if (ends.length === 0) continue
      const block = blockOf(each.text)
      blocks.set(block, [...(blocks.get(block) ?? []), ...ends])
    }
    return [...blocks].flatMap(([block, ends]) => {
      const tooMany = ladderIn(ends, block === null ? 0 : Number.parseFloat(getComputedStyle(block).lineHeight))
      const tried = tooMany.flatMap(({each, piece}) =>
        piece === undefined ? [] : [{each, piece, room: block === null ? 0 : roomWithout(each, piece, block)}]
      )
      const [best] = tried.sort((one, next) => one.room - next.room)
      best?.each.unused.add(best.piece)
      return best === undefined ? [] : [block]
    })
  }

  /** The first ends that follow each other line by line and are too many, if one of them can go. */
  function ladderIn(ends: ReadonlyArray<End>, height: number): ReadonlyArray<End> {
    let count = 0
    for (const [index, {top}] of ends.entries()) {
      const before = ends[index - 1]
      count = before !== undefined && top - before.top < 1.5 * height ? count + 1 : 1
      const inRow = ends.slice(Math.max(0, index - most), index + 1)
      if (count > most && inRow.some(({piece}) => piece !== undefined)) return inRow
    }
    return []
  }

  /** The most room that is left in a line of a block which does not use a hyphen. */
  function roomWithout(each: Divided, piece: number, block: Element): number {
    const inBlock = all.filter(({text}) => block.contains(text))
    each.unused.add(piece)
    for (const other of inBlock) offer(other)
    prune(inBlock)
    each.unused.delete(piece)
    return roomIn(block)
  }

  /** As lines are before their spaces are made wider. */
  function roomIn(block: Element): number {
    if (!(block instanceof HTMLElement)) return 0
    const before = block.style.textAlign
    block.style.textAlign = 'left'
    const lines = new Map<number, number>()
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      range.selectNodeContents(node)
      for (const {bottom, right} of range.getClientRects()) {
        const line = Math.round(bottom / 4)
        lines.set(line, Math.max(right, lines.get(line) ?? 0))
      }
    }
    block.style.textAlign = before
    // The last line ends where it ends.
    const ends = [...lines].sort(([one], [next]) => one - next).slice(0, -1)
    const edge = Math.max(...ends.map(([, right]) => right))
    return Math.max(0, ...ends.map(([, right]) => edge - right))
  }

  function blockOf(text: Text): Element | null {
    let block = text.parentElement
    while (block !== null && getComputedStyle(block).display === 'inline') block = block.parentElement
    return block
  }

  /** Whether the letters on both sides are on different lines. */
  function endsLine(text: Text, at: number): boolean {
    return areApart(text, at - 1, at + 1)
  }

  function areApart(text: Text, one: number, next: number): boolean {
    const [before, after] = [rectOf(text, one), rectOf(text, next)]
    return before !== undefined && after !== undefined && after.top > before.top + before.height / 2
  }

  function rectOf(text: Text, at: number): DOMRect | undefined {
    if (at < 0 || at >= text.length) return undefined
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    return [...range.getClientRects()].at(-1)
  }
}
