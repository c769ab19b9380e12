import type {Root} from 'mdast'
import type {Place} from '../../model/place.ts'
import type {Finding} from '../../model/problem.ts'
import {nearest} from '../../util/nearest.ts'
import type {YamlEntry, YamlMap, YamlNode, YamlScalar} from '../../util/yaml.ts'

/** What the readers of fields share. */
export interface Reading {
  /** The value is not what the field takes. */
  readonly refuse: (finding: Finding) => void
  /** The field, or the person's role, or the like is not one we know. */
  readonly wonder: (finding: Finding) => void
  readonly markdown: (scalar: YamlScalar) => Root
  /** See `Meta.places`; filled while reading. */
  readonly places: Map<string, Place>
}

/** The names a map may use: each spelling, in lower case with hyphens, to the field meant; `` for what other tools alone read. */
export type Vocabulary = ReadonlyMap<string, string>

/** A vocabulary from “spelling spelling” by field, and the names that are known and passed over. */
export function vocabulary(fields: Readonly<Record<string, string>>, passedOver = ''): Vocabulary {
  const spellings = Object.entries(fields).flatMap(([field, others]) =>
    [field, ...words(others)].map((spelling) => [spelling, field] as const)
  )
  return new Map([...words(passedOver).map((name) => [name, ''] as const), ...spellings])
}

function words(text: string): ReadonlyArray<string> {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** `shortTitle`, `short_title`, `Short title` → `short-title`. */
export function spelling(key: string): string {
  return key
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[\s_.-]+/g, '-')
}

/** The entries of a map, by the field meant. */
export type Fields = ReadonlyMap<string, YamlEntry>

/** The entries of a map by the field meant; unknown names are wondered at, with the nearest known ones. */
export function fieldsOf(map: YamlMap, known: Vocabulary, reading: Reading): Fields {
  const fields = new Map<string, YamlEntry>()
  for (const [key, entry] of map.entries) {
    const field = known.get(spelling(key))
    if (field === undefined) wonderAt(key, entry.key, known, reading)
    else if (field === '' || !isGiven(entry.value)) continue
    else if (!fields.has(field)) fields.set(field, entry)
    else {
      const reason = `Unexpected \`${shortened(key)}\`: \`${field}\` is given already`
      reading.wonder({reason, place: entry.key, cause: fields.get(field)?.key, note: 'The first one counts.'})
    }
  }
  return fields
}

function wonderAt(key: string, place: Place, known: Vocabulary, {wonder}: Reading): void {
  const names = [...known].flatMap(([name, field]) => (field === '' ? [] : [name]))
  const byField = new Map<string, string>()
  for (const name of nearest(spelling(key), names, 9)) {
    const field = known.get(name) ?? name
    if (!byField.has(field)) byField.set(field, name)
  }
  const expected = [...byField.values()].slice(0, 3)
  const note = expected.length > 0 ? undefined : 'Nothing reads it; remove it if it is not for another tool.'
  wonder({reason: `Unexpected field \`${shortened(key)}\``, place, expected, note})
}

/** Whether anything is there: `orcid:` with nothing behind it is not. */
export function isGiven(node: YamlNode): boolean {
  return node.kind !== 'scalar' || node.text.trim() !== ''
}

/** The text of an entry's scalar, trimmed; a list or map is refused. */
export function textOf(entry: YamlEntry | undefined, name: string, reading: Reading): string | undefined {
  if (entry === undefined) return undefined
  const {value} = entry
  if (value.kind === 'scalar') return value.text.trim() || undefined
  reading.refuse({reason: `Unexpected ${value.kind} as \`${name}\`, expected text`, place: value.place})
  return undefined
}

/** The texts of a list, or of one text; what is neither is refused. */
export function textsOf(entry: YamlEntry | undefined, name: string, reading: Reading): ReadonlyArray<string> {
  return scalarsOf(entry, name, reading).map(({text}) => text.trim())
}

/** As `textsOf`, with their places. */
export function scalarsOf(entry: YamlEntry | undefined, name: string, reading: Reading): ReadonlyArray<YamlScalar> {
  if (entry === undefined) return []
  const {value} = entry
  return (value.kind === 'list' ? value.items : [value]).flatMap((item) => {
    if (item.kind === 'scalar') return item.text.trim() === '' ? [] : [item]
    reading.refuse({reason: `Unexpected ${item.kind} in \`${name}\`, expected text`, place: item.place})
    return []
  })
}

/** Whether an entry says yes; what says neither yes nor no is refused. */
export function flagOf(entry: YamlEntry | undefined, name: string, reading: Reading): boolean {
  if (entry === undefined) return false
  const {value} = entry
  const word = value.kind === 'scalar' ? value.text.trim().toLowerCase() : value.kind
  if (/^(?:true|yes|y|on|1)$/.test(word)) return true
  if (/^(?:false|no|n|off|0)$/.test(word)) return false
  reading.refuse({
    reason: `Unexpected \`${shortened(word)}\` as \`${name}\`, expected true or false`,
    place: value.place
  })
  return false
}

/** The items of a list; one thing that is no list stands for a list of it. */
export function itemsOf(node: YamlNode | undefined): ReadonlyArray<YamlNode> {
  if (node === undefined || !isGiven(node)) return []
  return node.kind === 'list' ? node.items.filter(isGiven) : [node]
}

/** Author's text, short enough for a message. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
