import type {Affiliation} from '../../model/meta.ts'
import type {Place} from '../../model/place.ts'
import type {Finding} from '../../model/problem.ts'
import {nearest} from '../../util/nearest.ts'
import type {YamlEntry, YamlMap, YamlNode} from '../../util/yaml.ts'
import {affiliationFields, affiliationOf, idOf} from './affiliation-fields.ts'
import type {Reading} from './reading.ts'
import {itemsOf, shortened} from './reading.ts'

/** The affiliations of an article, gathered from its list and from its authors. */
export interface Register {
  readonly all: () => ReadonlyArray<Affiliation>
  /** The ids of what an author's field names: by index, by id, by name or in full. */
  readonly refer: (entry: YamlEntry | undefined) => ReadonlyArray<string>
}

/** Read the list of affiliations: maps, texts, or a map of either by id. */
export function register(entry: YamlEntry | undefined, reading: Reading): Register {
  const list = new Map<string, Affiliation>()
  const names = new Map<string, string>()
  const add = (affiliation: Affiliation) => {
    const same = list.get(affiliation.id)
    if (same === undefined) {
      const path = `affiliations.${list.size}`
      if (affiliation.place !== undefined) reading.places.set(path, affiliation.place)
      list.set(affiliation.id, affiliation)
      if (!names.has(affiliation.name)) names.set(affiliation.name, affiliation.id)
    }
    return affiliation.id
  }
  /** The first number that no affiliation bears. */
  const next = () => {
    let number = list.size + 1
    while (list.has(String(number))) number++
    return String(number)
  }
  for (const [id, node] of listed(entry)) {
    const affiliation = affiliationOf(node, id ?? next(), reading)
    if (affiliation !== undefined) add(affiliation)
  }
  const declared = [...list.keys()]
  const refer = (node: YamlNode): ReadonlyArray<string> => {
    if (node.kind === 'list') return node.items.flatMap(refer)
    const referred = node.kind === 'scalar' ? references(node.text, list, names) : knownId(node, list)
    if (referred !== undefined) return referred
    const mistaken = mistakenReference(node, declared)
    if (mistaken !== undefined) {
      reading.refuse(unknown({text: mistaken, place: node.place}, list))
      return []
    }
    const affiliation = affiliationOf(node, next(), reading)
    if (affiliation === undefined) return []
    const same = names.get(affiliation.name)
    return [same !== undefined && isSame(list.get(same), affiliation) ? same : add(affiliation)]
  }
  return {
    all: () => [...list.values()],
    refer: (given) => [...new Set(itemsOf(given?.value).flatMap(refer))]
  }
}

/** The items of the list; with their ids where it is a map of ids. */
function listed(entry: YamlEntry | undefined): ReadonlyArray<readonly [string | undefined, YamlNode]> {
  const node = entry?.value
  if (node?.kind === 'map' && ![...node.entries.keys()].some((key) => affiliationFields.get(key) === 'name')) {
    return [...node.entries].map(([id, {value}]) => [id, value])
  }
  return itemsOf(node).map((item) => {
    // pandoc's scholars write `- ud: University of …`.
    const [only] = item.kind === 'map' && item.entries.size === 1 ? [...item.entries] : []
    return only !== undefined && !affiliationFields.has(only[0]) ? [only[0], only[1].value] : [undefined, item]
  })
}

/** The id of a map such as `{ref: ud}`, if there is such an affiliation. */
function knownId(map: YamlMap, list: ReadonlyMap<string, Affiliation>): ReadonlyArray<string> | undefined {
  const id = idOf(map)
  return id !== undefined && list.has(id) ? [id] : undefined
}

/** The ids that `1`, `1, 2`, `1 and 2`, `ud` or a whole name name; `undefined` if it names none that is known. */
function references(
  text: string,
  list: ReadonlyMap<string, Affiliation>,
  names: ReadonlyMap<string, string>
): ReadonlyArray<string> | undefined {
  const whole = text.replace(/\s+/g, ' ').trim()
  const named = list.has(whole) ? whole : names.get(whole)
  if (named !== undefined) return [named]
  const parts = whole.split(/\s*(?:[,;&]|\band\b)\s*/).filter((part) => part !== '')
  return parts.length > 0 && parts.every((part) => list.has(part)) ? parts : undefined
}

/** Among more ids than this no slip of the pen is looked for. */
const mostIds = 500

/** The text of what can only be meant as a reference: numbers, one word close to an id of the list, `{ref: …}`. */
function mistakenReference(node: YamlNode, ids: ReadonlyArray<string>): string | undefined {
  if (node.kind === 'map') return node.entries.has('ref') ? (idOf(node) ?? '') : undefined
  if (node.kind === 'list') return undefined
  const text = node.text.trim()
  const isNumber = /^[\d\s,;&]+$/.test(text)
  const isClose = ids.length <= mostIds && !/\s/.test(text) && nearest(text, ids, 1).length > 0
  return isNumber || isClose ? text : undefined
}

function unknown({text, place}: {text: string; place: Place}, list: ReadonlyMap<string, Affiliation>): Finding {
  const expected = list.size <= 3 ? [...list.keys()] : nearest(text, list.keys())
  const note = 'Affiliations are listed under `affiliations`, each with an `id` (or `index`) and a `name`.'
  return {reason: `Cannot find the affiliation \`${shortened(text)}\``, place, expected, note}
}

function isSame(a: Affiliation | undefined, b: Affiliation): boolean {
  return (
    a !== undefined && (b.city === undefined || a.city === b.city) && (b.department ?? a.department) === a.department
  )
}
