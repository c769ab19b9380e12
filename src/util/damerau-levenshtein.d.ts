declare module 'damerau-levenshtein' {
  /** Damerau–Levenshtein distance; it gives up, with a large number, once two words have little in common. */
  function distance(
    a: string,
    b: string
  ): {readonly steps: number; readonly relative: number; readonly similarity: number}
  export = distance
}
