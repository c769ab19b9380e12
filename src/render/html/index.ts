import type {Article} from '../../model/article.ts'
import type {Context, Format} from '../format.ts'
import {page} from './page.ts'

/** One self-contained HTML file: no request leaves it, and no script is needed. */
export const html: Format = {
  name: 'html',
  about: 'One self-contained web page.',
  async render(article, context) {
    const text = await page(article, context, 'screen')
    return new Map([[`${context.slug}.html`, new TextEncoder().encode(text)]])
  }
}

/** The article as HTML made for print: black on white, its running heads and page numbers in the style sheet. */
export function printPage(article: Article, context: Context): Promise<string> {
  return page(article, context, 'print')
}
