import type {Place} from '../../model/place.ts'
import {nearest} from '../../util/nearest.ts'
import type {YamlEntry, YamlNode} from '../../util/yaml.ts'
import type {Reading} from './reading.ts'
import {itemsOf, shortened} from './reading.ts'

/** The fourteen contributor roles (ANSI/NISO Z39.104-2022, CRediT). */
const credit = [
  'Conceptualization',
  'Data curation',
  'Formal analysis',
  'Funding acquisition',
  'Investigation',
  'Methodology',
  'Project administration',
  'Resources',
  'Software',
  'Supervision',
  'Validation',
  'Visualization',
  'Writing – original draft',
  'Writing – review & editing'
] as const

const byShape: ReadonlyMap<string, string> = new Map([
  ...credit.map((term) => [shape(term), term] as const),
  ['conceptualisation', 'Conceptualization'],
  ['visualisation', 'Visualization'],
  ['analysis', 'Formal analysis'],
  ['editing', 'Writing – review & editing'],
  ['writing', 'Writing – original draft']
])

/** CRediT terms of a list of roles: texts, `{Software: true}`, `{Software: lead}`, `{role: Software}`. */
export function rolesOf(entry: YamlEntry | undefined, reading: Reading): ReadonlyArray<string> {
  const found = itemsOf(entry?.value)
    .flatMap(namedBy)
    .map(({text, place}) => term(text, place, reading))
  return [...new Set(found)].filter((role) => role !== undefined)
}

interface NamedRole {
  readonly text: string
  readonly place: Place
}

function namedBy(node: YamlNode): ReadonlyArray<NamedRole> {
  if (node.kind === 'list') return node.items.flatMap(namedBy)
  if (node.kind === 'scalar') return node.text.split(/[;,]/).map((text) => ({text, place: node.place}))
  const role = node.entries.get('role')?.value ?? node.entries.get('type')?.value
  if (role !== undefined) return namedBy(role)
  return [...node.entries].flatMap(([text, {key, value}]) =>
    value.kind === 'scalar' && /^(?:false|no|none|off)$/i.test(value.text) ? [] : [{text, place: key}]
  )
}

function term(text: string, place: Place, {wonder}: Reading): string | undefined {
  if (text.trim() === '') return undefined
  const found = byShape.get(shape(text))
  if (found === undefined) {
    const note = 'Roles are the fourteen of CRediT, https://credit.niso.org; what a person is goes into `position`.'
    wonder({
      reason: `Unexpected role \`${shortened(text.trim())}\``,
      place,
      expected: nearest(text.trim(), credit),
      note
    })
  }
  return found
}

/** Letters alone: `Writing - Review and Editing` → `writingreviewediting`. */
function shape(text: string): string {
  return text
    .toLowerCase()
    .replace(/\band\b/g, '')
    .replace(/[^a-z]/g, '')
}
