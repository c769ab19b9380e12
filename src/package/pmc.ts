import type {Article} from '../model/article.ts'
import type {Problem} from '../model/problem.ts'
import {zip} from '../util/zip.ts'
import type {Package} from './package.ts'
import {jatsFiles} from './pictures.ts'

/**
 * What PubMed Central takes from a journal: JATS, its PDF and its pictures, each named after journal, volume, issue and
 * article (https://pmc.ncbi.nlm.nih.gov/pub/filespec-delivery, checked 2026-11-23).
 */
export const pmc: Package = {
  name: 'pmc',
  about: 'JATS, PDF and pictures in one archive, named as PubMed Central wants it.',
  of: ['jats', 'pdf'],
  lacks: complaints,
  pack(made) {
    const base = baseOf(made.article)
    const pages = [...(made.files.get('pdf') ?? [])].map(([, bytes]) => ({path: `${base}.pdf`, bytes}))
    return new Map([[`${base}.zip`, zip([...jatsFiles(made, base), ...pages])]])
  }
}

/** `biotes-10-1-100`: what is not known is left out, but the first and the last, which `complaints` asks for. */
function baseOf({meta: {publication}}: Article): string {
  const {volume, issue} = publication
  return [journalOf(publication), volume, issue, articleOf(publication)]
    .flatMap((part) => plain(part ?? '') || [])
    .join('-')
}

/** An abbreviation, or the ISSN where it has no letters that a name of a file may hold. */
function journalOf({abbreviation, issn}: Article['meta']['publication']): string {
  return plain(abbreviation ?? '') || plain(issn[0] ?? '')
}

function articleOf({elocation, firstPage}: Article['meta']['publication']): string {
  return plain(elocation ?? firstPage ?? '')
}

/** Letters and digits in lower case: names hold neither spaces nor `?%#/:`. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '')
}

function complaints({meta: {publication, places}}: Article): ReadonlyArray<Problem> {
  const missing: Array<Problem> = []
  const tell = (what: string, note: string) =>
    missing.push({
      id: 'pmc-named',
      severity: 'error',
      reason: `Cannot name the files for PubMed Central without ${what}`,
      place: places.get('publication') ?? places.get(''),
      note
    })
  if (journalOf(publication) === '')
    tell('the journal', 'Write `issn: 1234-5679` under `journal` in the front matter, or `abbreviation`.')
  if (articleOf(publication) === '')
    tell('the article’s number', 'Write `elocation: e12`, or `first-page`, in the front matter.')
  return missing
}
