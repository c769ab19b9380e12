import type {CslItem, LibraryEntry} from '../../model/article.ts'
import {kinds, marked, unmarked} from './format.ts'

export interface ItemOptions {
  /** The article's language, which is a work's unless it says another. */
  readonly language: string
  /** What stands for a formula in the engine's text. */
  readonly formula: (tex: string) => string
}

/** A work as the engine takes it: plain data of its own, by key, without what trips the engine. */
export function engineItem({key, csl}: LibraryEntry, options: ItemOptions): CslItem {
  const language = typeof csl['language'] === 'string' ? csl['language'] : options.language
  const uzbek = /^uz(?!-cyrl)(?:-|$)/i.test(language)
  const text = (value: string) => {
    const clean = unmarked(uzbek ? uzbekLetters(value) : value)
    return value.includes('$') ? withFormulas(clean, options.formula) : clean
  }
  const fields = Object.entries(csl).flatMap(([field, value]) => {
    if (value === undefined || value === null) return []
    return [[field, isVerbatim(field) && typeof value === 'string' ? unmarked(value) : copied(value, text)] as const]
  })
  return dated({...Object.fromEntries(fields), id: key, type: csl.type})
}

/** Fields that are addresses and codes, not words. */
function isVerbatim(field: string): boolean {
  return /^(?:URL|DOI|ISBN|ISSN|PMID|PMCID|language|id|type|citation-key)$/.test(field)
}

/** CSL-JSON nests four deep: a list of dates, each a list of parts. */
const deepest = 6

function copied(value: unknown, text: (value: string) => string, depth = 0): unknown {
  if (typeof value === 'string') return text(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === deepest) return undefined
  if (Array.isArray(value))
    return value.map((each: unknown) => (isOthers(each) ? others : copied(each, text, depth + 1)))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copied(each, text, depth + 1)]))
}

/** BibTeX's “and others”, which CSL-JSON has no word for. */
function isOthers(name: unknown): boolean {
  if (typeof name !== 'object' || name === null) return false
  const parts = Object.entries(name)
  return parts.length === 1 && /^(?:family|literal)$/.test(parts[0]?.[0] ?? '') && parts[0]?.[1] === 'others'
}

/** Stands for those not named until the names are put together; see `withEtAl`. */
const others = {literal: marked(kinds.others, 'et al.')}

/** A date whose `date-parts` are empty hides its own words from the engine. */
function dated(item: CslItem): CslItem {
  const entries = Object.entries(item).map(([field, value]) => {
    if (typeof value !== 'object' || value === null || !('date-parts' in value)) return [field, value]
    const parts: unknown = value['date-parts']
    const first: unknown = Array.isArray(parts) ? parts[0] : undefined
    if (Array.isArray(first) && first.length > 0 && first[0] !== '' && first[0] !== null) return [field, value]
    const {'date-parts': _empty, ...rest} = value
    return [field, rest]
  })
  return {...Object.fromEntries(entries), id: item.id, type: item.type}
}

/** oʻ and gʻ have the letter U+02BB, and the tutuq belgisi is U+02BC; keyboards give other apostrophes. */
function uzbekLetters(text: string): string {
  return text.replace(/(?<=[og])['‘’`]/gi, 'ʻ').replace(/(?<=\p{L})['‘’](?=\p{L})/gu, 'ʼ')
}

/** TeX between dollars, if it looks like TeX and not like prices: a command, a script, a group or a single letter. */
function withFormulas(text: string, formula: (tex: string) => string): string {
  return text.replace(/(?<![\\$])\$(?!\s)([^$]{1,500}?)(?<!\s)\$(?![\d$])/g, (whole, tex: string) =>
    /[\\^_{}]|^[a-z]$/i.test(tex) ? formula(tex) : whole
  )
}
