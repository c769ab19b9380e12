import {nearest} from '../util/nearest.ts'

/** So many comparisons are worth it: where more is wrong the cause is no slip, and guessing would take minutes. */
const mostComparisons = 200_000

/** Gives the nearest of some names to a word, as `nearest` does, in bounded time for any number of words. */
export function suggester(names: Iterable<string>): (word: string) => ReadonlyArray<string> {
  const candidates = [...names]
  const mostGuesses = Math.max(10, mostComparisons / candidates.length)
  const guesses = new Map<string, ReadonlyArray<string>>()
  return (word) => {
    const known = guesses.get(word)
    if (known !== undefined) return known
    if (guesses.size >= mostGuesses) return []
    const guess = nearest(word, candidates)
    guesses.set(word, guess)
    return guess
  }
}
