import type {Format} from '../format.ts'
import {textOfArticle} from './document.ts'

/** Text without markup, a paragraph a line: to search, to compare, for systems that take nothing else. */
export const text: Format = {
  name: 'text',
  about: 'Plain text, a paragraph a line.',
  async render(article, {slug}) {
    return new Map([[`${slug}.txt`, new TextEncoder().encode(textOfArticle(article))]])
  }
}
