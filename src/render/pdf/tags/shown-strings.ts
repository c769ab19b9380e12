/** A string that is shown, as operand; and how far from the one before, in text space. */
export interface ShownString {
  readonly moved: number
  readonly operand: string
}

/** The strings of an operation `Tj`: one, or glyphs that follow each other on a line. */
export function shownStrings(operands: string): ReadonlyArray<ShownString> {
  if (!operands.includes('Td')) return [{moved: 0, operand: operands.trim()}]
  return Array.from(operands.matchAll(/(?:(\S+) \S+ Td )?(<[^>]*>)/g), ([, moved = 0, operand = '']) => ({
    moved: Number(moved),
    operand
  }))
}

/** Whether an operation `Tj` shows, by codes of two bytes, glyph 0: what a font draws for characters that it has not. */
export function showsNothing(operands: string): boolean {
  if (!operands.includes('0000')) return false
  return shownStrings(operands).some(({operand}) => /^<(?:[\da-f]{4})*?0000/i.test(operand))
}
