import type {Report} from '../../../model/problem.ts'
import {nearest} from '../../../util/nearest.ts'
import type {Complaint} from '../complaint.ts'
import type {BibtexEntry, BibtexField} from './entry.ts'

/** What a child does not take from its parent, as BibLaTeX has it (manual, appendix B). */
const own: ReadonlySet<string> = new Set(
  `crossref entryset entrysubtype execute ids label options presort related relatedoptions relatedstring relatedtype
  shorthand shorthandintro sortkey xdata xref`.split(/\s+/)
)

const bookParts = ['inbook', 'bookinbook', 'suppbook']
const collectionParts = ['incollection', 'inreference', 'suppcollection']

/** How a parent's title is called in the child: the prefix, and the types of children. */
const titles: ReadonlyMap<string, {readonly prefix: string; readonly children: ReadonlyArray<string>}> = new Map([
  ['mvbook', {prefix: 'main', children: ['book', ...bookParts]}],
  ['mvcollection', {prefix: 'main', children: ['collection', 'reference', ...collectionParts]}],
  ['mvreference', {prefix: 'main', children: ['collection', 'reference', ...collectionParts]}],
  ['mvproceedings', {prefix: 'main', children: ['proceedings', 'inproceedings', 'conference']}],
  ['book', {prefix: 'book', children: bookParts}],
  ['collection', {prefix: 'book', children: collectionParts}],
  ['reference', {prefix: 'book', children: collectionParts}],
  ['proceedings', {prefix: 'book', children: ['inproceedings', 'conference']}],
  ['periodical', {prefix: 'journal', children: ['article', 'suppperiodical']}]
])

/** Longer chains are no bibliography's. */
const longestChain = 20

/** Give an entry what it takes from others: all of `xdata`, and of its `crossref` what it lacks. Reports what cannot be found. */
export function inherited(
  entry: BibtexEntry,
  entries: ReadonlyMap<string, BibtexEntry>,
  complain: Report<Complaint>
): BibtexEntry {
  return resolve(entry, {entries, complain, chain: [entry.key]})
}

interface Inheritance {
  readonly entries: ReadonlyMap<string, BibtexEntry>
  readonly complain: Report<Complaint>
  /** The keys from the child to here, to see a circle. */
  readonly chain: ReadonlyArray<string>
}

function resolve(entry: BibtexEntry, inheritance: Inheritance): BibtexEntry {
  const {fields} = entry
  const xdata = fields.get('xdata')
  const crossref = fields.get('crossref')
  if (xdata === undefined && crossref === undefined) return entry
  const all = new Map(fields)
  for (const key of xdata?.value.split(',') ?? []) {
    const parent = find(key.trim(), xdata, entry, inheritance)
    if (parent !== undefined)
      fill(
        all,
        [...parent.fields].filter(([name]) => name !== 'ids')
      )
  }
  const parent = crossref === undefined ? undefined : find(crossref.value.trim(), crossref, entry, inheritance)
  if (parent !== undefined) fill(all, handedDown(parent, entry.type))
  return {...entry, fields: all}
}

function find(
  key: string,
  field: BibtexField | undefined,
  entry: BibtexEntry,
  inheritance: Inheritance
): BibtexEntry | undefined {
  const {entries, complain, chain} = inheritance
  if (key === '') return undefined
  const parent = entries.get(key)
  if (parent === undefined) {
    const expected = nearest(key, entries.keys())
    complain({reason: `Cannot find entry \`${key}\`, which \`${entry.key}\` refers to`, place: field?.place, expected})
    return undefined
  }
  if (chain.includes(key) || chain.length > longestChain) {
    complain({
      reason: `Unexpected circle: entry \`${entry.key}\` refers to itself by way of \`${key}\``,
      place: field?.place
    })
    return undefined
  }
  return resolve(parent, {...inheritance, chain: [...chain, key]})
}

type Fields = Iterable<readonly [string, BibtexField]>

/** Add what is not there yet; a date counts as there if any part of it is. */
function fill(all: Map<string, BibtexField>, fields: Fields): void {
  const isDated = all.has('date') || all.has('year')
  for (const [name, field] of fields) {
    if (isDated && (name === 'date' || name === 'year' || name === 'month' || name === 'day')) continue
    if (!all.has(name)) all.set(name, field)
  }
}

/** A parent's fields under the names they have in the child. */
function handedDown(parent: BibtexEntry, child: string): Fields {
  const rename = titles.get(parent.type)
  const renames = rename?.children.includes(child) === true ? rename.prefix : undefined
  const isBook = (parent.type === 'book' || parent.type === 'mvbook') && bookParts.includes(child)
  const handed: Array<readonly [string, BibtexField]> = []
  for (const [name, field] of parent.fields) {
    if (own.has(name)) continue
    if (isBook && name === 'author') handed.push(['bookauthor', field])
    if (renames === undefined) handed.push([name, field])
    else if (/^(?:title|subtitle|titleaddon)$/.test(name)) handed.push([renames + name, field])
    else if (!/^(?:shorttitle|sorttitle|indextitle|indexsorttitle)$/.test(name)) handed.push([name, field])
  }
  return handed
}
