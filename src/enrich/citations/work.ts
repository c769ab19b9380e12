import {createHash} from 'node:crypto'
import type CSL from 'citeproc'
import type {CitationTrouble, CslItem} from '../../model/article.ts'
import type {CitationStyle} from '../../model/manuscript.ts'
import type {Meta} from '../../model/meta.ts'
import type {Cache} from '../../model/world.ts'
import {localeTag} from '../../util/locale-tag.ts'
import {terms} from '../../util/terms.ts'
import type {Affixes} from './affix.ts'
import {clustersOf} from './cites.ts'
import type {Cited} from './clusters.ts'
import {createEngine, styleKind} from './engine.ts'
import type {Entries} from './entries.ts'
import {entriesOf} from './entries.ts'
import {plainEntries, plainlyPrinted} from './fallback.ts'
import type {Printed} from './formatter.ts'
import {clusterTexts, formatted} from './formatter.ts'
import type {Seen} from './kept.ts'
import {edited, givenText, groundOf, keep} from './kept.ts'

/** All that the printed citations of a document follow from. */
export interface Work {
  readonly cited: ReadonlyArray<Cited>
  readonly items: ReadonlyMap<string, CslItem>
  readonly uncited: ReadonlyArray<string>
  readonly affixes: Affixes
  readonly meta: Meta
  readonly csl: CitationStyle | undefined
}

export interface FormattedWork {
  /** One for each citation. */
  readonly printed: ReadonlyArray<Printed>
  readonly list: Entries
  readonly troubles: ReadonlyArray<CitationTrouble>
  /** Whether citations outside notes are notes themselves. */
  readonly inNotes: boolean
}

/** What citations and the list print: from the cache, else by the engine, else plainly where there is no usable style. */
export async function formattedWork(work: Work, cache: Cache | undefined): Promise<FormattedWork> {
  const {csl, meta, items} = work
  if (items.size === 0 || csl === undefined) return plainWork(work, [])
  try {
    return {...(await styled(work, csl, cache)), troubles: locale(csl, meta), inNotes: styleKind(csl) === 'note'}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return plainWork(work, [{kind: 'style-missing', text: `Cannot use citation style \`${csl.id}\`: ${reason}`}])
  }
}

type Styled = Pick<FormattedWork, 'list' | 'printed'>

async function styled(work: Work, style: CitationStyle, cache: Cache | undefined): Promise<Styled> {
  const {cited, items, affixes} = work
  const clusters = clustersOf(cited, {kind: styleKind(style), items, affixes})
  if (cache === undefined) return made(await seenBy(work, style, clusters, ''))
  const ground = groundOf(partsOf(work, style), clusters)
  const key = keyOf(work, ground, clusters)
  const kept = keptWork(await cache.read(key))
  if (kept !== undefined) return kept
  const anew =
    edited(cache, {ground, cited, clusters, items}) ?? (await seenAnew(work, style, clusters, {ground, cache}))
  const result = made(anew)
  await cache.write(key, new TextEncoder().encode(JSON.stringify(result)))
  return result
}

function made({printed, list}: Styled): Styled {
  return {printed, list}
}

async function seenAnew(
  work: Work,
  style: CitationStyle,
  clusters: ReadonlyArray<CSL.Cluster>,
  {ground, cache}: {readonly ground: string; readonly cache: Cache}
): Promise<Seen> {
  const seen = await seenBy(work, style, clusters, ground)
  keep(cache, seen)
  return seen
}

/** Have a new engine see the whole document. */
async function seenBy(
  {cited, items, uncited, meta}: Work,
  style: CitationStyle,
  clusters: ReadonlyArray<CSL.Cluster>,
  ground: string
): Promise<Seen> {
  const forced = meta.places.has('language')
  const styleEngine = await createEngine({style, language: meta.language, forced, items})
  const given = clusters.map((cluster, index) => givenText(cited[index], cluster))
  const texts = clusterTexts(clusters, styleEngine, {uncited, xml: style.xml})
  const printed = formatted({cited, clusters, texts, items, styleEngine})
  return {ground, styleEngine, given, texts, printed, list: entriesOf(styleEngine.engine)}
}

/** What was kept, if it can be read: a disk may lose a part of it. */
function keptWork(bytes: Uint8Array | undefined): Styled | undefined {
  if (bytes === undefined) return undefined
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/** What makes the result, besides what it is made from: the engine's version, and the form of what is kept. */
export const maker = 'citeproc 2.4.63, form 2'

/** What the result follows from besides the citations. */
function partsOf({items, uncited, meta}: Work, style: CitationStyle): ReadonlyArray<unknown> {
  return [maker, style.xml, [...style.locales], [meta.language, meta.places.has('language')], [...items], uncited]
}

function keyOf({cited}: Work, ground: string, clusters: ReadonlyArray<CSL.Cluster>): string {
  const given = clusters.map((cluster, index) => givenText(cited[index], cluster))
  return createHash('sha256').update(ground).update(JSON.stringify(given)).digest('hex')
}

function plainWork({cited, items, affixes, meta}: Work, troubles: ReadonlyArray<CitationTrouble>): FormattedWork {
  const words = {and: terms(meta.language).and, etAl: 'et al.'}
  const printed = plainlyPrinted(cited, {items, affixes, terms: words})
  return {printed, list: plainEntries(items), troubles, inNotes: false}
}

function locale(csl: CitationStyle, {language}: Meta): ReadonlyArray<CitationTrouble> {
  if (localeTag(language, csl.locales.keys()) !== undefined) return []
  const text = `Cannot find the words of citations in language \`${language}\`, expected a language that CSL has a locale for`
  return [{kind: 'locale-missing', text}]
}
