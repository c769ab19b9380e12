import type {Beside, SuggestedReviewer, Supplement, Support} from '../../model/meta.ts'
import type {YamlEntry} from '../../util/yaml.ts'
import {doiOf} from './identifiers.ts'
import {lineOf} from './prose.ts'
import type {Fields, Reading} from './reading.ts'
import {fieldsOf, itemsOf, scalarsOf, shortened, textOf, vocabulary} from './reading.ts'

/** Fields of what goes with an article, by the model's name. */
export const besideFields = {
  custom: 'custom-meta additional-metadata',
  products: 'product reviewed reviewed-works',
  supplementary: 'supplementary-material supplementary-materials supplements supplement-files',
  'suggested-reviewers': 'proposed-reviewers reviewer-suggestions',
  support: 'support-statement in-kind-support'
}

const supplementFields = vocabulary({target: 'href url doi file path', title: 'caption name', label: ''}, 'type')

/** What goes with the article, and is not of it: material beside it, works it reviews, help in kind, what a house adds. */
export function besideOf(fields: Fields, reading: Reading): Beside {
  return {
    supplements: supplementsOf(fields.get('supplementary'), reading),
    products: scalarsOf(fields.get('products'), 'products', reading).map((scalar) => lineOf(scalar, reading)),
    support: supportOf(fields.get('support'), reading),
    reviewers: reviewersOf(fields.get('suggested-reviewers'), reading),
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

const supportFields = vocabulary({text: 'description statement', source: 'name from'})

function supportOf(entry: YamlEntry | undefined, reading: Reading): ReadonlyArray<Support> {
  return itemsOf(entry?.value).flatMap((node): ReadonlyArray<Support> => {
    if (node.kind === 'scalar') return [{text: node.text.trim()}]
    const fields = node.kind === 'map' ? fieldsOf(node, supportFields, reading) : new Map<string, YamlEntry>()
    const source = textOf(fields.get('source'), 'source', reading)
    const text = textOf(fields.get('text'), 'text', reading) ?? source
    return text === undefined ? [] : [{text, source}]
  })
}

const reviewerFields = vocabulary({name: '', affiliation: 'institution', email: '', reason: 'why expertise'})

function reviewersOf(entry: YamlEntry | undefined, reading: Reading): ReadonlyArray<SuggestedReviewer> {
  return itemsOf(entry?.value).flatMap((node): ReadonlyArray<SuggestedReviewer> => {
    if (node.kind === 'scalar') return [{name: node.text.trim()}]
    const fields = node.kind === 'map' ? fieldsOf(node, reviewerFields, reading) : new Map<string, YamlEntry>()
    const text = (field: string) => textOf(fields.get(field), field, reading)
    const name = text('name')
    if (name !== undefined)
      return [{name, affiliation: text('affiliation'), email: text('email'), reason: text('reason')}]
    reading.refuse({reason: 'Cannot find the name of a suggested reviewer', place: node.place})
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
