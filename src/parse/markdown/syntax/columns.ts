import {eastAsianWidth} from 'get-east-asian-width'

/** A line as it looks in a fixed-width font: one character a column. */
export interface Columns {
  /** Its shape; a wide character fills two columns, a combining mark none. */
  readonly flat: string
  /** Where in the text the character of a column stands. */
  indexOf(column: number): number
}

const narrow = /^[ -ɏͰ-҂Ҋ-֏]*$/

/** Columns of a line, as editors show them. */
export function columnsOf(text: string): Columns {
  if (narrow.test(text)) return {flat: text, indexOf: (column) => column}
  const parts: Array<string> = []
  const indices: Array<number> = []
  let index = 0
  for (const character of text) {
    const width = /\p{M}|\u200d/u.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0)
    if (width > 0) parts.push(character.length === 1 ? character : '?', ' '.repeat(width - 1))
    for (let column = 0; column < width; column++) indices.push(index)
    index += character.length
  }
  return {flat: parts.join(''), indexOf: (column) => indices[column] ?? text.length}
}
