import type {Beside, Supplement} from '../../model/meta.ts'
import type {YamlEntry} from '../../util/yaml.ts'
import {doiOf} from './identifiers.ts'
import type {Fields, Reading} from './reading.ts'
import {fieldsOf, itemsOf, shortened, textOf, textsOf, vocabulary} from './reading.ts'

/** Fields of what goes with an article, by the model's name. */
export const besideFields = {
  custom: 'custom-meta additional-metadata',
  products: 'product reviewed reviewed-works',
  supplementary: 'supplementary-material supplementary-materials supplements supplement-files',
  support: 'support-statement in-kind-support'
}

const supplementFields = vocabulary({target: 'href url doi file path', title: 'caption name', label: ''}, 'type')

/** What goes with the article, and is not of it: material beside it, works it reviews, help in kind, what a house adds. */
export function besideOf(fields: Fields, reading: Reading): Beside {
  return {
    supplements: supplementsOf(fields.get('supplementary'), reading),
    products: textsOf(fields.get('products'), 'products', reading),
    support: textsOf(fields.get('support'), 'support', reading),
    custom: namedTextsOf(fields.get('custom'), 'custom', reading)
  }
}

function supplementsOf(entry: YamlEntry | undefined, reading: Reading): ReadonlyArray<Supplement> {
  return itemsOf(entry?.value).flatMap((node): ReadonlyArray<Supplement> => {
    if (node.kind === 'scalar') return [{target: doiOf(node.text.trim())}]
    const fields = node.kind === 'map' ? fieldsOf(node, supplementFields, reading) : new Map<string, YamlEntry>()
    const text = (field: string) => textOf(fields.get(field), field, reading)
    const target = text('target')
    if (target !== undefined) return [{target: doiOf(target), title: text('title'), label: text('label')}]
    const note = 'Give its address as `url:` or its DOI as `doi:`.'
    reading.refuse({reason: 'Cannot find where the supplementary material is', place: node.place, note})
    return []
  })
}

/** Texts by names of the author's choosing. */
export function namedTextsOf(
  entry: YamlEntry | undefined,
  field: string,
  reading: Reading
): ReadonlyMap<string, string> {
  if (entry === undefined) return new Map()
  if (entry.value.kind === 'map') {
    const pairs = [...entry.value.entries].map(([name, each]) => [name, textOf(each, name, reading)] as const)
    return new Map(pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])))
  }
  const written = entry.value.kind === 'scalar' ? shortened(entry.value.text) : 'list'
  const reason = `Unexpected \`${written}\` as \`${field}\`, expected names with values`
  reading.refuse({reason, place: entry.value.place})
  return new Map()
}
