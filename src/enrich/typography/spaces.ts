import {terms} from '../../util/terms.ts'
import type {Line, Replacements} from './quotes.ts'
import {setByOthers} from './quotes.ts'

const noBreak = '\u00A0'
const narrow = '\u202F'

/** Where a line may not end, and the space for it. */
interface Rule {
  readonly at: RegExp
  readonly space: string
}

/** Units of the International System and used with it (SI Brochure, 9th edition, 5.4.3), in Latin and Cyrillic script. */
const units =
  '%|‰|°[CF]|[kKMGTmµμnpc]?(?:m|g|s|W|V|Hz|Pa|J|N|eV|mol|L|l|B|bit|Bq|Sv|Gy)|[kM]?Wh|[kM]?cal|K|h|ha|min|dB|rpm|MB|GB|TB|ppm|' +
  '[кмн]?м|[км]?г|см|км|ч|мин|сут|кВт|МВт|Вт|МПа|кПа|Па|Гц|кГц|МГц|га|л|мл|мл[нр]д?|тыс'

/** What stands before a number, besides the words for numbered things. */
const numbered: ReadonlyMap<string, string> = new Map([
  ['de', 'Abb\\.|Tab\\.|Gl\\.|Kap\\.|Nr\\.|S\\.|Bd\\.'],
  [
    'en',
    'Figs?\\.|Figures|Tabs?\\.|Tables|Eqs?\\.|Equations?|Secs?\\.|Sections|Chapter|Chap\\.|Nos?\\.|pp?\\.|[Vv]ols?\\.'
  ],
  ['fr', '[Ff]ig\\.|[Tt]abl?\\.|n°|nº|p\\.|vol\\.|éq\\.|chap\\.'],
  ['ru', '[Рр]ис\\.|[Тт]абл\\.|№|с\\.|т\\.|гл\\.|п\\.'],
  ['uk', '[Рр]ис\\.|[Тт]абл\\.|№|с\\.|т\\.|гл\\.|п\\.'],
  ['uz', '№']
])

/**
 * Short words that no line ends with: in Russian and Ukrainian prepositions and conjunctions of one letter
 * (Мильчин, Чельцова: Справочник издателя и автора), in Czech and Slovak by ČSN 01 6910, in Polish by its rules of setting.
 */
const short: ReadonlyMap<string, string> = new Map([
  ['cs', 'ksvzouia'],
  ['pl', 'aiouwz'],
  ['ru', 'вксоуиая'],
  ['sk', 'ksvzouia'],
  ['uk', 'вузійоая']
])

const made = new Map<string, ReadonlyArray<Rule>>()

/** Hold together what no line may part: a number and its unit, a word and its number, initials, and what the language asks for. No space is added. */
export function spaces({text, languageAt}: Line, out: Replacements): void {
  const language = languageAt(0).toLowerCase()
  const rules = made.get(language) ?? rulesOf(language)
  made.set(language, rules)
  for (const {at, space} of rules) for (const {index} of text.matchAll(at)) out.set(index, space)
}

function rulesOf(language: string): ReadonlyArray<Rule> {
  const [primary = ''] = language.split('-')
  const rules: Array<Rule> = [
    {at: new RegExp(`(?<=\\d)[ \\n](?=(?:${units})(?![\\p{L}\\p{N}]))`, 'gu'), space: noBreak},
    {
      at: new RegExp(`(?<=(?<![\\p{L}\\p{N}])(?:${wordsOf(language)}))[ \\n](?=\\d|[A-Z]\\d|${setByOthers})`, 'gu'),
      space: noBreak
    },
    {at: /(?<=(?<![\p{L}\p{N}.])\p{Lu}\.)[ \n](?=\p{Lu}\.)/gu, space: noBreak},
    {at: /(?<=(?<![\p{L}\p{N}.])\p{Lu}\.[ \n]?\p{Lu}\.)[ \n](?=\p{Lu}\p{Ll})/gu, space: noBreak}
  ]
  const letters = short.get(primary)
  if (letters !== undefined) {
    const either = letters + letters.toUpperCase()
    rules.push({at: new RegExp(`(?<=(?<![^\\s(«„])[${either}])[ \\n](?=[\\p{L}\\p{N}«„])`, 'gu'), space: noBreak})
  }
  // Мильчин, Чельцова: no line begins with a dash.
  if (['be', 'ru', 'uk'].includes(primary)) rules.push({at: /(?<=\S)[ \n](?=—(?:\s|$))/g, space: noBreak})
  // Imprimerie nationale: Lexique des règles typographiques; in Switzerland and Canada the marks stand close.
  if (primary === 'fr' && !/-(?:ch|ca)\b/.test(language))
    rules.push(
      {at: /(?<=\S)[ \n](?=[;!?»])|(?<=«)[ \n]/g, space: narrow},
      {at: /(?<=\S)[ \n](?=:(?:\s|$))/g, space: noBreak}
    )
  return rules
}

/** The words that stand before a number in a language, as a pattern. */
function wordsOf(language: string): string {
  const {figure, table, listing, section, theorem, lemma} = terms(language)
  const ours = [figure, table, listing, section, theorem, lemma].flatMap(({caption, one}) =>
    [caption, one].flatMap((pattern) => (pattern.endsWith(' #') ? [pattern.slice(0, -2)] : []))
  )
  const others = numbered.get(language.split('-')[0] ?? '') ?? '№'
  return [...new Set(ours)]
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .concat(others)
    .join('|')
}
