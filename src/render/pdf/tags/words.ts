import {decoded} from '../entities.ts'

/** Tags within a line: text before and after them may be one word. */
const inline = /<\/?(?:a|abbr|b|cite|code|del|em|i|q|span|strong|sub|sup)(?:\s[^<>]*)?>/gi

/**
 * The words of a page after which it has white space, in capitals; what stands before and after a tag counts as a word of its own.
 * Linear in the length of the page.
 */
export function wordsOf(html: string): ReadonlySet<string> {
  const head = html.indexOf('</head>')
  const tagless = html
    .slice(Math.max(head, 0))
    .replace(inline, '\0')
    .replace(/<[^<>]*>/g, ' ')
  const text = decoded(tagless)
  const words = new Set<string>()
  let last: string | undefined
  for (const [piece] of text.matchAll(/[^\s\0]+|\s+|\0+/g)) {
    if (piece.startsWith('\0')) continue
    const isSpace = /^\s/.test(piece)
    if (isSpace && last !== undefined) words.add(last)
    last = isSpace ? undefined : piece.toUpperCase()
  }
  return words
}
