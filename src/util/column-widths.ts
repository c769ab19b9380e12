/** Characters in a line, to which tables that are drawn with characters are compared (pandoc's `--columns`). */
const lineLength = 72

/** Shares of the line from the characters that columns take, borders included: drawings wider than a line fill it. */
export function drawnShares(characters: ReadonlyArray<number>): ReadonlyArray<number> {
  const total = characters.reduce((sum, each) => sum + each, 0)
  return characters.map((each) => rounded(each / Math.max(total, lineLength)))
}

/** Shares of the whole line from the dashes below the head of a pipe table; `undefined` where none of its lines is longer than a line. */
export function dashShares(dashes: ReadonlyArray<number>, longest: number): ReadonlyArray<number> | undefined {
  const total = dashes.reduce((sum, each) => sum + each, 0)
  return longest <= lineLength || total === 0 ? undefined : dashes.map((each) => rounded(each / total))
}

/**
 * Shares of the whole line as authors write them, in proportion: `1,2,1`, `10 20 10`, `25% 50% 25%`; `undefined` for anything else,
 * such as `auto`, and for more or fewer than there are columns.
 */
export function givenShares(text: string | undefined, columns: number): ReadonlyArray<number> | undefined {
  const given = (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map((part) => (/^\d{1,6}(?:\.\d{1,6})?%?$/.test(part) ? Number.parseFloat(part) : 0))
  const total = given.reduce((sum, each) => sum + each, 0)
  if (given.length !== columns || given.some((each) => each <= 0)) return undefined
  return given.map((each) => rounded(each / total))
}

function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4
}
