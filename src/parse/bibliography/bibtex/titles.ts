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
  let begins = true
  let kept = 0
  return title.replace(/<span class="nocase">|<span[^>]*>|<\/span>|<[^>]*>|[^<\s]+|\s+/g, (piece) => {
    if (piece.startsWith('<span')) {
      if (kept > 0 || piece.includes('nocase')) kept++
      return piece
    }
    if (piece === '</span>') {
      kept = Math.max(0, kept - 1)
      return piece
    }
    if (piece.startsWith('<') || piece.trim() === '') return piece
    const isFirst = begins
    begins = /[:?!.]["”’)]*$/.test(piece) && !/^(?:\p{L}\.)+$/u.test(piece)
    return isFirst || kept > 0 ? piece : lowered(piece)
  })
}

/** “Well-Known” → “well-known”; “TCP”, “iPhone” and “McDonald” stay. */
function lowered(word: string): string {
  return word.replace(/\p{L}[\p{L}\p{M}'’]*/gu, (part) => {
    const [first = '', ...rest] = part
    const tail = rest.join('')
    return tail === tail.toLowerCase() && (tail !== '' || first === 'A') ? part.toLowerCase() : part
  })
}
