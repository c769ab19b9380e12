/** Names in use that CLDR has otherwise, by their letters. */
const others: ReadonlyMap<string, string> = new Map([
  ['czechrepublic', 'CZ'],
  ['england', 'GB'],
  ['greatbritain', 'GB'],
  ['korea', 'KR'],
  ['northernireland', 'GB'],
  ['republicofkorea', 'KR'],
  ['russianfederation', 'RU'],
  ['scotland', 'GB'],
  ['thenetherlands', 'NL'],
  ['turkey', 'TR'],
  ['uk', 'GB'],
  ['unitedstatesofamerica', 'US'],
  ['us', 'US'],
  ['usa', 'US'],
  ['vietnam', 'VN'],
  ['wales', 'GB'],
  ['россия', 'RU'],
  ['сша', 'US']
])

const tables = new Map<string, ReadonlyMap<string, string>>()

/** The two letters of a country (ISO 3166-1 alpha-2) by its name in English, Russian, Uzbek or the language given; `undefined` if it is none. */
export function countryCode(name: string, language: string): string | undefined {
  const shape = shapeOf(name)
  const known = others.get(shape)
  if (known !== undefined) return known
  for (const each of [language, 'en', 'ru', 'uz', 'uz-Cyrl']) {
    const found = tableOf(each).get(shape)
    if (found !== undefined) return found
  }
  return undefined
}

function tableOf(language: string): ReadonlyMap<string, string> {
  const known = tables.get(language)
  if (known !== undefined) return known
  const table = new Map<string, string>()
  const names = namesIn(language)
  for (const first of alphabet) {
    for (const second of alphabet) {
      const code = first + second
      const name = names?.of(code)
      if (name !== undefined && name !== code && !notCountries.has(code)) table.set(shapeOf(name), code)
    }
  }
  tables.set(language, table)
  return table
}

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** CLDR’s names of what is no country, or a country no more. */
const notCountries: ReadonlySet<string> = new Set(
  'AC BU CP CQ CS CT DD DG EA EU EZ FX IC NT QO SU TA TP UK UN XA XB XK YD YU ZR ZZ DY FQ HV JT MI NH NQ PC PU PZ RH VD WK'.split(
    ' '
  )
)

function namesIn(language: string): Intl.DisplayNames | undefined {
  try {
    return new Intl.DisplayNames([language], {type: 'region', fallback: 'none'})
  } catch {
    return undefined
  }
}

/** Its letters alone, in lower case. */
function shapeOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}]/gu, '')
}
