/**
 * What sections are, by the words of their titles (JATS 1.3, `@sec-type`: the values it suggests); of several in one title
 * each counts: “Results and discussion” is `results|discussion`.
 */
const types: ReadonlyArray<readonly [string, RegExp]> = [
  ['intro', /^(?:introduction|введение|kirish|кириш|einleitung|introducción|вступ|wprowadzenie|giriş)$/],
  ['materials', /^(?:materials|материалы|materiallar)$/],
  ['subjects', /^(?:subjects|participants|испытуемые)$/],
  [
    'methods',
    /^(?:(?:materials|patients|data) (?:and|&) methods|methods?|methodology|(?:материалы и )?методы|методика|методология|(?:materiallar va )?metodlar|usullar|metodologiya|методлар|methoden|méthodes|métodos)$/
  ],
  ['cases', /^(?:cases?|case reports?|клинические случаи)$/],
  [
    'results',
    /^(?:results?|findings|результаты(?: исследования)?|natijalar|натижалар|ergebnisse|résultats|resultados)$/
  ],
  ['discussion', /^(?:(?:main )?discussion|обсуждение(?: результатов)?|muhokama|муҳокама|diskussion|discusión)$/],
  [
    'conclusions',
    /^(?:conclusions?|concluding remarks|выводы|заключение|xulosa(?:lar)?|хулоса|schluss(?:folgerung)?|fazit|conclusión|conclusiones|висновки)$/
  ],
  ['supplementary-material', /^(?:supplementary|supporting) (?:material|information|data)s?$/]
]

/** The type of a section with that title; `undefined` for one of the article’s own. */
export function sectionType(title: string): string | undefined {
  const words = title.trim().toLowerCase().replace(/\s+/g, ' ')
  const whole = typeOf(words)
  if (whole !== undefined) return whole === 'methods' && words.startsWith('materials') ? 'materials|methods' : whole
  const parts = words.split(/ (?:and|&|и|va|ва|und|et|y) /).map(typeOf)
  const known = parts.filter((type) => type !== undefined)
  return known.length > 1 && known.length === parts.length ? [...new Set(known)].join('|') : undefined
}

function typeOf(words: string): string | undefined {
  return types.find(([, pattern]) => pattern.test(words))?.[0]
}
