import type {Article} from '../../model/article.ts'
import {turn} from '../../util/turn.ts'
import type {Context, Format} from '../format.ts'
import {printPage} from '../html/index.ts'
import {describe} from './description.ts'
import type {Finished} from './finish.ts'
import {finish} from './finish.ts'
import {layout} from './layout/index.ts'
import {namesOf} from './names.ts'

/** The article printed: tagged, outlined, fonts embedded, the same bytes from the same manuscript. */
export const pdf: Format = {
  name: 'pdf',
  prints: true,
  about: 'A tagged PDF, printed by a headless browser.',
  async render(article, context) {
    const html = await printPage(article, context)
    const atFoot = article.template.settings['notes'] === 'foot' && article.notes.length > 0
    const set = await printed(html, {article, context, notes: atFoot})
    const bytes = atFoot && !set.asPlanned ? await withNotesAtEnd(html, {article, context}) : set.bytes
    return new Map([[`${context.slug}.pdf`, bytes]])
  }
}

interface Printing {
  readonly article: Article
  readonly context: Context
  /** Whether notes are to stand at the foot of pages. */
  readonly notes: boolean
}

async function printed(html: string, {article, context, notes}: Printing): Promise<Finished & {asPlanned: boolean}> {
  const {compose, planned} = layout({
    language: article.meta.language,
    notes,
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
  const done = await finish(raw, library, {description: describe(article), names: namesOf(article), source: html})
  return {...done, asPlanned: done.pages === planned()}
}

/** The pages as the browser makes them, should it make others than were planned. */
async function withNotesAtEnd(html: string, {article, context}: Omit<Printing, 'notes'>): Promise<Uint8Array> {
  context.report({
    id: 'notes-at-foot',
    severity: 'info',
    reason: 'Cannot print the notes at the foot of their pages: the pages cannot be measured; they stand at the end',
    note: 'The template’s style sheet may hold floats, page breaks of its own or pages of several widths; set `notes: end` in its settings to have them there.'
  })
  return (await printed(html, {article, context, notes: false})).bytes
}
