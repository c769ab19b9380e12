import type {Translation} from '../../model/meta.ts'
import type {YamlEntry, YamlMap} from '../../util/yaml.ts'
import {keywordsOf} from './keywords.ts'
import {byLanguage, entryFor, knownLanguage, languageTag} from './languages.ts'
import {inlineOf, proseOf} from './prose.ts'
import type {Fields, Reading, Vocabulary} from './reading.ts'
import {fieldsOf, itemsOf, shortened, spelling, vocabulary} from './reading.ts'

const known = vocabulary({title: '', subtitle: '', abstract: 'summary', keywords: 'tags', lang: 'language'})
const translatable = ['title', 'subtitle', 'abstract', 'keywords']

/** The fields of an article in its own language, and in others by their tags. */
export interface Languages {
  readonly own: Fields
  readonly others: ReadonlyMap<string, Fields>
}

/** Take keys such as `title-uz` and `keywords_ru` out of a map, unless they mean something else. */
export function suffixed(
  map: YamlMap,
  top: Vocabulary
): {readonly rest: YamlMap; readonly others: Languages['others']} {
  const rest = new Map<string, YamlEntry>()
  const others = new Map<string, Map<string, YamlEntry>>()
  for (const [key, entry] of map.entries) {
    const [, field = '', tag = ''] = /^(title|subtitle|abstract|keywords)-(.+)$/.exec(spelling(key)) ?? []
    const language = top.has(spelling(key)) ? undefined : knownLanguage(tag)
    if (language === undefined) rest.set(key, entry)
    else others.set(language, (others.get(language) ?? new Map()).set(field, entry))
  }
  return {rest: {...map, entries: rest}, others}
}

/** Tell the languages of fields apart that hold several, `title: {en: …, uz: …}`, and add those under `translations`. */
export function languagesOf(fields: Fields, language: string, more: Languages['others'], reading: Reading): Languages {
  const own = new Map(fields)
  const others = new Map([...more].map(([tag, each]) => [tag, new Map(each)]))
  const add = (tag: string, field: string, entry: YamlEntry) => {
    const all = others.get(tag) ?? new Map<string, YamlEntry>()
    if (!all.has(field)) others.set(tag, all.set(field, entry))
  }
  for (const field of translatable) {
    const versions = byLanguage(fields.get(field)?.value)
    if (versions === undefined) continue
    const main = entryFor(versions, language)
    own.delete(field)
    for (const [tag, entry] of versions) {
      if (tag === main) own.set(field, entry)
      else add(tag, field, entry)
    }
  }
  for (const [tag, translated] of listed(fields.get('translations'), reading)) {
    for (const [field, entry] of translated) add(tag, field, entry)
  }
  return {own, others}
}

/** `{uz: {title: …}}`, or a list of `{lang: uz, title: …}`. */
function listed(entry: YamlEntry | undefined, reading: Reading): ReadonlyArray<readonly [string, Fields]> {
  if (entry === undefined) return []
  const {value} = entry
  const maps = value.kind === 'map' ? [...value.entries].map(([tag, each]) => ({tag, node: each.value})) : []
  const items = value.kind === 'map' ? [] : itemsOf(value).map((node) => ({tag: undefined, node}))
  return [...maps, ...items].flatMap(({tag, node}) => {
    const fields = node.kind === 'map' ? fieldsOf(node, known, reading) : new Map<string, YamlEntry>()
    const named = fields.get('lang')?.value
    const text = tag ?? (named?.kind === 'scalar' ? named.text : '')
    const language = languageTag(text)
    if (language !== undefined && node.kind === 'map') return [[language, fields] as const]
    const reason = `Unexpected translation \`${shortened(text)}\`, expected a language such as \`uz\` with fields`
    reading.refuse({reason, place: node.place})
    return []
  })
}

/** Read the fields of one language. */
export function translationOf(tag: string, fields: Fields, reading: Reading): Translation {
  for (const [field, {value}] of fields) reading.places.set(`translations.${tag}.${field}`, value.place)
  return {
    title: inlineOf(fields.get('title'), 'title', reading),
    subtitle: inlineOf(fields.get('subtitle'), 'subtitle', reading),
    abstract: proseOf(fields.get('abstract'), 'abstract', reading),
    keywords: keywordsOf(fields.get('keywords'), reading)
  }
}
