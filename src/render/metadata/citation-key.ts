import type {Meta} from '../../model/meta.ts'
import {textOf} from '../../util/text.ts'

/** What the article is called in a bibliography: `example2025every`; the base of its file names where that leaves no letters. */
export function citationKey(meta: Meta, slug: string): string {
  const name = meta.authors[0]?.name
  const [word = ''] = letters(textOf(meta.title)).split(' ')
  const family = letters(name?.family ?? name?.literal ?? '').replaceAll(' ', '')
  const year = meta.publication.date?.slice(0, 4) ?? ''
  const key = `${family}${year}${word}`.toLowerCase().slice(0, 80)
  return /[a-z]/.test(key) ? key : letters(slug).replaceAll(' ', '-') || 'article'
}

/** Words of ASCII letters and digits, accents dropped. */
function letters(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
}
