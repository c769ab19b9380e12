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
  return ({text, offset, bare}) => {
    if (!bare) flow = Math.max(0, flow + flowStep(text))
    const blank = text.trim() === ''
    const opens = first || (!bare && /^[-?:]$/.test(text))
    if (!blank && flow === 0 && opens) {
      // A block at a column ends all that began there or further right.
      while ((columns.at(-1) ?? -1) >= offset - lineStart) columns.pop()
      columns.push(offset - lineStart)
    }
    first &&= blank
    if (text.endsWith('\n')) [first, lineStart] = [true, offset + text.length]
    return flow + columns.length
  }
}

function flowStep(token: string): number {
  if (token === '[' || token === '{') return 1
  return token === ']' || token === '}' ? -1 : 0
}
