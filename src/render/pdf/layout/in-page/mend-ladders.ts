/// <reference lib="dom" />
import type {DividedText, HyphenEnd, HyphensKept} from './set-hyphens.ts'

/**
 * Have no more than two lines in a row end in a hyphen, be it one of the author's own: of three words the one is kept whole that leaves
 * least room. Runs in the page, after `keepHyphens`.
 */
export function mendLadders(): void {
  /** Lines in a row that may end in a hyphen. */
  const most = 2
  /** Each round mends one place of a block and moves what follows; a block with more such places keeps the rest. */
  const mostRounds = 20
  /** A block with a soft hyphen too many, and those of which one is not to be used. */
  interface Ladder {
    readonly block: HTMLElement
    readonly ends: ReadonlyArray<{readonly each: DividedText; readonly piece: number}>
  }
  /** What was tried with a block, and the most room in a line that it leaves. */
  interface Trial {
    readonly unused: Ladder['ends'][number]
    readonly room: number
  }
  const {blocks, giveAll, divide, endsOf, mostEnds} = (globalThis as unknown as {readonly offprintHyphens: HyphensKept})
    .offprintHyphens
  // One for all: each range that there is is told of each change of a text.
  const range = document.createRange()

  let pending: ReadonlyArray<HTMLElement> = [...blocks.keys()]
  for (let round = 0; round < mostRounds && pending.length > 0; round += 1) {
    const ladders = pending.flatMap(laddersIn)
    mend(ladders)
    pending = ladders.map(({block}) => block)
  }

  /** Whether too many lines of a block in a row end in a hyphen. */
  function laddersIn(block: HTMLElement): ReadonlyArray<Ladder> {
    const inBlock = blocks.get(block) ?? []
    if (inBlock.reduce((sum, each) => sum + mostEnds(each), 0) <= most) return []
    const inRow = ladderIn(inBlock.flatMap(endsOf), Number.parseFloat(getComputedStyle(block).lineHeight))
    const ends = inRow.flatMap(({each, piece}) => (piece === undefined ? [] : [{each, piece}]))
    return ends.length === 0 ? [] : [{block, ends}]
  }

  /** The first ends that follow each other line by line and are too many, if one of them can go. */
  function ladderIn(ends: ReadonlyArray<HyphenEnd>, height: number): ReadonlyArray<HyphenEnd> {
    let count = 0
    for (const [index, {top}] of ends.entries()) {
      const before = ends[index - 1]
      count = before !== undefined && top - before.top < 1.5 * height ? count + 1 : 1
      const inRow = ends.slice(Math.max(0, index - most), index + 1)
      if (count > most && inRow.some(({piece}) => piece !== undefined)) return inRow
    }
    return []
  }

  /**
   * Do without that hyphen of each ladder which leaves least room, as is tried with all blocks at once: they move no lines of each other.
   * What stands within another comes after it, for its lines are looked at with the other's.
   */
  function mend(ladders: ReadonlyArray<Ladder>): void {
    const isWithin = ({block}: Ladder) => ladders.some((other) => other.block !== block && other.block.contains(block))
    const within = ladders.filter(isWithin)
    const now = ladders.filter((each) => !isWithin(each))
    const trials = Array.from({length: most + 1}, (_, number) => withoutEnd(now, number))
    for (const {block} of now) {
      const [best] = trials.flatMap((each) => each.get(block) ?? []).sort((one, next) => one.room - next.room)
      best?.unused.each.unused.add(best.unused.piece)
    }
    divide(now.flatMap(({block}) => blocks.get(block) ?? []))
    if (within.length > 0) mend(within)
  }

  /** What blocks are like without one end of their ladders. */
  function withoutEnd(ladders: ReadonlyArray<Ladder>, number: number): ReadonlyMap<HTMLElement, Trial> {
    const tried = ladders.flatMap(({block, ends}) => {
      const end = ends[number]
      return end === undefined ? [] : [{block, end}]
    })
    for (const {end} of tried) end.each.unused.add(end.piece)
    giveAll(tried.flatMap(({block}) => blocks.get(block) ?? []))
    for (const {end} of tried) end.each.unused.delete(end.piece)
    return new Map(tried.map(({block, end}) => [block, {unused: end, room: roomIn(block)}]))
  }

  /** The most room that is left in a line of a block. */
  function roomIn(block: HTMLElement): number {
    const lines = new Map<number, number>()
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      range.selectNodeContents(node)
      for (const {bottom, right} of range.getClientRects()) {
        const line = Math.round(bottom / 4)
        lines.set(line, Math.max(right, lines.get(line) ?? 0))
      }
    }
    // The last line ends where it ends.
    const ends = [...lines].sort(([one], [next]) => one - next).slice(0, -1)
    const edge = Math.max(...ends.map(([, right]) => right))
    return Math.max(0, ...ends.map(([, right]) => edge - right))
  }
}
