declare module 'hyphen' {
  /** Makes what divides the words of a text by patterns of TeX’s, with soft hyphens. */
  function createHyphenator(patterns: unknown, options: {readonly minWordLength: number}): (text: string) => string
  export = createHyphenator
}
