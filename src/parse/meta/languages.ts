import type {YamlEntry, YamlMap, YamlNode} from '../../util/yaml.ts'

/** The canonical form of a BCP 47 tag, `uz-Latn`; `undefined` if it is none. */
export function languageTag(text: string): string | undefined {
  const tag = text.trim().replaceAll('_', '-')
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

/** A tag whose language has a name, so that `{aim: …}` is not taken for one. */
export function knownLanguage(text: string): string | undefined {
  const tag = languageTag(text)
  if (tag === undefined) return undefined
  names ??= new Intl.DisplayNames('en', {type: 'language', fallback: 'none'})
  return names.of(tag) === undefined ? undefined : tag
}

/** Made when first asked for, as it takes its time. */
let names: Intl.DisplayNames | undefined

/** The languages of a map whose keys are all languages, such as `{en: Title, uz: Sarlavha}`; `undefined` for any other node. */
export function byLanguage(node: YamlNode | undefined): ReadonlyMap<string, YamlEntry> | undefined {
  if (node?.kind !== 'map' || node.entries.size === 0) return undefined
  return tagged(node)
}

function tagged({entries}: YamlMap): ReadonlyMap<string, YamlEntry> | undefined {
  const found = [...entries].map(([key, entry]) => [knownLanguage(key), entry] as const)
  const known = found.flatMap(([tag, entry]) => (tag === undefined ? [] : [[tag, entry] as const]))
  return known.length === found.length ? new Map(known) : undefined
}

/** The entry for a language: that of its tag, else of its beginning (`en` for `en-GB`, and the other way round). */
export function entryFor(entries: ReadonlyMap<string, YamlEntry>, language: string): string | undefined {
  const [base] = language.split('-')
  return (
    [...entries.keys()].find((tag) => tag === language) ?? [...entries.keys()].find((tag) => tag.split('-')[0] === base)
  )
}
