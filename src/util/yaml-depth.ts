import {Lexer} from 'yaml'

/** What the lexer yields before a scalar that stands without quotes. */
const scalarMark = '\u001f'
/** Marks of the lexer's own that stand for no text: the start of a document, the end of a flow. */
const otherMarks: ReadonlySet<string> = new Set(['\u0002', '\u0018'])

/**
 * Where YAML first nests deeper than `limit` lists and maps: an offset, or `undefined` if nowhere.
 * The parser descends by recursion, so that deep nesting must be refused before it starts.
 */
export function tooDeep(text: string, limit: number): number | undefined {
  const depth = counter()
  let [offset, bare] = [0, false]
  for (const token of new Lexer().lex(text)) {
    if (token === scalarMark) bare = true
    else if (!otherMarks.has(token)) {
      if (depth(token, offset, bare) > limit) return offset
      offset += token.length
      bare = false
    }
  }
  return undefined
}

/** Takes tokens in their order, and says how deep the last one stands. */
function counter(): (token: string, offset: number, bare: boolean) => number {
  /** Where each open block began. */
  const columns: Array<number> = []
  let [lineStart, flow, first] = [0, 0, true]
  return (token, offset, bare) => {
    if (!bare) flow += flowStep(token)
    const blank = token.trim() === ''
    const opens = first || (!bare && /^[-?:]$/.test(token))
    if (!blank && flow === 0 && opens) {
      // A block at a column ends all that began there or further right.
      while ((columns.at(-1) ?? -1) >= offset - lineStart) columns.pop()
      columns.push(offset - lineStart)
    }
    first &&= blank
    if (token.endsWith('\n')) [first, lineStart] = [true, offset + token.length]
    return flow + columns.length
  }
}

function flowStep(token: string): number {
  if (token === '[' || token === '{') return 1
  return token === ']' || token === '}' ? -1 : 0
}
