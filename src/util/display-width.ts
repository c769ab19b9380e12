import {eastAsianWidth} from 'get-east-asian-width'

const narrow = /^[ -\u024F\u0370-\u0482\u048A-\u058F]*$/

/** How many columns of a fixed-width font a line takes: a wide character takes two, a combining mark none. */
export function displayWidth(line: string): number {
  if (narrow.test(line)) return line.length
  let width = 0
  for (const character of line) {
    if (!/\p{M}|\u200d/u.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0)
  }
  return width
}
