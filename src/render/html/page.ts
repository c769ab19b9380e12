import {createHash} from 'node:crypto'
import type {Element, Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import type {Article} from '../../model/article.ts'
import {directionOf} from '../../util/direction.ts'
import {terms} from '../../util/terms.ts'
import {textOf} from '../../util/text.ts'
import {turn} from '../../util/turn.ts'
import {cutOf} from '../cut.ts'
import {firstPageOf} from '../first-page.ts'
import {fontFaces, withOwn} from '../fonts.ts'
import type {Context} from '../format.ts'
import {columnsOf, reviewOf} from '../review.ts'
import {fragmentsOf} from './fragment.ts'
import {frontOf} from './front.ts'
import {highlighterOf} from './highlight.ts'
import {jsonLd} from './json-ld.ts'
import {metaTags} from './meta-tags.ts'
import {pageLayout} from './page-layout.ts'
import {type Parts, partsOf} from './parts.ts'
import type {Medium, Scope} from './scope.ts'
import {createStyles} from './styles.ts'
import {createTemplate} from './template.ts'

/** The files of a template that make a page of each medium. */
const files = {
  screen: {page: 'article.html', style: 'screen.css'},
  print: {page: 'print.html', style: 'page.css'}
} as const

/** A whole page, with its style, fonts and pictures inside it. */
export async function page(article: Article, context: Context, medium: Medium): Promise<string> {
  const {meta, template} = article
  const scope: Scope = {
    article,
    medium,
    words: terms(meta.language),
    styles: createStyles(),
    highlight: await highlighterOf(article),
    ids: new Set(['article', 'contents', 'notes']),
    level: 0,
    citing: 0,
    boldItalic: false
  }
  const fragments = fragmentsOf(scope)
  const fill = createTemplate(template, context.report)
  const front = frontOf(meta, fragments)
  const parts = partsOf(article, scope, fragments)
  await turn()
  const texts = {...front, ...parts, words: scope.words, settings: template.settings}
  const data = {
    ...texts,
    layout: {...pageLayout(template, cutOf(article)), columns: columnsOf(article)},
    firstPage: firstPageOf(meta),
    ...reviewOf(article),
    screen: medium === 'screen'
  }
  const content = fill(files[medium].page, data) ?? plainPage(fragments.html([...meta.title]), parts)
  await turn()
  const sheet = [
    content.includes('<math') ? await mathCss(context) : '',
    fill(files[medium].style, data) ?? '',
    scope.styles.css()
  ].join('\n')
  const css = withOwn(sheet, article.fonts)
  await turn()
  const fonts = await fontFaces(
    {
      css,
      text: content.replace(unseen, '') + css,
      math: content.includes('<math'),
      code: (content.match(code) ?? []).join(''),
      italic: content.includes('<em'),
      boldItalic: scope.boldItalic,
      own: article.fonts
    },
    context.resources
  )
  const direction = directionOf(meta.language) === undefined ? '' : ' dir="rtl"'
  const head = headOf(article, `${fonts}\n${css}`, medium)
  return `<!DOCTYPE html>\n<html lang="${attribute(meta.language)}"${direction}>\n<head>\n${head}\n</head>\n<body>\n${content.trim()}\n</body>\n</html>\n`
}

/**
 * What needs none of our fonts: the bytes of pictures, and the arrows back to the text, which our fonts of text lack. Every machine
 * has a letter for them; the mathematical font would make each page with notes larger by itself.
 */
const unseen = / src="data:[^"]*"|↑(?<=<a class="back"[^>]*>↑)/g

/** What is set as code: that, and the boxes of lists of tasks. */
const code = /<(code|pre)\b[\s\S]*?<\/\1>|<span class="check-box"[^<]*<\/span>/g

/** Temml's own rules, without its font: rows of aligned formulas need them. */
export async function mathCss({resources}: Context): Promise<string> {
  const bytes = await resources.read('temml/dist/Temml-STIX2.css')
  const css = bytes === undefined ? '' : new TextDecoder().decode(bytes)
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function headOf({meta, references}: Article, css: string, medium: Medium): string {
  // A parser reads line ends as line feeds; the hash must be of what it reads.
  const style = css.replaceAll('</', '<\\/').replace(/\r\n?/g, '\n').replaceAll('\0', '')
  const elements: Array<Element> = [
    h('meta', {charSet: 'utf-8'}),
    h('meta', {httpEquiv: 'Content-Security-Policy', content: policyOf(style)}),
    h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
    h('title', textOf(meta.title) || meta.language)
  ]
  if (medium === 'screen') {
    elements.push(
      h('meta', {name: 'color-scheme', content: 'light dark'}),
      ...metaTags(meta, references),
      h('script', {type: 'application/ld+json'}, jsonLd(meta, references))
    )
  }
  elements.push(h('style', style))
  const root: Root = {type: 'root', children: elements.flatMap((one) => [one, {type: 'text', value: '\n'}])}
  return toHtml(root).trim()
}

/** Nothing is fetched or run; the one style sheet is the one we wrote (Content Security Policy 3). */
function policyOf(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64')
  return `default-src 'none'; img-src data:; font-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}

/** Title and texts alone, where the template fails. */
function plainPage(title: string, {body, notes, references}: Parts): string {
  return `<main><h1>${title}</h1>${body}${notes ?? ''}${references ?? ''}</main>`
}

function attribute(value: string): string {
  return value.replace(/[&"<>]/g, (character) => `&#${character.codePointAt(0)};`)
}
