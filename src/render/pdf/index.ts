import type {Article} from '../../model/article.ts'
import {turn} from '../../util/turn.ts'
import type {Context, Format} from '../format.ts'
import {printPage} from '../html/index.ts'
import {describe} from './description.ts'
import type {Finished} from './finish.ts'
import {finish} from './finish.ts'
import {firstPageOf} from './first-page.ts'
import {layout} from './layout/index.ts'
import {namesOf} from './names.ts'

/** The article printed: tagged, outlined, fonts embedded, the same bytes from the same manuscript. */
export const pdf: Format = {
  name: 'pdf',
  prints: true,
  about: 'A tagged PDF, printed by a headless browser.',
  async render(article, context) {
    const html = await printPage(article, context)
    const notes = article.template.settings['notes'] === 'foot' && article.notes.length > 0
    const references = html.includes(' data-page="')
    const set = await printed(html, {article, context, notes, references})
    const isPlanned = set.asPlanned || !(notes || references)
    const bytes = isPlanned ? set.bytes : await asTheBrowserMakesIt(html, {article, context, notes, references})
    return new Map([[`${context.slug}.pdf`, bytes]])
  }
}

interface Printing {
  readonly article: Article
  readonly context: Context
  /** Whether notes are to stand at the foot of pages. */
  readonly notes: boolean
  /** Whether references to pages are to have their numbers. */
  readonly references: boolean
}

async function printed(
  html: string,
  {article, context, notes, references}: Printing
): Promise<Finished & {asPlanned: boolean}> {
  const firstPage = firstPageOf(article.meta)
  const {compose, planned} = layout({
    language: article.meta.language,
    notes,
    references,
    firstPage,
    hyphens: article.template.settings['hyphens'] === true,
    wide: /<(?:math|table)\b/.test(html)
  })
  const printing = context.print({
    html,
    compose,
    onRefused(address) {
      const reason = `Unexpected request for \`${address}\` by the page to print, expected one that needs nothing`
      const note = 'Put what the page needs into the manuscript’s folder or the template’s.'
      context.report({id: 'print-is-self-contained', severity: 'warning', reason, note})
    }
  })
  // Takes a while to load, which passes while the browser prints.
  const [raw, library] = await Promise.all([printing, turn().then(() => import('@cantoo/pdf-lib'))])
  const source = references ? `${html}\n${referenceWords(html, planned() ?? 0, firstPage)}` : html
  const done = await finish(raw, library, {description: describe(article), names: namesOf(article), source})
  return {...done, asPlanned: done.pages === planned()}
}

/** What references to pages may say once they are filled in. */
function referenceWords(html: string, pages: number, first: number): string {
  const patterns = new Set([...html.matchAll(/ data-page="([^"]*)"/g)].map(([, pattern = '']) => pattern))
  const numbers = Array.from({length: pages}, (_, index) => String(first + index))
  return [...patterns].flatMap((pattern) => numbers.map((number) => pattern.replace('#', number))).join('\n')
}

/** The pages as the browser makes them, should it make others than were planned. */
async function asTheBrowserMakesIt(html: string, {article, context, notes, references}: Printing): Promise<Uint8Array> {
  const lacking = [
    ...(notes ? ['the notes at the foot of their pages, but at the end'] : []),
    ...(references ? ['the numbers of pages that are referred to'] : [])
  ]
  context.report({
    id: 'notes-at-foot',
    severity: 'info',
    reason: `Cannot print ${lacking.join(', nor ')}: the pages cannot be measured`,
    note: 'The template’s style sheet may hold floats, page breaks of its own or pages of several widths; set `notes: end` in its settings to have them there.'
  })
  return (await printed(html, {article, context, notes: false, references: false})).bytes
}
