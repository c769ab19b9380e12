import {de} from './terms/de.ts'
import {en} from './terms/en.ts'
import {es} from './terms/es.ts'
import {fr} from './terms/fr.ts'
import {it} from './terms/it.ts'
import {kk} from './terms/kk.ts'
import {pl} from './terms/pl.ts'
import {pt} from './terms/pt.ts'
import {ru} from './terms/ru.ts'
import {tr} from './terms/tr.ts'
import {uk} from './terms/uk.ts'
import {uz} from './terms/uz.ts'
import {uzCyrl} from './terms/uz-cyrl.ts'
import type {Terms} from './terms/words.ts'

export type {Terms} from './terms/words.ts'

const languages: ReadonlyMap<string, Terms> = new Map([
  ['de', de],
  ['en', en],
  ['es', es],
  ['fr', fr],
  ['it', it],
  ['kk', kk],
  ['pl', pl],
  ['pt', pt],
  ['ru', ru],
  ['tr', tr],
  ['uk', uk],
  ['uz', uz],
  ['uz-cyrl', uzCyrl]
])

/** The words of a language, by BCP 47 tag; the longest known beginning of the tag counts, and English where there is none. */
export function terms(language: string): Terms {
  const parts = language.toLowerCase().split(/[-_]/)
  for (let length = parts.length; length > 0; length--) {
    const found = languages.get(parts.slice(0, length).join('-'))
    if (found !== undefined) return found
  }
  return en
}

/** Put a number into a counted term, held to its word by a no-break space: `numbered('Figure #', '2')` is “Figure 2”. */
export function numbered(pattern: string, number: string): string {
  return pattern.replaceAll(' ', '\u00A0').replaceAll('#', () => number)
}

/** The words of all languages, by BCP 47 tag in small letters. */
export function everyLanguage(): ReadonlyMap<string, Terms> {
  return languages
}
