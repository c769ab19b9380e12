import type {CslItem} from '../../model/article.ts'
import {kinds, marked} from './format.ts'
import type {Piece} from './tree.ts'

/** The words between names. */
export interface NameTerms {
  readonly and: string
  readonly etAl: string
}

/** Who a work is by, as running text says it: “Smith”, “Smith and Lee”, “Smith et al.”; its title if nobody is named. */
export function shortNames(item: CslItem, terms: NameTerms): string {
  for (const role of ['author', 'editor', 'translator', 'director', 'composer']) {
    const names = namesOf(item[role])
    const [first, second, third] = names
    if (first === undefined) continue
    if (second === undefined) return first
    return third === undefined && !isOthers(second) ? `${first} ${terms.and} ${second}` : `${first} ${terms.etAl}`
  }
  const title = item['title-short'] ?? item['title'] ?? item['container-title']
  return typeof title === 'string' && title !== '' ? title : item.id
}

/** The year of a work, its date in words, or nothing. */
export function yearOf(item: CslItem): string {
  const date = item['issued']
  if (typeof date !== 'object' || date === null) return ''
  const parts: unknown = Reflect.get(date, 'date-parts')
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined
  const year: unknown = Array.isArray(first) ? first[0] : (Reflect.get(date, 'literal') ?? Reflect.get(date, 'raw'))
  return typeof year === 'number' || typeof year === 'string' ? String(year) : ''
}

function namesOf(value: unknown): ReadonlyArray<string> {
  if (!Array.isArray(value)) return []
  return value.map(surname).filter((name) => name !== '')
}

function surname(name: unknown): string {
  if (typeof name !== 'object' || name === null) return ''
  const part = (key: string) => {
    const text: unknown = Reflect.get(name, key)
    return typeof text === 'string' ? text : ''
  }
  const family = [part('non-dropping-particle'), part('family')].filter((text) => text !== '').join(' ')
  return family || part('literal') || part('given')
}

function isOthers(name: string): boolean {
  return name.startsWith(marked(kinds.others, '').slice(0, 2))
}

/** Names that end with those not named: “Smith, and others” → “Smith, et al.”; its full stop ends a sentence as well. */
export function withEtAl(pieces: ReadonlyArray<Piece>, terms: NameTerms): Array<Piece> {
  return named(pieces, terms, {stopped: false})
}

/** `stopped`: the text so far ends with the full stop of “et al.”. */
function named(pieces: ReadonlyArray<Piece>, terms: NameTerms, state: {stopped: boolean}): Array<Piece> {
  const result: Array<Piece> = []
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      result.push(state.stopped && piece.startsWith('.') ? piece.slice(1) : piece)
      state.stopped = false
      continue
    }
    if (piece.kind !== kinds.others) {
      result.push({...piece, pieces: named(piece.pieces, terms, state)})
      continue
    }
    const before = result.at(-1)
    if (typeof before === 'string') result[result.length - 1] = beforeEtAl(before, terms)
    result.push(terms.etAl)
    state.stopped = terms.etAl.endsWith('.')
  }
  return result
}

/** What comes before “et al.”: a comma if one came before “and”. */
function beforeEtAl(text: string, terms: NameTerms): string {
  const bare = text.trimEnd()
  const word = [terms.and, '&', 'and'].find(
    (and) => and !== '' && bare.endsWith(and) && /[\s\u00A0]$/.test(bare.slice(0, -and.length))
  )
  const names = (word === undefined ? bare : bare.slice(0, -word.length)).trimEnd()
  return names === '' ? text : `${names} `
}
