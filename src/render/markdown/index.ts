import type {Format} from '../format.ts'
import {markdownOf} from './document.ts'

/** CommonMark with pandoc's tables, notes, formulas and attributes; numbers, citations and references are text. */
export const markdown: Format = {
  name: 'markdown',
  about: 'Markdown with all numbers and citations resolved, to compare or to convert.',
  async render(article, {slug}) {
    // Never the name of a manuscript, whose folder it may be written to.
    return new Map([[`${slug}.plain.md`, new TextEncoder().encode(markdownOf(article))]])
  }
}
