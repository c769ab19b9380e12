/** The marks of quotations of a language: those of a quotation, and those of one within it. */
export interface QuoteMarks {
  readonly outer: readonly [opening: string, closing: string]
  readonly inner: readonly [opening: string, closing: string]
}

/**
 * As the locales of the CSL project have them (`open-quote`, `close-quote` and their inner like;
 * github.com/citation-style-language/locales); where these have none, or others than CLDR (sk, uk, zh),
 * as CLDR 48 has them in `delimiters`. Both compared on 2026-11-23. A typewriter's marks (ar, lt) stand for the printed ones.
 * Dutch and Welsh keep double marks for what was typed with double ones; French has the narrow space of CLDR 34 on;
 * Uzbek has English marks in Latin letters and Russian ones in Cyrillic, which awaits a native check.
 */
const table = `
  af “ ” ‘ ’|ar “ ” ‘ ’|az “ ” ‘ ’|be « » „ “|bg „ “ „ “|ca « » “ ”|cs „ “ ‚ ‘|cy “ ” ‘ ’|da “ ” ‘ ’
  de „ “ ‚ ‘|de-ch « » ‹ ›|el « » “ ”|en “ ” ‘ ’|es « » “ ”|es-419 “ ” ‘ ’|es-cl “ ” ‘ ’|es-mx “ ” ‘ ’|et „ “ ‘ ’
  eu « » “ ”|fa « » ‹ ›|fi ” ” ’ ’|fr «_ _» “ ”|fr-ch « » ‹ ›|gl « » “ ”|hr „ “ ‚ ‘|hu „ ” » «|hy « » « »|is „ “ ‚ ‘
  it « » “ ”|ja 「 」 『 』|kk « » “ ”|ky « » „ “|lt „ “ ‚ ‘|lv “ ” ‘ ’|mn « » „ “|nb « » ‘ ’|nl “ ” ‘ ’|nn « » ‘ ’
  no « » ‘ ’|pl „ ” « »|pt “ ” ‘ ’|pt-pt « » “ ”|ro „ ” « »|ru « » „ “|sk „ “ ‚ ‘|sl „ “ ‚ ‘|sq “ ” ‘ ’|sr „ “ ‚ ‘
  sv ” ” ’ ’|tg “ ” ‘ ’|tr “ ” ‘ ’|uk « » „ “|uz “ ” ‘ ’|uz-cyrl « » „ “|zh “ ” ‘ ’|zh-hant 「 」 『 』|zh-tw 「 」 『 』`

const languages: ReadonlyMap<string, QuoteMarks> = new Map(
  table.split(/[|\n]/).flatMap((line) => {
    const [tag, a, b, c, d] = line.trim().replaceAll('_', '\u202F').split(' ')
    if (tag === undefined || a === undefined || b === undefined || c === undefined || d === undefined) return []
    return [[tag, {outer: [a, b], inner: [c, d]}] as const]
  })
)

const english: QuoteMarks = {outer: ['“', '”'], inner: ['‘', '’']}

/** The marks of a language, by BCP 47 tag; the longest known beginning of the tag counts, and English where there is none. */
export function quoteMarks(language: string): QuoteMarks {
  const parts = language.toLowerCase().split(/[-_]/)
  for (let length = parts.length; length > 0; length--) {
    const found = languages.get(parts.slice(0, length).join('-'))
    if (found !== undefined) return found
  }
  return english
}
