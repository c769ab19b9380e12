import {createHash} from 'node:crypto'
import type {CitationTrouble, CslItem} from '../../model/article.ts'
import type {CitationStyle} from '../../model/manuscript.ts'
import type {Meta} from '../../model/meta.ts'
import type {Cache} from '../../model/world.ts'
import {localeTag} from '../../util/locale-tag.ts'
import {terms} from '../../util/terms.ts'
import type {Affixes} from './affix.ts'
import type {Cited} from './clusters.ts'
import {createEngine, styleKind} from './engine.ts'
import type {Entries} from './entries.ts'
import {entriesOf} from './entries.ts'
import {plainEntries, plainlyPrinted} from './fallback.ts'
import type {Printed} from './formatter.ts'
import {clusterTexts, nothing, printedOne} from './formatter.ts'
import type {Given} from './given.ts'
import {givenOf} from './given.ts'
import type {Ground, Seen} from './kept.ts'
import {edited, keep, ownCopy} from './kept.ts'

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
  const {cited, items, affixes, uncited, meta} = work
  const settings = {forced: meta.places.has('language'), entryTerms: meta.citing?.terms === 'entry'}
  const ground = {style, language: meta.language, ...settings, items, uncited}
  const given = givenOf(cited, {kind: styleKind(style), items, affixes}, cache)
  if (cache === undefined) return seenBy(ground, given)
  const before = edited(cache, ground, given)
  // What a kept engine makes in an instant is not worth the writing of the whole.
  if (before !== undefined) return before
  const key = keyOf(ground, given)
  const stored = keptWork(await cache.read(key))
  if (stored !== undefined) {
    keep(cache, {ground, given, ...stored})
    return stored
  }
  const seen = await seenBy(ground, given)
  keep(cache, seen)
  const {printed, list} = seen
  await cache.write(key, new TextEncoder().encode(JSON.stringify({printed, list} satisfies Styled)))
  return seen
}

/** Have a new engine see the whole document. */
async function seenBy(ground: Ground, given: ReadonlyArray<Given>): Promise<Seen> {
  const {style, items, uncited} = ground
  const styleEngine = await createEngine(ground)
  const clusters = given.map(({cluster}) => ownCopy(cluster))
  const texts = clusterTexts(clusters, styleEngine, {uncited, xml: style.xml})
  const printed = clusters.map((cluster, index) => {
    const each = given[index]
    return each === undefined
      ? nothing
      : printedOne(texts.get(cluster.citationID) ?? '', cluster, each, {styleEngine, items})
  })
  return {ground, given, printed, list: entriesOf(styleEngine), live: {styleEngine, clusters}}
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
export const maker = 'citeproc 2.4.63, form 3'

/** The name of all that the result follows from. */
function keyOf({style, items, uncited, language, forced, entryTerms}: Ground, given: ReadonlyArray<Given>): string {
  const parts = [maker, style.xml, [...style.locales], [language, forced, entryTerms], [...items], uncited, given]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
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
