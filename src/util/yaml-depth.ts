import type {YamlToken} from './yaml-tokens.ts'
import {yamlTokens} from './yaml-tokens.ts'

/**
 * Where YAML first nests deeper than `limit` lists and maps: an offset, or `undefined` if nowhere.
 * The parser descends by recursion, so that deep nesting must be refused before it starts.
 */
export function tooDeep(text: string, limit: number): number | undefined {
  const depth = counter()
  for (const token of yamlTokens(text)) if (depth(token) > limit) return token.offset
  return undefined
}

/** Takes tokens in their order, and says how deep the last one stands. */
function counter(): (token: YamlToken) => number {
  /** Where each open block began. */
  const columns: Array<number> = []
  let [lineStart, flow, first] = [0, 0, true]
  /** `a: b: c` is an error, after which the parser takes all that follows for a part of `b`. */
  let [colons, swallowed] = [0, 0]
  return ({text, offset, bare}) => {
    if (!bare && text === ':' && flow === 0 && ++colons > 1) swallowed++
    if (!bare) flow = Math.max(0, flow + flowStep(text))
    const blank = text.trim() === ''
    const opens = first || (!bare && /^[-?:]$/.test(text))
    if (!blank && flow === 0 && opens) open(columns, offset - lineStart)
    first &&= blank
    if (text.endsWith('\n')) [first, lineStart, colons] = [true, offset + text.length, 0]
    return flow + columns.length + swallowed
  }
}

/** A block at a column ends all that began there or further right. */
function open(columns: Array<number>, column: number): void {
  while ((columns.at(-1) ?? -1) >= column) columns.pop()
  columns.push(column)
}

function flowStep(token: string): number {
  if (token === '[' || token === '{') return 1
  return token === ']' || token === '}' ? -1 : 0
}
