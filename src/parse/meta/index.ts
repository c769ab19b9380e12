import type {Root} from 'mdast'
import type {Meta, StatementKind} from '../../model/meta.ts'
import type {Place} from '../../model/place.ts'
import type {YamlEntry, YamlMap} from '../../util/yaml.ts'
import {register} from './affiliations.ts'
import {attachOf} from './attach.ts'
import type {People} from './authors.ts'
import {authorsOf, peopleById} from './authors.ts'
import {besideOf, namedTextsOf} from './beside.ts'
import {citingOf} from './citing.ts'
import {contentsOf} from './contents.ts'
import {cutOf} from './cut.ts'
import {fundingOf} from './funding.ts'
import {graphicalAbstractOf} from './graphical-abstract.ts'
import {keywordsOf, plainText} from './keywords.ts'
import {byLanguage, languageTag} from './languages.ts'
import {licenceOf} from './licence.ts'
import {macrosOf} from './macros.ts'
import {nociteOf} from './nocite.ts'
import {inlineOf, proseOf} from './prose.ts'
import {publicationOf} from './publication.ts'
import type {Fields, Reading} from './reading.ts'
import {fieldsOf, flagOf, shortened, textOf, textsOf} from './reading.ts'
import {reviewOf} from './review.ts'
import {statementFields, topFields} from './top-fields.ts'
import type {Languages} from './translations.ts'
import {languagesOf, suffixed, translationOf} from './translations.ts'

export type {Reading} from './reading.ts'

/**
 * Read the metadata of an article from its front matter and, beneath it, other maps: pandoc's, JOSS's, Quarto's, MyST's
 * and Manubot's spellings. `whole` is where the front matter stands, or should.
 */
export function metaOf(layers: ReadonlyArray<YamlMap>, whole: Place, reading: Reading): Meta {
  reading.places.set('', whole)
  const {fields, others, people} = combined(layers, reading)
  const language = languageOf(fields, reading)
  const {own, others: translated} = languagesOf(fields, language, others, reading)
  notePlaces(own, reading)
  const affiliations = register(own.get('affiliation'), reading)
  const authors = authorsOf(own.get('author'), people, affiliations, reading)
  const {funding, statement} = fundingOf(own.get('funding'), reading)
  const shortTitle = textOf(own.get('short-title'), 'short-title', reading)
  return {
    title: inlineOf(own.get('title'), 'title', reading) ?? [],
    subtitle: inlineOf(own.get('subtitle'), 'subtitle', reading),
    shortTitle: shortTitle === undefined ? undefined : plainText(shortTitle),
    authors,
    affiliations: affiliations.all(),
    abstract: proseOf(own.get('abstract'), 'abstract', reading),
    graphicalAbstract: graphicalAbstractOf(own.get('graphical-abstract'), language, reading),
    plainSummary: proseOf(own.get('plain-summary'), 'plain-summary', reading),
    highlights: own.has('highlights')
      ? textsOf(own.get('highlights'), 'highlights', reading).map(plainText)
      : undefined,
    keywords: keywordsOf(own.get('keywords') ?? own.get('tags'), reading),
    language,
    translations: new Map([...translated].map(([tag, each]) => [tag, translationOf(tag, each, reading)])),
    publication: publicationOf(own, language, reading),
    licence: licenceOf(own.get('license'), reading),
    funding,
    beside: besideOf(own, reading),
    statements: statementsOf(own, statement, reading),
    nocite: nociteOf(own.get('nocite'), reading),
    citing: citingOf(own, reading),
    style: textOf(own.get('style'), 'style', reading),
    smart: own.has('smart') ? flagOf(own.get('smart'), 'smart', reading) : undefined,
    contents: contentsOf(own, reading),
    review: reviewOf(own, reading),
    attach: attachOf(own, reading),
    cut: cutOf(own, reading),
    archival: own.has('archival') ? flagOf(own.get('archival'), 'archival', reading) : undefined,
    abbreviations: namedTextsOf(own.get('abbreviations'), 'abbreviations', reading),
    macros: macrosOf(own.get('macros'), reading),
    places: reading.places
  }
}

interface Combined {
  readonly fields: Fields
  readonly others: Languages['others']
  readonly people: People
}

/** The fields of all layers; of those given twice the first. */
function combined(layers: ReadonlyArray<YamlMap>, reading: Reading): Combined {
  const parts = layers.map((layer) => suffixed(layer, topFields))
  const fields = parts.map(({rest}) => fieldsOf(rest, topFields, reading))
  return {
    fields: new Map([...fields].reverse().flatMap((each) => [...each])),
    others: new Map(parts.flatMap(({others}) => [...others]).reverse()),
    people: peopleById(fields.map((each) => each.get('author')).filter((entry) => entry !== undefined))
  }
}

/** The article's language; that of its title if only the title says; English if nothing does. */
function languageOf(fields: Fields, reading: Reading): string {
  const entry = fields.get('lang')
  const written = textOf(entry, 'lang', reading)
  const [first] = byLanguage(fields.get('title')?.value)?.keys() ?? []
  if (written === undefined) return first ?? 'en'
  const tag = languageTag(written)
  if (tag === undefined) {
    const reason = `Unexpected language \`${shortened(written)}\`, expected a tag such as \`en-GB\` or \`uz\``
    reading.refuse({
      reason,
      place: entry?.value.place,
      note: 'Languages are named by BCP 47: https://www.w3.org/International/questions/qa-choosing-language-tags'
    })
  }
  return tag ?? first ?? 'en'
}

function statementsOf(
  own: Fields,
  funding: YamlEntry | undefined,
  reading: Reading
): ReadonlyMap<StatementKind, Root> | undefined {
  const kinds = Object.keys(statementFields) as ReadonlyArray<keyof typeof statementFields>
  const found = [
    ...kinds.map((kind) => [kind as StatementKind, proseOf(own.get(kind), kind, reading)] as const),
    ['funding', proseOf(funding, 'funding', reading)] as const
  ]
  const given = found.flatMap(([kind, root]) => (root === undefined ? [] : [[kind, root] as const]))
  return given.length === 0 ? undefined : new Map(given)
}

/** Names that the model has otherwise than the front matter. */
const modelNames: ReadonlyMap<string, string> = new Map([
  ['affiliation', 'affiliations'],
  ['author', 'authors'],
  ['lang', 'language'],
  ['license', 'licence'],
  ['plain-summary', 'plainSummary'],
  ['short-title', 'shortTitle'],
  ['tags', 'keywords']
])

function notePlaces(own: Fields, {places}: Reading): void {
  for (const [field, {key, value}] of own) {
    const name = modelNames.get(field) ?? field
    if (!places.has(name)) places.set(name, value.kind === 'scalar' ? value.place : key)
  }
}
