import {Lexer} from 'yaml'

/** A piece of YAML's text, and where it begins. */
export interface YamlToken {
  readonly text: string
  readonly offset: number
  /** A scalar without quotes. */
  readonly bare: boolean
}

/** What the lexer yields before a scalar that stands without quotes. */
const scalarMark = '\u001f'
/** Marks of the lexer's own that stand for no text: the start of a document, the end of a flow. */
const otherMarks: ReadonlySet<string> = new Set(['\u0002', '\u0018'])

/** The pieces of a YAML text, in their order, well-formed or not. */
export function* yamlTokens(text: string): Generator<YamlToken, void> {
  let [offset, bare] = [0, false]
  for (const token of new Lexer().lex(text)) {
    if (token === scalarMark) bare = true
    else if (!otherMarks.has(token)) {
      yield {text: token, offset, bare}
      offset += token.length
      bare = false
    }
  }
}

/** Where the last quotation opens: the one that is never closed, if one is not. */
export function lastQuote(text: string): number | undefined {
  let last: number | undefined
  for (const token of yamlTokens(text)) if (!token.bare && /^["']/.test(token.text)) last = token.offset
  return last
}
