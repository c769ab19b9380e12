import type {CslItem} from '../../model/article.ts'

/** Fields that are no prose. */
const verbatim: ReadonlySet<string> = new Set(
  'DOI ISBN ISSN PMCID PMID URL citation-key genre id language status type'.split(' ')
)

/**
 * An Uzbek item with the letters of the Latin alphabet: oʻ and gʻ with U+02BB, the sign tutuq belgisi as U+02BC,
 * whichever apostrophe was typed; citeproc would make quotation marks of them.
 */
export function uzbekLetters(item: CslItem): CslItem {
  const spelt = Object.entries(item).map(([name, value]) => [name, verbatim.has(name) ? value : spell(value)])
  return {...Object.fromEntries(spelt), id: item.id, type: item.type}
}

function spell(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replace(/(?<=[OoGg])['`’‘ʼ]/g, 'ʻ').replace(/(?<=\p{L})['’](?=\p{L})/gu, 'ʼ')
  if (Array.isArray(value)) return value.map(spell)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, spell(part)]))
}
