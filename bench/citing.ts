import {chance, citation, range, reference, sentence} from './nonsense.ts'

/** How much a text of citations cites, and in which style. */
export interface CitingSize {
  readonly references: number
  readonly citations: number
  readonly style: string
}

/** A text of little but citations, ten to a paragraph, so that the time is theirs. */
export function citing({references, citations, style}: CitingSize): {readonly markdown: string; readonly bib: string} {
  const draw = chance(references)
  const paragraphs = range(Math.ceil(citations / 10)).map((n) =>
    range(Math.min(10, citations - (n - 1) * 10))
      .map((index) => sentence(draw, 9).replace(/\.$/, ` ${citation((n - 1) * 10 + index, references, draw)}.`))
      .join(' ')
  )
  const front = `---\ntitle: Citations\nlang: en-US\nbibliography: references.bib\ncsl: ${style}\n---\n`
  const end = '# References {.unnumbered}\n\n::: {#refs}\n:::\n'
  const bib = range(references)
    .map((n) => reference(n, draw))
    .join('\n')
  return {markdown: [front, ...paragraphs.map((each) => `${each}\n`), end].join('\n'), bib}
}
