import type {CslItem} from '../../model/article.ts'
import type {Affixes} from './affix.ts'
import type {Cited} from './clusters.ts'
import type {Entries} from './entries.ts'
import {trimmed} from './entries.ts'
import {kinds} from './format.ts'
import type {Printed} from './formatter.ts'
import {printedLocator} from './locator.ts'
import type {NameTerms} from './names.ts'
import {shortNames, withEtAl, yearOf} from './names.ts'
import type {Piece} from './tree.ts'
import {entryLink, piecesOf} from './tree.ts'

export interface PlainOptions {
  readonly items: ReadonlyMap<string, CslItem>
  readonly affixes: Affixes
  readonly terms: NameTerms
}

/** Citations by author and year, where there is no style to say how: “(Smith, 2000, 3)”. */
export function plainlyPrinted(cited: ReadonlyArray<Cited>, options: PlainOptions): ReadonlyArray<Printed> {
  const keys = [...options.items.keys()]
  return cited.map(({node}): Printed => {
    const known = node.items.filter(({key}) => options.items.has(key))
    const narrative = node.mode === 'narrative' && known[0] !== undefined && known[0] === node.items[0]
    const cites = known.map((item, index): ReadonlyArray<Piece> => {
      const work = options.items.get(item.key)
      if (work === undefined) return []
      const names = item.suppressAuthor || (narrative && index === 0) ? '' : shortNames(work, options.terms)
      const words = [names, yearOf(work) || '—', printedLocator(item.locator ?? '')]
        .filter((word) => word !== '')
        .join(', ')
      return [
        ...piecesOf(options.affixes.prefix(item.prefix)),
        {kind: entryLink, number: keys.indexOf(item.key), pieces: [options.affixes.text(words)]},
        ...piecesOf(options.affixes.suffix(item.suffix))
      ]
    })
    const work = narrative ? options.items.get(known[0]?.key ?? '') : undefined
    const main = cites.flatMap((cite, index) => [index === 0 ? '' : '; ', ...cite])
    return {
      names: work === undefined ? [] : [shortNames(work, options.terms)],
      main: main.length === 0 ? [] : ['(', ...main, ')'],
      space: work === undefined ? '' : ' ',
      formless: []
    }
  })
}

/** The list of works by author and year, where there is no style to say how. */
export function plainEntries(items: ReadonlyMap<string, CslItem>): Entries {
  const entries = [...items].map(([key, item]) => ({key, marker: [], pieces: plainEntry(item)}))
  const sortKey = ({key}: {readonly key: string}) => {
    const item = items.get(key)
    return item === undefined ? key : `${shortNames(item, {and: 'and', etAl: ''})} ${yearOf(item)}`
  }
  return {entries: entries.sort((a, b) => sortKey(a).localeCompare(sortKey(b), 'en')), layout: 'hanging'}
}

function plainEntry(item: CslItem): ReadonlyArray<Piece> {
  const text = (field: string) => {
    const value = item[field]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const title = text('title')
  const names = allNames(item)
  const head = [names, yearOf(item) && `(${yearOf(item)})`].filter((word) => word !== '').join(' ')
  const source = [text('container-title'), text('volume'), text('page'), text('publisher')].filter(
    (word) => word !== ''
  )
  const address = text('DOI') === '' ? text('URL') : `https://doi.org/${text('DOI')}`
  const parts: ReadonlyArray<ReadonlyArray<Piece>> = [
    head === '' ? [] : [...piecesOf(head), '. '],
    title === '' ? [] : [{kind: kinds.italic, pieces: [title]}, '. '],
    source.length === 0 ? [] : [`${source.join(', ')}. `],
    address === '' ? [] : [{kind: kinds.link, pieces: [address]}]
  ]
  const pieces = trimmed(withEtAl(parts.flat(), {and: '', etAl: 'et al.'}))
  return pieces.length === 0 ? [item.id] : pieces
}

function allNames(item: CslItem): string {
  const names: unknown = item['author'] ?? item['editor']
  if (!Array.isArray(names)) return ''
  return names
    .map((name: unknown) => {
      if (typeof name !== 'object' || name === null) return ''
      const parts = ['non-dropping-particle', 'family', 'literal', 'given'].map((key): unknown =>
        Reflect.get(name, key)
      )
      const [particle, family, literal, given] = parts.map((part) => (typeof part === 'string' ? part : ''))
      const last = [particle, family].filter((part) => part !== '').join(' ')
      return [last, literal, given].filter((part) => part !== '').join(', ')
    })
    .filter((name) => name !== '')
    .join('; ')
}
