import type {Name} from '../../model/meta.ts'
import type {YamlNode} from '../../util/yaml.ts'
import {byLanguage} from './languages.ts'
import {nameOf, nameOfMap, nameOfText} from './names.ts'
import type {Fields, Reading} from './reading.ts'
import {flagOf, textOf} from './reading.ts'

/** What an author is called. */
export interface Naming {
  readonly name: Name
  readonly names: ReadonlyMap<string, Name> | undefined
  readonly group: boolean
  /** What stood as a footnote on the name: `Ada Lovelace^[Corresponding author]`. */
  readonly notes: ReadonlyArray<string>
}

/** How an author's fields, or a text in their place, name the author; `undefined` if they do not. */
export function namingOf(text: string | undefined, fields: Fields, reading: Reading): Naming | undefined {
  const entry = fields.get('name')
  const languages = byLanguage(entry?.value)
  const [[, main] = []] = languages ?? []
  const value = main?.value ?? entry?.value
  const {plain, notes} = withoutNotes(text ?? (value?.kind === 'scalar' ? value.text : ''))
  const group = flagOf(fields.get('group'), 'group', reading)
  const name = group && plain !== '' ? nameOf({literal: plain}) : personName(plain, value, fields, reading)
  if (name === undefined) return undefined
  const others = new Map([...(languages ?? new Map<string, never>())].slice(1))
  for (const [tag, other] of byLanguage(fields.get('names')?.value) ?? []) others.set(tag, other)
  const names = [...others].map(([tag, other]) => [tag, nameOfNode(other.value, reading)] as const)
  const found = new Map(names.flatMap(([tag, other]) => (other === undefined ? [] : [[tag, other] as const])))
  return {name, names: found.size === 0 ? undefined : found, group, notes}
}

function personName(plain: string, value: YamlNode | undefined, fields: Fields, reading: Reading): Name | undefined {
  const part = (field: string) => textOf(fields.get(field), field, reading)
  const {given, family, literal} = {given: part('given'), family: part('family'), literal: part('literal')}
  const rest = {middle: part('middle'), particle: part('particle'), suffix: part('suffix'), prefix: part('prefix')}
  const display = plain === '' ? undefined : plain
  if (given !== undefined || family !== undefined) return nameOf({given, family, ...rest}, display ?? literal)
  if (value?.kind === 'map') return nameOfMap(value, reading)
  const whole = display ?? literal
  const read = whole === undefined ? undefined : nameOfText(whole)
  return read && (rest.prefix === undefined ? read : {...read, prefix: rest.prefix})
}

function nameOfNode(node: YamlNode, reading: Reading): Name | undefined {
  if (node.kind === 'map') return nameOfMap(node, reading)
  return node.kind === 'scalar' && node.text !== '' ? nameOfText(node.text) : undefined
}

/** Split off pandoc's inline footnotes. */
function withoutNotes(text: string): {readonly plain: string; readonly notes: ReadonlyArray<string>} {
  const notes = [...text.matchAll(/\^\[([^\]]*)\]/g)].map(([, note = '']) => note.trim())
  return {plain: text.replace(/\s*\^\[[^\]]*\]/g, '').trim(), notes}
}
