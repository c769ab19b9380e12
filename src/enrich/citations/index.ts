import type {PhrasingContent, Root} from 'mdast'
import type {CitationTrouble, CslItem, Library, LibraryEntry} from '../../model/article.ts'
import type {CitationStyle} from '../../model/manuscript.ts'
import type {Meta} from '../../model/meta.ts'
import type {Citation} from '../../model/nodes.ts'
import {placeOf} from '../../model/place.ts'
import type {Cache} from '../../model/world.ts'
import {terms} from '../../util/terms.ts'
import {textsOf} from '../../util/texts.ts'
import {unresolved} from '../unresolved.ts'
import type {Affixes} from './affix.ts'
import {createAffixes} from './affix.ts'
import type {Cited} from './clusters.ts'
import {citedIn} from './clusters.ts'
import {styleKind} from './engine.ts'
import type {Printed} from './formatter.ts'
import {identifiersOf} from './identifiers.ts'
import {listsOf, styleForLists} from './lists.ts'
import {printedLocator} from './locator.ts'
import {unprintedLocators} from './locators.ts'
import type {NameTerms} from './names.ts'
import {shortNames} from './names.ts'
import {noteCall, settle} from './note-calls.ts'
import {surveyOf} from './survey.ts'
import type {Piece} from './tree.ts'
import {phrasingOf, piecesOf} from './tree.ts'
import {formattedWork} from './work.ts'
import {worksOf} from './works.ts'

/** Texts with citations that nobody else holds: they are written into. */
export interface CitingTexts {
  readonly meta: Meta
  /** Flat, with footnote definitions in place: citations become notes where the style says so. */
  readonly body: Root
  readonly library: Library
  readonly csl: CitationStyle | undefined
}

export interface CitationResult {
  /** The works listed, in the order of the style. */
  readonly references: ReadonlyArray<LibraryEntry>
  readonly troubles: ReadonlyArray<CitationTrouble>
}

/**
 * Resolve every citation of the texts into what the reader sees, with links, and fill the lists of works;
 * where works are cited or wanted and there is no list, one is added at the end. One pass of the CSL engine over
 * all citations in reading order, so that numbers, “ibid.” and years with letters are right.
 * What the engine made is kept in the cache, and an unchanged document does without the engine.
 * Never throws for a style or a work: what is wrong comes back as troubles, and plain text stands in.
 */
export async function citations(texts: CitingTexts, cache?: Cache): Promise<CitationResult> {
  const {meta, body, library} = texts
  const roots = textsOf({meta, body})
  const survey = surveyOf(roots, body)
  const csl = texts.csl && styleForLists(texts.csl, survey.lists)
  const cited = citedIn(roots, survey, csl !== undefined && styleKind(csl) === 'note')
  for (const [index, {node}] of cited.entries()) node.number = index + 1
  const {keys, uncited} = wanted(cited, meta, library)
  const affixes = createAffixes()
  const items = worksOf(keys, {library, language: meta.language, formula: affixes.formula}, cache)
  const work = await formattedWork({cited, items, uncited, affixes, meta, csl}, cache)
  const {entries, layout} = work.list
  const ids = identifiersOf(entries)
  const anchors = keys.map((key) => anchor(ids.first.get(key)))
  const treeOptions = {restore: affixes.restore, entry: (number: number) => anchors[number]}
  const phrasing = (pieces: ReadonlyArray<Piece>) => phrasingOf(pieces, treeOptions)
  const call = (content: ReadonlyArray<PhrasingContent>, number: number) =>
    noteCall(content, number, body, survey.noteNames)
  const words = {and: terms(meta.language).and, etAl: 'et al.'}
  const options = {items, affixes, phrasing, words, call: work.inNotes ? call : undefined}
  for (const [index, each] of cited.entries()) {
    const printed = work.printed[index]
    if (printed === undefined) continue
    const children = each.node.namesOnly === true ? namesOf(each, printed, options) : childrenOf(each, printed, options)
    each.node.children = each.inLink ? unlinked(children) : children
  }
  settle(cited, work.inNotes)
  const citedBy = numbersByKey(cited)
  for (const [list, own] of listsOf({body, nodes: survey.lists, library, language: meta.language}, entries)) {
    list.layout = layout
    list.children = own.map(({key, marker, pieces}) => ({
      type: 'reference',
      key,
      identifier: ids.next(key),
      marker: phrasing(marker),
      citedBy: citedBy.get(key) ?? [],
      children: phrasing(pieces)
    }))
  }
  return {
    references: entries.flatMap(({key}) => library.get(key) ?? []),
    troubles: [
      ...work.troubles,
      ...formless(cited, work.printed),
      ...(csl === undefined ? [] : unprintedLocators(cited, library, csl))
    ]
  }
}

/** Keys of works that are cited and then of those only listed; the latter alone as well. */
function wanted(cited: ReadonlyArray<Cited>, {nocite}: Meta, library: Library) {
  const keys = new Set<string>()
  for (const {node} of cited) for (const {key} of node.items) if (library.has(key)) keys.add(key)
  const listed = nocite.flatMap(({key}) => (key === '*' ? [...library.keys()] : [key]))
  const uncited = [...new Set(listed)].filter((key) => library.has(key) && !keys.has(key))
  return {keys: [...keys, ...uncited], uncited}
}

function formless(cited: ReadonlyArray<Cited>, printed: ReadonlyArray<Printed>): ReadonlyArray<CitationTrouble> {
  const troubles: Array<CitationTrouble> = []
  for (const [index, {node}] of cited.entries())
    for (const key of printed[index]?.formless ?? [])
      troubles.push({
        kind: 'no-printed-form',
        text: `Cannot print a citation of \`${key}\`, expected fields that the style prints, such as author, title and date`,
        place: placeOf(node)
      })
  return troubles
}

interface ChildrenOptions {
  readonly items: ReadonlyMap<string, CslItem>
  readonly affixes: Affixes
  readonly phrasing: (pieces: ReadonlyArray<Piece>) => Array<PhrasingContent>
  readonly words: NameTerms
  /** Makes a note of a citation by its number; absent where the style cites in the text. */
  readonly call: ((content: ReadonlyArray<PhrasingContent>, number: number) => PhrasingContent) | undefined
}

/** Who wrote a work, with a link to its entry; in notes of styles that cite there too. */
function namesOf(
  {node}: Cited,
  {names}: Printed,
  {items, phrasing, words, ...rest}: ChildrenOptions
): Array<PhrasingContent> {
  const [first] = node.items
  const work = first && items.get(first.key)
  const own = work === undefined ? [] : names.length > 0 ? names : [shortNames(work, words)]
  const children = phrasing(own)
  addUnknown(node, children, {items, phrasing, words, ...rest})
  return children
}

function childrenOf({node, inNote}: Cited, printed: Printed, options: ChildrenOptions): Array<PhrasingContent> {
  const {phrasing, call} = options
  const main = phrasing(printed.main)
  const inText = call === undefined || inNote
  const behind = inText || main.length === 0 ? main : [call(main, node.number ?? 0)]
  const children = printed.names.length === 0 ? behind : phrasing(printed.names)
  if (printed.names.length > 0) {
    if (inText && main.length > 0) children.push(...phrasing([printed.space]))
    children.push(...behind)
  }
  addUnknown(node, children, options)
  return children.some(isEmpty) ? children.filter((child) => !isEmpty(child)) : children
}

function isEmpty(node: PhrasingContent): boolean {
  return node.type === 'text' && node.value === ''
}

/** What is in no bibliography is called by its key. */
function addUnknown({items: cites}: Citation, children: Array<PhrasingContent>, options: ChildrenOptions): void {
  const {items, affixes, phrasing} = options
  for (const item of cites) {
    if (items.has(item.key)) continue
    const [before, after] = [affixes.prefix(item.prefix), affixes.suffix(item.suffix)]
    const locator = item.locator === undefined ? '' : `, ${affixes.text(printedLocator(item.locator))}`
    const isFirst = children.every(isEmpty)
    children.push(
      ...phrasing(piecesOf(`${isFirst ? '' : ' '}${before}`)),
      unresolved(item.key),
      ...phrasing(piecesOf(locator + after))
    )
  }
}

function unlinked(nodes: ReadonlyArray<PhrasingContent>): Array<PhrasingContent> {
  return nodes.flatMap((node) => (node.type === 'link' ? node.children : [node]))
}

function anchor(identifier: string | undefined): string | undefined {
  return identifier === undefined ? undefined : `#${identifier}`
}

function numbersByKey(cited: ReadonlyArray<Cited>): ReadonlyMap<string, ReadonlyArray<number>> {
  const numbers = new Map<string, Array<number>>()
  for (const [index, {node}] of cited.entries())
    for (const {key} of node.items) {
      const own = numbers.get(key)
      if (own === undefined) numbers.set(key, [index + 1])
      else if (own.at(-1) !== index + 1) own.push(index + 1)
    }
  return numbers
}
