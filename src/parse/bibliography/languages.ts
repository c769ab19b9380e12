/** The BCP 47 tag of a language as babel, polyglossia and BibLaTeX name it; what is a tag already in its usual case; what is neither as typed. */
export function languageOf(typed: string): string {
  const name = typed.trim()
  const known = tags.get(name.toLowerCase().replace(/^lang/, ''))
  if (known !== undefined) return known
  const tag = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}))?$/i.exec(name)
  if (tag === null) return name
  const [, language = '', script = '', region = ''] = tag
  const cased = script === '' ? '' : script.charAt(0).toUpperCase() + script.slice(1).toLowerCase()
  return [language.toLowerCase(), cased, region.toUpperCase()].filter((part) => part !== '').join('-')
}

const tags: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'ar-SA': 'arabic',
    'be-BY': 'belarusian',
    'bg-BG': 'bulgarian',
    'ca-AD': 'catalan',
    'cs-CZ': 'czech',
    'cy-GB': 'welsh',
    'da-DK': 'danish',
    'de-AT': 'austrian naustrian',
    'de-CH': 'swissgerman nswissgerman',
    'de-DE': 'german ngerman',
    'el-GR': 'greek polutonikogreek',
    'en-AU': 'australian',
    'en-CA': 'canadian',
    'en-GB': 'british ukenglish',
    'en-NZ': 'newzealand',
    'en-US': 'american english usenglish',
    eo: 'esperanto',
    'es-ES': 'spanish',
    'es-MX': 'mexican spanishmx',
    'et-EE': 'estonian',
    'eu-ES': 'basque',
    'fa-IR': 'persian farsi',
    'fi-FI': 'finnish',
    'fr-CA': 'acadian canadien',
    'fr-FR': 'french francais frenchb',
    'gl-ES': 'galician',
    grc: 'ancientgreek',
    'he-IL': 'hebrew',
    'hi-IN': 'hindi',
    'hr-HR': 'croatian',
    'hu-HU': 'hungarian magyar',
    'hy-AM': 'armenian',
    'id-ID': 'indonesian bahasa',
    'is-IS': 'icelandic',
    'it-IT': 'italian',
    'ja-JP': 'japanese',
    'ka-GE': 'georgian',
    'kk-KZ': 'kazakh',
    'ko-KR': 'korean',
    'ky-KG': 'kyrgyz kirghiz',
    la: 'latin',
    'lt-LT': 'lithuanian',
    'lv-LV': 'latvian',
    'mk-MK': 'macedonian',
    'mn-MN': 'mongolian',
    'nb-NO': 'norwegian norsk',
    'nl-NL': 'dutch',
    'nn-NO': 'nynorsk',
    'pl-PL': 'polish',
    'pt-BR': 'brazilian brazil',
    'pt-PT': 'portuguese portuges',
    'ro-RO': 'romanian',
    'ru-RU': 'russian',
    'sk-SK': 'slovak',
    'sl-SI': 'slovene slovenian',
    'sq-AL': 'albanian',
    'sr-RS': 'serbian',
    'sv-SE': 'swedish',
    'tg-TJ': 'tajik',
    'th-TH': 'thai',
    'tk-TM': 'turkmen',
    'tr-TR': 'turkish',
    'uk-UA': 'ukrainian',
    uz: 'uzbek',
    'vi-VN': 'vietnamese',
    'zh-CN': 'chinese schinese',
    'zh-TW': 'tchinese'
  }).flatMap(([tag, names]) => names.split(' ').map((name): [string, string] => [name, tag]))
)
