import {nearest} from '../util/nearest.ts'

/** So many different slips are worth a guess; after them the cause is another, and guessing would take minutes. */
const mostGuesses = 100

/** Gives the nearest of some names to a word, as `nearest` does, in bounded time for any number of words. */
export function suggester(names: Iterable<string>): (word: string) => ReadonlyArray<string> {
  const candidates = [...names]
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
