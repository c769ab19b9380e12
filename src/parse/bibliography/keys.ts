import type {CslItem} from '../../model/article.ts'

/** A key for an item that brings none: first surname and year, `knuth1984`, with a letter from the second on, `knuth1984b`. */
export function keyFor(item: CslItem, taken: {has(key: string): boolean}): string {
  const base = `${slug(surname(item)) || slug(firstWord(item)) || 'anon'}${year(item)}`
  if (!taken.has(base)) return base
  for (let count = 1; ; count++) {
    const key = base + letters(count)
    if (!taken.has(key)) return key
  }
}

function surname({author, editor}: CslItem): string {
  const [first] =
    ([author, editor].find((list) => Array.isArray(list) && list.length > 0) as Array<Name> | [undefined]) ?? []
  return String(first?.family ?? first?.literal ?? '')
}

interface Name {
  readonly family?: unknown
  readonly literal?: unknown
}

function firstWord({title}: CslItem): string {
  return typeof title === 'string' ? (/\p{L}{3,}/u.exec(title)?.[0] ?? '') : ''
}

function year({issued}: CslItem): string {
  const parts = (issued as {'date-parts'?: ReadonlyArray<ReadonlyArray<number>>} | undefined)?.['date-parts']
  return String(parts?.[0]?.[0] ?? '')
}

function slug(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** 1 → b, 2 → c, 25 → z, 26 → ba. */
function letters(count: number): string {
  const letter = String.fromCharCode(97 + (count % 26))
  return count < 26 ? letter : letters(Math.floor(count / 26)) + letter
}
