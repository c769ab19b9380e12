/** Words of `theirs` that `ours` lacks in that order, as runs: the fewest that can be (E. W. Myers, 1986). */
export function lostRuns(theirs: ReadonlyArray<string>, ours: ReadonlyArray<string>): ReadonlyArray<string> {
  const kept = keptOf(theirs, ours)
  const runs: Array<Array<string>> = []
  theirs.forEach((word, index) => {
    if (kept.has(index)) return
    if (index === 0 || kept.has(index - 1)) runs.push([])
    runs.at(-1)?.push(word)
  })
  return runs.map((run) => run.join(' '))
}

/** Indexes of words in `theirs` that a shortest edit script keeps. */
function keptOf(theirs: ReadonlyArray<string>, ours: ReadonlyArray<string>): ReadonlySet<number> {
  const traces: Array<Int32Array> = []
  const most = theirs.length + ours.length
  let furthest = new Int32Array([0])
  for (let edits = 0; edits <= most; edits++) {
    const next = new Int32Array(2 * edits + 1)
    const at = (diagonal: number) => furthest[diagonal + edits - 1] ?? 0
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const start = edits === 0 ? 0 : fromBelow(diagonal, edits, at) ? at(diagonal + 1) : at(diagonal - 1) + 1
      const x = pastEqual(start, diagonal, theirs, ours)
      next[diagonal + edits] = x
      if (x >= theirs.length && x - diagonal >= ours.length) return backwards(traces, theirs.length, ours.length)
    }
    furthest = next
    traces.push(next)
  }
  return new Set()
}

function pastEqual(
  start: number,
  diagonal: number,
  theirs: ReadonlyArray<string>,
  ours: ReadonlyArray<string>
): number {
  let x = start
  while (x < theirs.length && x - diagonal < ours.length && theirs[x] === ours[x - diagonal]) x++
  return x
}

function fromBelow(diagonal: number, edits: number, at: (diagonal: number) => number): boolean {
  return diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1))
}

function backwards(traces: ReadonlyArray<Int32Array>, theirs: number, ours: number): ReadonlySet<number> {
  const kept = new Set<number>()
  let x = theirs
  let y = ours
  for (let edits = traces.length; edits >= 0; edits--) {
    const at = (diagonal: number) => traces[edits - 1]?.[diagonal + edits - 1] ?? 0
    const diagonal = x - y
    const before = edits === 0 ? 0 : fromBelow(diagonal, edits, at) ? diagonal + 1 : diagonal - 1
    const fromX = edits === 0 ? 0 : at(before)
    const startX = edits === 0 ? 0 : before > diagonal ? fromX : fromX + 1
    while (x > startX) kept.add(--x)
    x = fromX
    y = fromX - before
  }
  return kept
}
