import {decoded} from '../entities.ts'

/** Tags within a line: text before and after them may be one word. */
const inline = /<\/?(?:a|abbr|b|cite|code|del|em|i|q|span|strong|sub|sup)(?:\s[^<>]*)?>/gi

/**
 * The words of a page after which it has white space, in capitals; what stands before and after a tag within a line
 * counts as a word of its own, and all of it together as one.
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
  let last = ''
  let whole = ''
  for (const [piece] of text.matchAll(/[^\s\0]+|\s+|\0+/g)) {
    if (piece.startsWith('\0')) continue
    if (/^\s/.test(piece)) {
      if (last !== '') words.add(last).add(whole)
      last = ''
      whole = ''
    } else {
      last = piece.toUpperCase()
      whole += last
    }
  }
  return words
}
