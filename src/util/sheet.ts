import {inchesOf, lengthOf} from './length.ts'

/** Papers by the names that CSS has for them (CSS Paged Media 3, 7.1), width and height. */
const papers: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['a3', ['297mm', '420mm']],
  ['a4', ['210mm', '297mm']],
  ['a5', ['148mm', '210mm']],
  ['b4', ['250mm', '353mm']],
  ['b5', ['176mm', '250mm']],
  ['jis-b4', ['257mm', '364mm']],
  ['jis-b5', ['182mm', '257mm']],
  ['letter', ['8.5in', '11in']],
  ['legal', ['8.5in', '14in']],
  ['ledger', ['11in', '17in']]
])

/** Width and height of a paper, by name or as `170mm 240mm`; `undefined` for what is neither. */
export function sheetOf(paper: string): readonly [string, string] | undefined {
  const [width = '', height = width] = paper.trim().split(/\s+/)
  return papers.get(width.toLowerCase()) ?? (lengthOf(width) && lengthOf(height) && [width, height])
}

/** No bleed is wider: an inch. */
const widest = 1

/** Whether a text is how far a print may reach past the trimmed edge: a length such as `3mm`, of an inch at most. */
export function isBleed(written: string): boolean {
  const inches = /^[\d.]+(mm|cm|in|pt)$/.test(written) ? inchesOf(written, 0) : undefined
  return inches !== undefined && inches <= widest
}
