// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that no format prints
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]|\p{Cs}/gu

/** No more of them are told: where there are many, the file is not text. */
const mostTold = 10

/** A character that is none: a control character, half of a character, or a code that Unicode keeps free for ever. */
export interface Unprintable {
  readonly offset: number
  /** `U+0001`. */
  readonly name: string
}

/** What in a text no format can print, as far as it is worth telling, in order. */
export function unprintableIn(text: string): ReadonlyArray<Unprintable> {
  const found: Array<Unprintable> = []
  for (const {0: character, index} of text.matchAll(unprintable)) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    found.push({offset: index, name: `U+${code}`})
    if (found.length === mostTold) break
  }
  return found
}

/** What to say of one. */
export function unprintableFinding({name}: Unprintable): {readonly reason: string; readonly note: string} {
  return {
    reason: `Unexpected character \`${name}\`, which cannot be printed`,
    note: 'Remove it. Formats print U+FFFD (�) or nothing in its place.'
  }
}
