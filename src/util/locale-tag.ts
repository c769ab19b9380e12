/** Which region a bare language stands for, where it is not the only one. */
const usual: ReadonlyMap<string, string> = new Map([
  ['de', 'de-DE'],
  ['en', 'en-US'],
  ['es', 'es-ES'],
  ['fr', 'fr-FR'],
  ['no', 'nb-NO'],
  ['pt', 'pt-PT'],
  ['sr', 'sr-RS'],
  ['zh', 'zh-CN'],
  ['zh-hans', 'zh-CN'],
  ['zh-hant', 'zh-TW']
])

/** A script that the usual locale of the language is not written in. */
const otherScripts: ReadonlySet<string> = new Set(['uz-cyrl', 'uz-arab', 'sr-latn'])

/**
 * The tag that serves a language, out of those there are: itself, else the usual region's, else the first of the language.
 * `undefined` if none does.
 */
export function localeTag(language: string, tags: Iterable<string>): string | undefined {
  const byName = new Map([...tags].map((tag) => [tag.toLowerCase(), tag]))
  const wanted = language.toLowerCase().replaceAll('_', '-')
  const [primary = '', second = ''] = wanted.split('-')
  const exact = byName.get(wanted)
  if (exact !== undefined) return exact
  if (otherScripts.has(`${primary}-${second}`)) return undefined
  for (const name of [usual.get(`${primary}-${second}`), usual.get(primary), primary]) {
    const found = name && byName.get(name.toLowerCase())
    if (found !== undefined && found !== '') return found
  }
  return [...byName].find(([name]) => name.startsWith(`${primary}-`))?.[1]
}
