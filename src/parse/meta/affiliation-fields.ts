import type {Affiliation, AffiliationText} from '../../model/meta.ts'
import type {YamlEntry, YamlMap, YamlNode} from '../../util/yaml.ts'
import {rorOf} from './identifiers.ts'
import {byLanguage} from './languages.ts'
import type {Fields, Reading} from './reading.ts'
import {fieldsOf, textOf, vocabulary} from './reading.ts'

/** The fields of an affiliation, as pandoc, Quarto, MyST and others spell them. */
export const affiliationFields = vocabulary(
  {
    id: 'index key label ref number',
    name: 'institution institute organization organisation orgname text affiliation university',
    department: 'dept division orgdiv faculty school',
    address: 'street address-line addressline',
    city: 'town locality',
    region: 'state province',
    postcode: 'postal-code zip zipcode zip-code',
    country: '',
    ror: 'ror-id',
    url: 'website homepage',
    translations: ''
  },
  'isni ringgold group email phone fax doi collaboration'
)

/** What a map gives as its id, in any of its spellings. */
export function idOf(map: YamlMap): string | undefined {
  const entry = ['id', 'ref', 'index', 'key'].map((key) => map.entries.get(key)).find((each) => each !== undefined)
  return entry?.value.kind === 'scalar' && entry.value.text !== '' ? entry.value.text.trim() : undefined
}

/** Read an affiliation, by name or by fields; `id` is what it is called if it does not say. */
export function affiliationOf(node: YamlNode, id: string, reading: Reading): Affiliation | undefined {
  const {place} = node
  if (node.kind === 'list') {
    reading.refuse({reason: 'Unexpected list as an affiliation, expected a name or fields', place})
    return undefined
  }
  if (node.kind === 'scalar') return {id, name: node.text.replace(/\s+/g, ' ').trim(), place}
  const fields = fieldsOf(node, affiliationFields, reading)
  const inLanguages = byLanguage(fields.get('name')?.value)
  const [main] = inLanguages ?? []
  const named = inLanguages === undefined ? fields.get('name') : main?.[1]
  const text = textFields(new Map([...fields, ...(named === undefined ? [] : [['name', named] as const])]), reading)
  if (text.name === '') {
    reading.refuse({reason: 'Cannot find the name of an affiliation', place, note: 'Give it as `name:`.'})
  }
  const ror = textOf(fields.get('ror'), 'ror', reading)
  const others = new Map([...(inLanguages ?? [])].slice(1).map(([tag, entry]) => [tag, new Map([['name', entry]])]))
  return {
    ...text,
    id: idOf(node) ?? textOf(fields.get('id'), 'id', reading) ?? id,
    translations: translated(fields.get('translations'), others, reading),
    ror: ror === undefined ? undefined : rorOf(ror),
    url: textOf(fields.get('url'), 'url', reading),
    place
  }
}

function textFields(fields: Fields, reading: Reading): AffiliationText {
  const text = (field: string) => textOf(fields.get(field), field, reading)?.replace(/\s+/g, ' ')
  const department = text('department')
  const name = text('name')
  return {
    name: name ?? department ?? '',
    department: name === undefined ? undefined : department,
    address: text('address'),
    city: text('city'),
    region: text('region'),
    postcode: text('postcode'),
    country: text('country')
  }
}

function translated(
  entry: YamlEntry | undefined,
  names: ReadonlyMap<string, Fields>,
  reading: Reading
): ReadonlyMap<string, AffiliationText> | undefined {
  const texts = new Map([...names].map(([tag, fields]) => [tag, textFields(fields, reading)]))
  for (const [tag, {value, key}] of byLanguage(entry?.value) ?? []) {
    const fields =
      value.kind === 'map' ? fieldsOf(value, affiliationFields, reading) : new Map([['name', {key, value}]])
    texts.set(tag, textFields(fields, reading))
  }
  return texts.size === 0 ? undefined : texts
}
