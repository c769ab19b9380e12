/** The titles whose parts are joined to one; the part that stands in CSL's variable is first. */
export const titleStems: ReadonlyArray<string> = ['', 'book', 'main', 'journal', 'issue', 'event']

/** “Title: Subtitle. Addition”; no colon behind a mark that ends a sentence. */
export function joinTitle(title: string, subtitle: string, addon: string): string {
  const joined = [title, subtitle].filter((part) => part !== '').join(/[?!.:]$/.test(title) ? ' ' : ': ')
  return [joined, addon].filter((part) => part !== '').join(/[?!.]$/.test(joined) ? ' ' : '. ')
}

/** What stands before the colon, as a short title; `undefined` where there is none or the colon is in markup. */
export function shortTitle(title: string): string | undefined {
  const short = /^(.{3,}?): \S/.exec(title)?.[1]
  if (short === undefined) return undefined
  const opened = short.match(/<[a-z]/g)?.length ?? 0
  const closed = short.match(/<\//g)?.length ?? 0
  return opened === closed && (short.match(/\$/g)?.length ?? 0) % 2 === 0 ? short : undefined
}

/**
 * A title in title case as a sentence: words with only their first letter large become small, but for the first
 * and those after a colon or the end of a sentence. What a `nocase` span holds stays.
 */
export function sentenceCase(title: string): string {
  const pieces = title.match(/<[^>]*>|[^<\s]+|\s+|</g) ?? []
  let begins = true
  let kept = 0
  return pieces.map(cased).join('')

  function cased(piece: string): string {
    if (piece.startsWith('<')) kept = keptBehind(piece, kept)
    if (piece.startsWith('<') || piece.trim() === '') return piece
    const isFirst = begins
    begins = /[:?!.]["”’)]*$/.test(piece) && !/^(?:\p{L}\.)+$/u.test(piece)
    if (kept > 0) return piece
    return isFirst ? begun(lowered(piece), piece) : lowered(piece)
  }
}

/** How many spans are open behind a tag, from the first that keeps its case. */
function keptBehind(tag: string, kept: number): number {
  if (tag === '</span>') return Math.max(0, kept - 1)
  return tag.startsWith('<span') && (kept > 0 || tag.includes('nocase')) ? kept + 1 : kept
}

/** A word in small letters that begins a sentence; one with a capital further on, such as “iPhone”, stays. */
function begun(word: string, typed: string): string {
  if (word === typed && /\p{Ll}\p{Lu}/u.test(word)) return word
  return word.replace(/^[^\p{L}\p{N}]*\p{L}/u, (letter) => letter.toUpperCase())
}

/** “Well-Known” → “well-known”; “TCP”, “iPhone” and “McDonald” stay. */
function lowered(word: string): string {
  return word.replace(/\p{L}[\p{L}\p{M}'’]*/gu, (part) => {
    const [first = '', ...rest] = part
    const tail = rest.join('')
    return tail === tail.toLowerCase() && (tail !== '' || first === 'A') ? part.toLowerCase() : part
  })
}
