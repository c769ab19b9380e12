import type CSL from 'citeproc'
import type {CslItem} from '../../model/article.ts'
import type {CitationStyle} from '../../model/manuscript.ts'
import {localeTag} from '../../util/locale-tag.ts'
import {isNoteStyle} from '../../util/note-style.ts'
import type {EntryLanguages} from './entry-terms.ts'
import {entryLanguages, withEntryTerms} from './entry-terms.ts'
import {format, formatName, kinds, marked} from './format.ts'
import {labelled} from './labels.ts'
import type {NameTerms} from './names.ts'
import {withParticles} from './particles.ts'
import {pruned} from './prune.ts'
import {hasten} from './swift.ts'
import {madeSwiftly} from './swift-build.ts'
import {runSwiftly} from './swift-run.ts'
import {sortByFirst} from './swift-sort.ts'
import type {Labels} from './tokens.ts'

export interface EngineOptions {
  readonly style: CitationStyle
  readonly language: string
  /** Whether the article's language goes before the style's own. */
  readonly forced: boolean
  readonly items: ReadonlyMap<string, CslItem>
  /** Whether the list has the words of each work's language. */
  readonly entryTerms: boolean
}

/** How a style points at works. */
export type StyleKind = 'author-date' | 'note' | 'numeric'

export interface StyleEngine {
  readonly engine: CSL.Engine
  readonly kind: StyleKind
  /** The number that `variable` stretches have for a work. */
  readonly numberOf: (key: string) => number | undefined
  /** The words between names in the entry of a work. */
  readonly entryWords: (key: string) => NameTerms
}

/** An engine for one document; a used one remembers what it saw. Loaded late, for it is large. Throws if the style is none. */
export async function createEngine({style, language, forced, items, entryTerms}: EngineOptions): Promise<StyleEngine> {
  const {default: csl} = await import('citeproc')
  csl.Output.Formats[formatName] = format
  const tags = [...style.locales.keys()]
  const keys = [...items.keys()]
  const numbers = new Map(keys.map((key, number) => [key, number]))
  const parted = withParticles(items, csl)
  const given = parted ?? items
  const sys: CSL.Sys = {
    stringCompare: comparer(() => engine),
    retrieveLocale: (tag) => style.locales.get(localeTag(tag, tags) ?? 'en-US') ?? style.locales.get('en-US') ?? '',
    retrieveItem: (id) => ({...given.get(id)})
  }
  // With the wrapper the engine no longer collapses years (tests of the CSL project: disambiguate_YearCollapse…).
  if (!style.xml.includes('collapse="year-suffix'))
    sys.variableWrapper = ({context, itemData}, before, text, after) =>
      context === 'citation' && text !== ''
        ? before + marked(kinds.variable, text, numbers.get(itemData.id)) + after
        : before + text + after
  const languages: EntryLanguages = entryTerms ? entryLanguages(items, language, tags) : new Map()
  const rules = pruned(withEntryTerms(csl.parseXml(style.xml), languages), items.values())
  const tag = localeTag(language, tags) ?? 'en-US'
  const labels: Labels = {settled: new WeakSet(), seeking: new WeakSet(), macros: new WeakMap()}
  const engine: CSL.Engine = labelled(csl, labels, () =>
    madeSwiftly(csl, () => new csl.Engine(sys, rules, tag, forced))
  )
  engine.opt.development_extensions['wrap_url_and_doi'] = true
  engine.opt.development_extensions['parse_names'] = parted === undefined
  engine.setOutputFormat(formatName)
  hasten(engine, csl)
  runSwiftly(engine, csl, labels)
  sortByFirst(engine, csl, style.xml)
  titlesAlike(engine, languages.keys())
  freshDates(engine)
  const entryWords = (key: string) => {
    const own = items.get(key)?.['language']
    const [tagOfEntry] = [...languages].find(([, spellings]) => spellings.has(String(own))) ?? []
    return nameTerms(engine, tagOfEntry)
  }
  return {engine, kind: styleKind(style), numberOf: (key) => numbers.get(key), entryWords}
}

/** The engine knows which words of titles stay small in its own language alone, and would take those of others for none. */
function titlesAlike({opt, locale}: CSL.Engine, tags: Iterable<string>): void {
  const smallWords = locale[opt.lang]?.opts['skip-words-regexp']
  for (const tag of tags) {
    const own = locale[tag]?.opts
    if (own !== undefined && smallWords !== undefined) own['skip-words-regexp'] ??= smallWords
  }
}

/** Where the engine prints the ends of ranges of dates; of the one version that is installed. */
interface Dates {
  readonly dateput: {
    readonly queue: ReadonlyArray<unknown>
    string(engine: object, queue: ReadonlyArray<unknown>): unknown
    openLevel(token: string): void
  }
}

/** What surrounds the last date of a style is left over from its reading, and would surround the end of the first range. */
function freshDates(engine: CSL.Engine): void {
  const {dateput} = engine as unknown as Dates
  dateput.string(engine, dateput.queue)
  dateput.openLevel('empty')
}

/** The engine's own words between names, in its language or another that it prints works in. */
export function nameTerms(engine: CSL.Engine, tag?: string): NameTerms {
  const {lang} = engine.opt
  if (tag !== undefined && Object.hasOwn(engine.locale, tag)) engine.opt.lang = tag
  const terms = {and: engine.getTerm('and'), etAl: engine.getTerm('et-al')}
  engine.opt.lang = lang
  return terms
}

/** The engine's own order of words, with a collator that is made once. */
function comparer(engine: () => CSL.Engine): (a: string, b: string) => number {
  let collator: Intl.Collator | undefined
  return (a, b) => {
    const locale = engine().opt['default-locale-sort']
    collator ??= new Intl.Collator(locale, {sensitivity: 'base', ignorePunctuation: true, numeric: true})
    return collator.compare(a.toLocaleLowerCase(locale), b.toLocaleLowerCase(locale))
  }
}

const styleKinds = new WeakMap<Pick<CitationStyle, 'xml'>, StyleKind>()

/** Read from the style itself, for which no engine is needed. */
export function styleKind(style: Pick<CitationStyle, 'xml'>): StyleKind {
  const kind = styleKinds.get(style) ?? kindOf(style)
  styleKinds.set(style, kind)
  return kind
}

function kindOf(style: Pick<CitationStyle, 'xml'>): StyleKind {
  if (isNoteStyle(style.xml)) return 'note'
  return /variable="(?:citation-number|citation-label)"/.test(citationRules(style)) ? 'numeric' : 'author-date'
}

/** What of a style makes its citations, as XML: the rules of `citation` and the macros that they call. */
export function citationRules(style: Pick<CitationStyle, 'xml'>): string {
  const found = rules.get(style)
  if (found !== undefined) return found
  const {xml} = style
  const citation = xml.slice(xml.indexOf('<citation'), xml.indexOf('</citation>'))
  const made = citation + macrosOf(citation, xml)
  rules.set(style, made)
  return made
}

const rules = new WeakMap<Pick<CitationStyle, 'xml'>, string>()

/** The macros that a part of a style calls, directly or not. */
function macrosOf(part: string, xml: string): string {
  const bodies = new Map<string, string>()
  for (const macro of xml.split(/<macro\s/).slice(1)) {
    const [, name = ''] = /^[^<>]*?\bname="([^"<>]*)"/.exec(macro) ?? []
    bodies.set(name, macro.split('</macro>', 1)[0] ?? '')
  }
  // A key to sort by is not printed.
  const open = [part.replace(/<sort>[\s\S]*?<\/sort>/g, '')]
  const seen = new Set<string>()
  for (const text of open)
    for (const [, name = ''] of text.matchAll(/macro="([^"]*)"/g)) {
      if (seen.has(name)) continue
      seen.add(name)
      open.push(bodies.get(name) ?? '')
    }
  return open.slice(1).join('')
}
