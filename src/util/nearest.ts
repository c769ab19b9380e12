import distance from 'damerau-levenshtein'

/** Longer words are no slips of the pen. */
const longestWord = 100
/** So many candidates are looked at, in their order. */
const mostCandidates = 20_000

/**
 * The candidates a writer of `word` may have meant, best first: few slips of the pen away (Damerau),
 * or one the beginning of the other; letter case does not count. Cheap for words and lists of any size.
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 3): ReadonlyArray<string> {
  if (word === '' || word.length > longestWord) return []
  const sought = shape(word)
  const found: Array<{readonly candidate: string; readonly steps: number}> = []
  let seen = 0
  for (const candidate of new Set(candidates)) {
    if (++seen > mostCandidates) break
    const steps = slips(sought, candidate)
    if (steps !== undefined) found.push({candidate, steps})
  }
  return found
    .sort((a, b) => a.steps - b.steps)
    .slice(0, limit)
    .map(({candidate}) => candidate)
}

interface Shape {
  readonly text: string
  /** A bit for each letter that occurs, several letters to a bit. */
  readonly letters: number
}

/** How far the candidate lies from the word; `undefined` if too far. */
function slips(sought: Shape, candidate: string): number | undefined {
  if (candidate.length > longestWord) return undefined
  const {text, letters} = shape(candidate)
  const most = Math.min(4, Math.max(1, Math.ceil(sought.text.length / 3)))
  if (Math.abs(text.length - sought.text.length) <= most && bits(letters ^ sought.letters) <= 2 * most) {
    const {steps} = distance(sought.text, text)
    if (steps <= most) return steps
  }
  const [short, long] = text.length < sought.text.length ? [text, sought.text] : [sought.text, text]
  return short.length >= 3 && long.startsWith(short) ? most + 1 + (long.length - short.length) / 100 : undefined
}

function shape(word: string): Shape {
  const text = word.toLowerCase()
  let letters = 0
  for (let index = 0; index < text.length; index++) letters |= 1 << (text.charCodeAt(index) & 31)
  return {text, letters}
}

/** How many bits are set. */
function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
