import createHyphenator from 'hyphen'

/** Puts soft hyphens into the words of a text, by the patterns of its language (BCP 47); a language without patterns keeps its words whole. */
export type Hyphenate = (text: string, language: string) => string

/** Where patterns are by another name than the language's own; `en` is typed for the American. */
const names: ReadonlyMap<string, string> = new Map([
  ['en', 'en-us'],
  ['de', 'de-1996'],
  ['el', 'el-monoton'],
  ['no', 'nb']
])

/** Patterns of TeX's hyph-utf8 project, as the package `hyphen` has them. */
const patterned = new Set(
  `af as be bg bn ca cs cu cy da de-1901 de-1996 el-monoton el-polyton en-gb en-us es et eu fi fr fur ga gl grc gu hi hr hsb hu hy ia id
  is it ka kmr kn la lt lv mk ml mn-cyrl mr nb nl nn oc or pa pl pms pt rm ro ru sa sh-cyrl sh-latn sk sl sq sr-cyrl sv ta te tk tr uk`.split(
    /\s+/
  )
)

/** Fewest letters of a word that is divided. */
const minWordLength = 6

/**
 * Languages of which a line takes over no fewer than three letters of a word, as TeX's babel 3.84 has it (`righthyphenmin` of
 * its locale files, checked 2026-11-23); elsewhere, and at the end of a line, it is two.
 */
const threeAfter = new Set('cs cy en fr ga hr nl pl pt ro sa sk sl sq sr tr'.split(' '))
const beforeTwo = /(?<![\p{L}\p{M}\u00ad])([\p{L}\p{M}])\u00ad/gu
const afterTwo = /\u00ad(?=[\p{L}\p{M}](?![\p{L}\p{M}\u00ad]))/gu
const afterThree = /\u00ad(?=(?:[\p{L}\p{M}]\u00ad?){1,2}(?![\p{L}\p{M}\u00ad]))/gu

type Divide = (word: string) => string

/** The words of a text are few, and each stands in it often: each is divided once. */
const dividers = new Map<string, Promise<Divide>>()

/** Load the patterns of languages; `undefined` where none of them has any. */
export async function hyphenation(languages: Iterable<string>): Promise<Hyphenate | undefined> {
  const divides = new Map<string, Divide>()
  for (const language of new Set(languages)) {
    const name = patternsOf(language)
    if (name === undefined) continue
    const divide = dividers.get(language) ?? dividerOf(language, name)
    dividers.set(language, divide)
    divides.set(language, await divide)
  }
  if (divides.size === 0) return undefined
  return (text, language) => {
    const divide = divides.get(language)
    if (divide === undefined) return text
    // Addresses and what holds digits are no words.
    return text.replace(/\S+/g, (word) => (/[\d@/\\_\u00ad]/.test(word) ? word : divide(word)))
  }
}

async function dividerOf(language: string, name: string): Promise<Divide> {
  const patterns = await import(`hyphen/patterns/${name}.js`)
  const hyphenate: (text: string) => string = createHyphenator(patterns.default ?? patterns, {minWordLength})
  const scraps = threeAfter.has(primaryOf(language)) ? afterThree : afterTwo
  const known = new Map<string, string>()
  return (word) => {
    const divided = known.get(word) ?? hyphenate(word).replace(scraps, '').replace(beforeTwo, '$1')
    known.set(word, divided)
    return divided
  }
}

/** `en-GB` → `en-gb`, `de-AT` → `de-1996`; `uz` has none. */
function patternsOf(language: string): string | undefined {
  const tag = language.toLowerCase()
  const primary = primaryOf(tag)
  return [tag, names.get(primary) ?? primary].find((name) => patterned.has(name))
}

function primaryOf(language: string): string {
  return language.toLowerCase().split('-')[0] ?? ''
}
