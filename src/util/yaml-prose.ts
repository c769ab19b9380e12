import type {Point} from '../model/place.ts'

/** Text as it stands in a file: `text` begins at `start`, and each further line of it `indent` columns from the left. */
export interface Prose {
  readonly text: string
  readonly start: Point
  readonly indent: number
}

/**
 * A YAML string as Markdown whose lines are those of the file; where YAML folds a line end into a space the line end stays,
 * as to Markdown they are the same. `undefined` where it is not: escapes, folded paragraphs, lines that would begin a list.
 * `raw` is the scalar as it stands in the file, from `start` on.
 */
export function proseOf(text: string, raw: string, style: string | undefined, start: Point): Prose | undefined {
  if (style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED') return ofBlock(text, raw, style, start)
  const quoted = style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE'
  const inner = quoted ? raw.slice(1, -1) : raw
  const first = quoted ? {line: start.line, column: start.column + 1} : start
  if (inner === text) return {text, start: first, indent: 0}
  return folds(inner, text) ? {text: inner, start: first, indent: 0} : undefined
}

function ofBlock(text: string, raw: string, style: string, start: Point): Prose | undefined {
  const header = raw.indexOf('\n')
  if (header === -1) return undefined
  const lines = raw.slice(header + 1).split('\n')
  const firstFull = lines.findIndex((line) => line.trim() !== '')
  const line = lines[firstFull] ?? ''
  const valueLine = text.split('\n', firstFull + 1).at(-1) ?? ''
  const indent = leading(line) - (style === 'BLOCK_LITERAL' ? leading(valueLine) : 0)
  const at = {line: start.line + 1, column: indent + 1}
  if (style === 'BLOCK_LITERAL') return indent < 0 ? undefined : {text, start: at, indent}
  const inner = lines.map((each) => each.slice(indent)).join('\n')
  return folds(inner.trimEnd(), text.trimEnd()) ? {text: inner, start: at, indent} : undefined
}

/** Whether folding the line ends of `inner` gives `text`, and no line of it would begin a block in Markdown. */
function folds(inner: string, text: string): boolean {
  const [, ...rest] = inner.split('\n')
  if (rest.length === 0 || rest.some((line) => /^\s*(?:$|[-+*#>|~`=:<]|\d+[.)])/.test(line))) return false
  return inner.replace(/[ \t]*\n[ \t]*/g, ' ') === text
}

function leading(line: string): number {
  return line.length - line.trimStart().length
}
