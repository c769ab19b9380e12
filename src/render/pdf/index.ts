import {turn} from '../../util/turn.ts'
import type {Format} from '../format.ts'
import {printPage} from '../html/index.ts'
import {describe} from './description.ts'
import {finish} from './finish.ts'
import {namesOf} from './names.ts'

/** The article printed: tagged, outlined, fonts embedded, the same bytes from the same manuscript. */
export const pdf: Format = {
  name: 'pdf',
  prints: true,
  about: 'A tagged PDF, printed by a headless browser.',
  async render(article, context) {
    const html = await printPage(article, context)
    const printing = context.print({
      html,
      onRefused(address) {
        const reason = `Unexpected request for \`${address}\` by the page to print, expected one that needs nothing`
        const note = 'Put what the page needs into the manuscript’s folder or the template’s.'
        context.report({id: 'print-is-self-contained', severity: 'warning', reason, note})
      }
    })
    // Takes a while to load, which passes while the browser prints.
    const [printed, library] = await Promise.all([printing, turn().then(() => import('@cantoo/pdf-lib'))])
    const bytes = await finish(printed, library, {
      description: describe(article),
      names: namesOf(article),
      source: html
    })
    return new Map([[`${context.slug}.pdf`, bytes]])
  }
}
