import type {Author} from '../../model/meta.ts'
import type {YamlEntry, YamlNode} from '../../util/yaml.ts'
import type {Register} from './affiliations.ts'
import {orcidOf} from './identifiers.ts'
import {nameFields} from './names.ts'
import type {Naming} from './naming.ts'
import {namingOf} from './naming.ts'
import type {Fields, Reading} from './reading.ts'
import {fieldsOf, flagOf, itemsOf, spelling, textOf, textsOf, vocabulary} from './reading.ts'
import {rolesOf} from './roles.ts'

const known = vocabulary(
  {
    ...nameFields,
    name: 'fullname full-name author',
    names: 'name-alternatives translations',
    orcid: 'orcid-id',
    'orcid-authenticated': 'authenticated',
    email: 'e-mail mail email-address',
    phone: 'telephone tel mobile',
    url: 'website homepage web',
    corresponding: 'correspondence corresp corresponding-author is-corresponding correspond',
    'equal-contribution':
      'equal-contrib equal-contributor equal-contributors equally-contributing equal cofirst co-first',
    deceased: '',
    group: 'collab collaboration is-group consortium',
    degrees: 'degree academic-degree title-academic',
    position: 'title job job-title occupation academic-title',
    roles: 'role credit contributions contribution',
    affiliation: 'affiliations institute institution institutions institutes affil organization organisation',
    note: 'notes thanks footnote acknowledgement acknowledgements',
    'present-address': 'current-address',
    biography: 'bio',
    isni: '',
    scopus: 'scopus-id scopus-author-id',
    researcherid: 'researcher-id wos',
    spin: 'spin-code elibrary',
    attributes: '',
    id: ''
  },
  `github twitter mastodon mastodon-server bluesky linkedin facebook instagram youtube social initials funders funder code symbol
  number order metadata degrees-list fax address photo picture image avatar url-orcid nocite correspondence-address`
)

const registers = ['isni', 'scopus', 'researcherid', 'spin'] as const

/** People described in one place and named by their `id` in another. */
export type People = ReadonlyMap<string, YamlNode>

/** The people with an `id` in lists of authors. */
export function peopleById(lists: ReadonlyArray<YamlEntry>): People {
  const all = lists.flatMap(({value}) => itemsOf(value))
  return new Map(
    all.flatMap((node) => {
      const id = node.kind === 'map' && node.entries.size > 1 ? node.entries.get('id')?.value : undefined
      return id?.kind === 'scalar' ? [[id.text, node] as const] : []
    })
  )
}

/** Read authors: texts, maps of fields, names with fields beneath, or ids of people described elsewhere. */
export function authorsOf(
  entry: YamlEntry | undefined,
  people: People,
  affiliations: Register,
  reading: Reading
): ReadonlyArray<Author> {
  const authors: Array<Author> = []
  for (const node of peopleOf(entry?.value)) {
    const path = `authors.${authors.length}`
    const author = authorOf(described(node, people), path, affiliations, reading)
    if (author !== undefined) authors.push(author)
  }
  return authors
}

function described(node: YamlNode, people: People): YamlNode {
  const id = node.kind === 'map' && node.entries.size === 1 ? node.entries.get('id')?.value : node
  return id?.kind === 'scalar' ? (people.get(id.text) ?? node) : node
}

/** One text may hold several: `A. One and B. Two`, `A. One; B. Two`, `A. One, B. Two, C. Three`. */
function peopleOf(node: YamlNode | undefined): ReadonlyArray<YamlNode> {
  return itemsOf(node).flatMap((item): ReadonlyArray<YamlNode> => {
    if (item.kind === 'list') return item.items
    if (item.kind !== 'scalar' || item.text.startsWith('{')) return [item]
    const parts = item.text.split(/;|\sand\s/).flatMap(byCommas)
    return parts.length === 1 ? [item] : parts.map((text) => ({...item, text, value: text}))
  })
}

/** Three or more whole names with commas between; two could be family and given names. */
function byCommas(text: string): ReadonlyArray<string> {
  const parts = text.split(',').map((part) => part.trim())
  const whole = parts.length > 2 && parts.every((part) => part.includes(' '))
  return (whole ? parts : [text.trim()]).filter((part) => part !== '')
}

function authorOf(node: YamlNode, path: string, affiliations: Register, reading: Reading): Author | undefined {
  reading.places.set(path, node.place)
  if (node.kind === 'list') {
    reading.refuse({reason: 'Unexpected list as an author, expected a name or fields', place: node.place})
    return undefined
  }
  // pandoc's scholars write the name as the key of its fields: `- Ada Lovelace: {email: …}`.
  const [only] = node.kind === 'map' && node.entries.size === 1 ? [...node.entries] : []
  const key = only !== undefined && !known.has(spelling(only[0])) ? only[0] : undefined
  const inner = key === undefined ? node : only?.[1].value
  const fields = inner?.kind === 'map' ? withAttributes(fieldsOf(inner, known, reading), reading) : new Map()
  for (const [field, {value}] of fields) reading.places.set(`${path}.${pathOf(field)}`, value.place)
  const naming = namingOf(node.kind === 'scalar' ? node.text : key, fields, reading)
  if (naming === undefined) {
    const note = 'Give it as `name:`, or as `given:` and `family:`.'
    reading.refuse({reason: 'Cannot find the name of an author', place: node.place, note})
    return undefined
  }
  return {...naming, ...detailsOf(fields, naming, affiliations, reading), place: node.place}
}

function detailsOf(fields: Fields, naming: Naming, affiliations: Register, reading: Reading) {
  const text = (field: string) => textOf(fields.get(field), field, reading)
  const flag = (field: string) => flagOf(fields.get(field), field, reading)
  const list = (field: string) => textsOf(fields.get(field), field, reading)
  const orcid = text('orcid')
  const identifiers = registers.map((name) => [name, text(name)] as const)
  return {
    orcid: orcid === undefined ? undefined : orcidOf(orcid),
    orcidAuthenticated: fields.has('orcid-authenticated') ? flag('orcid-authenticated') : undefined,
    email: text('email'),
    phone: text('phone'),
    url: text('url'),
    corresponding: naming.notes.some((note) => /^corresponding/i.test(note)) || flag('corresponding'),
    equalContribution: naming.notes.some((note) => /^(?:co-?first|equal)/i.test(note)) || flag('equal-contribution'),
    deceased: flag('deceased'),
    degrees: list('degrees').join(', ') || undefined,
    position: list('position').join(', ') || undefined,
    roles: rolesOf(fields.get('roles'), reading),
    affiliations: affiliations.refer(fields.get('affiliation')),
    notes: [...naming.notes, ...list('note'), ...list('present-address')],
    presentAddress: list('present-address')[0],
    biography: text('biography'),
    identifiers: new Map(identifiers.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  }
}

/** Quarto keeps some fields one floor down, as `attributes: {corresponding: true}`. */
function withAttributes(fields: Fields, reading: Reading): Fields {
  const attributes = fields.get('attributes')?.value
  return attributes?.kind === 'map' ? new Map([...fieldsOf(attributes, known, reading), ...fields]) : fields
}

/** A field's name in the model. */
function pathOf(field: string): string {
  if (field === 'equal-contribution') return 'equalContribution'
  return field === 'affiliation' ? 'affiliations' : field
}
