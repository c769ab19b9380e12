/** The languages that babel brings data for, without a package of its own, by their BCP 47 tag. */
const names: ReadonlyMap<string, string> = new Map([
  ['be', 'belarusian'],
  ['bg', 'bulgarian'],
  ['cs', 'czech'],
  ['de', 'german'],
  ['en', 'english'],
  ['es', 'spanish'],
  ['fr', 'french'],
  ['it', 'italian'],
  ['kk', 'kazakh'],
  ['pl', 'polish'],
  ['pt', 'portuguese'],
  ['ru', 'russian'],
  ['tr', 'turkish'],
  ['uk', 'ukrainian'],
  ['uz', 'uzbek-latin'],
  ['uz-cyrl', 'uzbek-cyrillic'],
  ['uz-latn', 'uzbek-latin']
])

const cyrillic: ReadonlySet<string> = new Set([
  'belarusian',
  'bulgarian',
  'kazakh',
  'russian',
  'ukrainian',
  'uzbek-cyrillic'
])

/** What babel calls a language; `undefined` for one that it has no data for here. */
export function babelName(tag: string): string | undefined {
  const parts = tag.toLowerCase().split(/[-_]/)
  return names.get(parts.slice(0, 2).join('-')) ?? names.get(parts[0] ?? '')
}

/** Whether a language is written in Cyrillic. */
export function isCyrillic(tag: string): boolean {
  return cyrillic.has(babelName(tag) ?? '')
}
