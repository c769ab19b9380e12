/// <reference lib="dom" />

/**
 * Give the pieces that `justifiedTexts` found their soft hyphens, and take away those at which no line ends: each parts what belongs
 * together, such as letters of a ligature. What moves when they go is looked at again, until nothing does.
 * No more than two lines in a row end in a hyphen: the third word is kept whole. Runs in the page.
 */
export function setHyphens(hyphenated: ReadonlyArray<string>): void {
  const shy = '\u00ad'
  /** Lines in a row that may end in a hyphen. */
  const most = 2
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
  // One for all: each range that there is is told of each change of a text.
  const range = document.createRange()
  const texts = (globalThis as unknown as {readonly offprintTexts: ReadonlyArray<Text>}).offprintTexts
  let pending = texts.map(
    (text, index): Divided => ({text, pieces: (hyphenated[index] ?? text.data).split(shy), unused: new Set(), kept: []})
  )
  const all = pending

  for (let round = 0; round < mostRounds && pending.length > 0; round += 1) {
    for (const each of pending) offer(each)
    prune(pending)
    const tooMany = new Set(ladders(pending))
    // Its other texts are divided anew, for what they offered may be wanted now.
    pending = all.filter(({text}) => tooMany.has(blockOf(text)))
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

  /** Blocks in which too many lines in a row end in a hyphen; the first that is too many is not used again. */
  function ladders(divided: ReadonlyArray<Divided>): ReadonlyArray<Element | null> {
    const blocks = new Map<Element | null, Array<{top: number; each: Divided; piece: number}>>()
    for (const each of divided) {
      if (each.kept.length === 0) continue
      const block = blockOf(each.text)
      const offsets = offsetsOf(each)
      const ends = each.kept.map((piece, index) => ({
        top: rectOf(each.text, (offsets[index] ?? 0) - 1)?.top ?? 0,
        each,
        piece
      }))
      blocks.set(block, [...(blocks.get(block) ?? []), ...ends])
    }
    return [...blocks].flatMap(([block, ends]) => {
      const height = block === null ? 0 : Number.parseFloat(getComputedStyle(block).lineHeight)
      let count = 0
      for (const [index, {top, each, piece}] of ends.entries()) {
        const before = ends[index - 1]
        count = before !== undefined && top - before.top < 1.5 * height ? count + 1 : 1
        if (count <= most) continue
        each.unused.add(piece)
        return [block]
      }
      return []
    })
  }

  function blockOf(text: Text): Element | null {
    let block = text.parentElement
    while (block !== null && getComputedStyle(block).display === 'inline') block = block.parentElement
    return block
  }

  /** Whether the letters on both sides are on different lines. */
  function endsLine(text: Text, at: number): boolean {
    const [before, after] = [rectOf(text, at - 1), rectOf(text, at + 1)]
    return before !== undefined && after !== undefined && after.top > before.top + before.height / 2
  }

  function rectOf(text: Text, at: number): DOMRect | undefined {
    if (at < 0 || at >= text.length) return undefined
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    return [...range.getClientRects()].at(-1)
  }
}
