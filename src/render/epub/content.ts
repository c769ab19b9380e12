import type {Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {Article} from '../../model/article.ts'
import {terms} from '../../util/terms.ts'
import type {Context} from '../format.ts'
import {fragmentsOf} from '../html/fragment.ts'
import {frontOf} from '../html/front.ts'
import {highlighterOf} from '../html/highlight.ts'
import {mathCss} from '../html/page.ts'
import {partsOf} from '../html/parts.ts'
import type {Scope} from '../html/scope.ts'
import {createStyles} from '../html/styles.ts'
import {createTemplate} from '../html/template.ts'
import {createPictures, type Picture} from './pictures.ts'

/** The article's page as a tree, before it is made fit for a book, and what it needs beside it. */
export interface Content {
  readonly tree: Root
  readonly css: string
  readonly pictures: ReadonlyArray<Picture>
}

/** The page of the template, without the table of contents: a book has its own. */
export async function contentOf(article: Article, context: Context): Promise<Content> {
  const {meta, template} = article
  const pictures = createPictures()
  const scope: Scope = {
    article,
    medium: 'screen',
    words: terms(meta.language),
    styles: createStyles(),
    highlight: await highlighterOf(article),
    ids: new Set(['article', 'contents', 'notes']),
    addressOf: pictures.addressOf,
    level: 0,
    citing: 0,
    boldItalic: false
  }
  const fragments = fragmentsOf(scope)
  const fill = createTemplate(template, context.report)
  const front = frontOf(meta, fragments)
  const parts = {...partsOf(article, scope, fragments), contents: null}
  const data = {...front, ...parts, words: scope.words, settings: template.settings, screen: true}
  const html =
    fill('article.html', data) ??
    `<main><h1>${fragments.html([...meta.title])}</h1>${parts.body}${parts.notes ?? ''}${parts.references ?? ''}</main>`
  const css = [
    html.includes('<math') ? fitCss(await mathCss(context)) : '',
    template.files.has('epub.css') ? (fill('epub.css', data) ?? '') : '',
    scope.styles.css()
  ]
  return {tree: fromHtml(html, {fragment: true}), css: css.join('\n').trim(), pictures: pictures.all()}
}

/** Without what a book's style sheet must not hold (EPUB 3.3, 6.3.1.3 and 3.6): `direction`, and pictures of its own. */
function fitCss(css: string): string {
  return css.replace(/(?<=[{;\s])(?:direction:[^;}]*|[\w-]+:\s*url\("[^"]*"\)[^;}]*);?/g, '')
}
