import type {PDFDocument} from '@cantoo/pdf-lib'
import type {Article} from '../../model/article.ts'
import type {Problem} from '../../model/problem.ts'
import {turn} from '../../util/turn.ts'
import {cutOf} from '../cut.ts'
import {firstPageOf} from '../first-page.ts'
import type {Context, Format} from '../format.ts'
import {printPage} from '../html/index.ts'
import {columnsOf, floatsOf, reviewOf} from '../review.ts'
import {attachmentsOf} from './attachments.ts'
import {describe} from './description.ts'
import {decoded} from './entities.ts'
import type {About} from './finish.ts'
import {finish} from './finish.ts'
import {formulasOf} from './formulas.ts'
import {headings} from './headings.ts'
import type {Wishes} from './layout/index.ts'
import {layout} from './layout/index.ts'
import {namesOf} from './names.ts'
import {read} from './read.ts'
import {wordsOf} from './tags/words.ts'
import {tellFindings} from './tell-findings.ts'

/** The article printed: tagged, outlined, fonts embedded, the same bytes from the same manuscript. */
export const pdf: Format = {
  name: 'pdf',
  prints: true,
  about: 'A tagged PDF, printed by a headless browser.',
  async render(article, context) {
    const html = await printPage(article, context)
    const wishes = wishesOf(html, article)
    const printing: Printing = {article, context, wishes, turned: 'apart'}
    const set = await printed(html, printing)
    const {pdf, library, about} = set.asPlanned ? set : await asTheBrowserMakesIt(html, printing)
    const made = await finish(pdf, library, {...about, attachments: await attachmentsOf(article, context)})
    tellFindings(made, context.report)
    return new Map([[`${context.slug}.pdf`, made.bytes]])
  }
}

/** Tables may be too wide to stand upright, figures and divisions be told not to. */
const mayTurn = /<table\b|\bclass="[^"]*\b(?:landscape|sideways)\b/

const noWishes: Wishes = {
  notes: false,
  references: false,
  sections: false,
  lineNumbers: 0,
  columns: false,
  wholeWords: false
}

/** What of the pages is to be planned. */
function wishesOf(html: string, article: Article): Wishes {
  const {template, notes} = article
  return {
    notes: template.settings['notes'] === 'foot' && notes.length > 0,
    references: html.includes(' data-page="'),
    sections: template.settings['runningHead'] === 'section',
    lineNumbers: reviewOf(article).lineNumbers,
    columns: columnsOf(article) > 1,
    floats: floatsOf(article),
    wholeWords: template.settings['hyphens'] === true
  }
}

interface Printing {
  readonly article: Article
  readonly context: Context
  readonly wishes: Wishes
  /** How what is turned stands to the text. */
  readonly turned: 'apart' | 'here'
}

/** What the browser printed, and what is to be made of it. */
interface Printed {
  readonly pdf: PDFDocument
  readonly library: typeof import('@cantoo/pdf-lib')
  readonly about: Omit<About, 'attachments'>
  /** Whether there are as many pages as planned. */
  readonly asPlanned: boolean
}

async function printed(html: string, {article, context, wishes, turned}: Printing): Promise<Printed> {
  const {references} = wishes
  const firstPage = firstPageOf(article.meta)
  const {asPlanned, compose, page, planned, prepare} = layout({
    language: article.meta.language,
    wishes,
    firstPage,
    hyphens: article.template.settings['hyphens'] === true,
    onWait: context.onWait,
    wide: /<(?:math|table)\b/.test(html),
    turned: mayTurn.test(html) ? turned : undefined
  })
  async function getReady() {
    const library = await import('@cantoo/pdf-lib')
    const source = references ? `${html}\n${referenceWords(html, planned() ?? 0, firstPage)}` : html
    return {library, about: aboutOf(article, html, source, {wishes, firstPage})}
  }
  // Takes a while, which passes while the browser prints.
  let ready: ReturnType<typeof getReady> | undefined
  const raw = await context.print({
    html: page(html),
    onTaken: prepare,
    async compose(opened) {
      await compose(opened)
      ready = turn().then(getReady)
      ready.catch(() => undefined)
    },
    onRefused(address) {
      const reason = `Unexpected request for \`${address}\` by the page to print, expected one that needs nothing`
      const note = 'Put what the page needs into the manuscript’s folder or the template’s.'
      context.report({id: 'print-is-self-contained', severity: 'warning', reason, note})
    }
  })
  const {library, about} = await (ready ?? getReady())
  const pdf = await read(raw, library)
  return {pdf, library, about, asPlanned: asPlanned(pdf.getPageCount())}
}

/** What is to be said of an article printed as `html`; `source` has the words that were put into it later. */
function aboutOf(
  article: Article,
  html: string,
  source: string,
  {wishes, firstPage}: {readonly wishes: Wishes; readonly firstPage: number}
): Omit<About, 'attachments'> {
  // The list of notes has none where they stand at the foot of pages.
  const titles = headings(html).filter(({id}) => !(wishes.notes && id === 'notes-label'))
  return {
    description: describe(article),
    names: namesOf(article),
    source,
    words: wordsOf(source),
    titles: titles.map(({text}) => text),
    firstPage,
    links: columnsOf(article) > 1 ? addresses(html) : undefined,
    formulas: hasMathml(article) ? formulasOf(source) : undefined,
    cut: cutOf(article),
    archival: isArchival(article)
  }
}

/** Where the links of a page lead, in order. */
function addresses(html: string): ReadonlyArray<string> {
  return [...html.matchAll(/<a\s[^<>]*?\bhref="([^"]*)"/g)].map(([, address = '']) => decoded(address))
}

/** Whether the PDF is to be fit for archives: as the front matter says, or else the template’s setting `archival`. */
function isArchival({meta, template}: Article): boolean {
  return meta.archival ?? template.settings['archival'] === true
}

/** Whether formulas carry their MathML: if nothing says otherwise, unless that alone would make of PDF/A-2 PDF/A-3. */
function hasMathml(article: Article): boolean {
  const setting = article.template.settings['mathml']
  return typeof setting === 'boolean' ? setting : !isArchival(article)
}

/** What references to pages may say once they are filled in. */
function referenceWords(html: string, pages: number, first: number): string {
  const patterns = new Set([...html.matchAll(/ data-page="([^"]*)"/g)].map(([, pattern = '']) => pattern))
  const numbers = Array.from({length: pages}, (_, index) => String(first + index))
  return [...patterns].flatMap((pattern) => numbers.map((number) => pattern.replace('#', number))).join('\n')
}

/** The pages as the browser makes them, should it make others than were planned. */
async function asTheBrowserMakesIt(html: string, printing: Printing): Promise<Printed> {
  const {context, wishes} = printing
  const lacking = [
    ...(wishes.notes ? ['the notes at the foot of their pages, but at the end'] : []),
    ...(wishes.references ? ['the numbers of pages that are referred to'] : []),
    ...(wishes.sections ? ['sections in the heads of pages'] : []),
    ...(wishes.lineNumbers > 0 ? ['the numbers of lines'] : []),
    ...(wishes.columns ? ['columns as long as each other'] : []),
    ...(wishes.floats ? [`figures at the ${wishes.floats} of pages`] : [])
  ]
  const problem: Problem = {
    id: 'notes-at-foot',
    severity: 'info',
    reason: `Cannot print ${lacking.join(', nor ')}: the pages cannot be measured`,
    note: 'The template’s style sheet may hold floats, page breaks of its own or pages of several widths; set `notes: end` in its settings to have them there.'
  }
  if (lacking.length > 0) context.report(problem)
  return printed(html, {...printing, wishes: noWishes, turned: 'here'})
}
