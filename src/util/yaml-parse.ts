import type {Document, YAMLError} from 'yaml'
import {LineCounter, parseDocument} from 'yaml'

/** YAML as the library reads it. */
export interface ParsedYaml {
  readonly document: Document
  readonly lines: LineCounter
  /** Mended. */
  readonly text: string
  readonly errors: ReadonlyArray<YAMLError>
  /** How many of the errors, from the first, no longer stand in the text. */
  readonly mended: number
}

/** So many slips of a text are mended, one after the other, each at the cost of reading it anew. */
const mostMended = 20
/** A longer text is read once. */
const longestMended = 200_000

/** Parse a text; where its error is one of two common slips it is mended line by line and read on, and the error remains. */
export function parsedYaml(text: string, mended: ReadonlyArray<YAMLError> = []): ParsedYaml {
  const lines = new LineCounter()
  // The library compares every key with every other to find those given twice; a map of ours does it below.
  const document = parseDocument(text, {lineCounter: lines, logLevel: 'error', prettyErrors: false, uniqueKeys: false})
  const errors = [...mended, ...document.errors, ...document.warnings]
  const [slip] = document.errors
  const better =
    slip === undefined || mended.length === mostMended || text.length > longestMended ? text : withoutSlip(text, slip)
  return slip === undefined || better === text
    ? {document, lines, text, errors, mended: mended.length}
    : parsedYaml(better, [...mended, slip])
}

/** The text with tabs that indent turned into spaces, or with quotes around a value that holds a colon. */
function withoutSlip(text: string, {code, pos: [at]}: YAMLError): string {
  if (code === 'TAB_AS_INDENT') {
    return text.replace(/^[ \t]*\t[ \t]*/gm, (indent) => indent.replaceAll('\t', ' '.repeat(8)))
  }
  const end = text.indexOf('\n', at)
  const line = text.slice(at, end === -1 ? text.length : end)
  const [value = ''] = line.split(' #', 1)
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' || !/^[\p{L}\p{N}(]/u.test(value) || !/: /.test(value)) return text
  return text.slice(0, at) + JSON.stringify(value.trimEnd()) + text.slice(at + value.length)
}
