import type {Library, LibraryEntry} from '../../model/article.ts'
import type {TextSource} from '../../model/manuscript.ts'
import type {Place} from '../../model/place.ts'
import type {Problem, Report} from '../../model/problem.ts'
import type {CslOptions} from './bibtex/csl.ts'
import {readBibtex} from './bibtex/index.ts'
import type {Complaint} from './complaint.ts'
import {readEndnote} from './endnote.ts'
import {entriesOf} from './found.ts'
import {readJson} from './json.ts'
import {markedUp} from './markdown-text.ts'
import {readPubmed} from './pubmed.ts'
import {readRis} from './ris.ts'
import {readYamlReferences} from './yaml.ts'

/** References written in the front matter, as plain data, and where they stand. */
export interface InlineReferences {
  readonly value: unknown
  readonly place: Place
  /** Where each item stands. */
  readonly places?: ReadonlyArray<Place> | undefined
}

/**
 * Read the references of the front matter, then of each file: BibTeX and BibLaTeX, CSL as JSON or YAML, RIS, PubMed's nbib
 * and EndNote's enw. The first entry of a key holds, later ones are kept as its duplicates.
 * Reports what is malformed; an entry that cannot be read is left out, the others stay.
 */
export async function bibliography(
  sources: ReadonlyArray<TextSource>,
  inline: InlineReferences | undefined,
  report: Report,
  options: CslOptions = {}
): Promise<Library> {
  const problems: Array<Problem> = []
  const complain = ({severity = 'warning', ...finding}: Complaint) =>
    void problems.push({id: 'bibliography-reads', severity, ...finding})
  const found: Array<LibraryEntry> = inline === undefined ? [] : [...inlineEntries(inline, complain)]
  for (const source of sources) for (const entry of await read(source, complain, options)) found.push(entry)
  // What two entries inherit is said once.
  const once = new Map(problems.map((problem) => [JSON.stringify([problem.reason, problem.place]), problem]))
  for (const problem of once.values()) report(problem)
  return libraryOf(found)
}

function inlineEntries(
  {value, place, places}: InlineReferences,
  complain: Report<Complaint>
): ReadonlyArray<LibraryEntry> {
  const list = Array.isArray(value) ? value : [value]
  return entriesOf(
    list.map((item, index) => ({value: markedUp(item), place: places?.[index] ?? place})),
    complain
  )
}

async function read(
  source: TextSource,
  complain: Report<Complaint>,
  options: CslOptions
): Promise<ReadonlyArray<LibraryEntry>> {
  const kind = kindOf(source)
  if (kind === 'bibtex') return readBibtex(source, complain, options)
  if (kind === 'ris') return entriesOf(await readRis(source, complain), complain, true)
  if (kind === 'pubmed') return entriesOf(readPubmed(source, complain), complain, true)
  if (kind === 'endnote') return entriesOf(readEndnote(source, complain), complain, true)
  if (kind === 'json') return entriesOf(readJson(source, complain), complain)
  return entriesOf(readYamlReferences(source, complain), complain)
}

type Kind = 'bibtex' | 'endnote' | 'json' | 'pubmed' | 'ris' | 'yaml'

const extensions: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['bib', 'bibtex'],
  ['biblatex', 'bibtex'],
  ['bibtex', 'bibtex'],
  ['enw', 'endnote'],
  ['json', 'json'],
  ['nbib', 'pubmed'],
  ['ris', 'ris'],
  ['yaml', 'yaml'],
  ['yml', 'yaml']
])

/** By the file's extension, unless its beginning says otherwise. */
function kindOf({path, text}: TextSource): Kind {
  const top = text.slice(0, 2000)
  if (/^\s*TY {2}- /.test(top)) return 'ris'
  if (/^\s*PMID ?- /.test(top)) return 'pubmed'
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const named = extensions.get(extension)
  if (named !== undefined && !(named !== 'bibtex' && /^\s*@[A-Za-z]+\s*[{(]/.test(top))) return named
  return /^\s*[[{]/.test(top) ? 'json' : 'bibtex'
}

function libraryOf(entries: ReadonlyArray<LibraryEntry>): Library {
  const library = new Map<string, {entry: LibraryEntry; duplicates: Array<Place>}>()
  for (const entry of entries) {
    const first = library.get(entry.key)
    if (first === undefined) library.set(entry.key, {entry, duplicates: []})
    else if (entry.place !== undefined) first.duplicates.push(entry.place)
  }
  return new Map([...library].map(([key, {entry, duplicates}]) => [key, {...entry, duplicates}]))
}
