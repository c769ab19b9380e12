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

/** How far glyphs that follow each other in an operation `Tj` are from the first, to the right. */
export function widthOf(operands: string): number {
  let width = 0
  for (let at = operands.indexOf(' Td'); at >= 0; at = operands.indexOf(' Td', at + 3)) {
    const end = operands.lastIndexOf(' ', at - 1)
    width += Number(operands.slice(operands.lastIndexOf('Tj', end) + 2, end))
  }
  return width
}

/** Where the last string of an operation `Tj` begins that begins before a place; negative if none does. */
export function lastString(operands: string, before: number): number {
  if (before === 0) return -1
  return operands.includes('Td') ? operands.lastIndexOf('<', before - 1) : 0
}

/** The string that begins there, as operand. */
export function stringAt(operands: string, at: number): string {
  return operands.includes('Td') ? operands.slice(at, operands.indexOf('>', at) + 1) : operands.trim()
}

/** Whether an operation `Tj` shows, by codes of two bytes, glyph 0: what a font draws for characters that it has not. */
export function showsNothing(operands: string): boolean {
  if (!operands.includes('0000')) return false
  return shownStrings(operands).some(({operand}) => /^<(?:[\da-f]{4})*?0000/i.test(operand))
}
