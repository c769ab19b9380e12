import {isPrintable} from './characters.ts'

/** TeX's accents by the combining character that they stand for (LaTeX2e, `\DeclareTextAccent`). */
const accents: ReadonlyMap<string, string> = new Map([
  ['\u0300', '\\`'],
  ['\u0301', "\\'"],
  ['\u0302', '\\^'],
  ['\u0303', '\\~'],
  ['\u0304', '\\='],
  ['\u0306', '\\u'],
  ['\u0307', '\\.'],
  ['\u0308', '\\"'],
  ['\u030A', '\\r'],
  ['\u030B', '\\H'],
  ['\u030C', '\\v'],
  ['\u0323', '\\d'],
  ['\u0327', '\\c'],
  ['\u0328', '\\k'],
  ['\u0331', '\\b']
])

/** A letter as it stands, or one that is put together in TeX. */
export type Piece = string | {readonly written: string}

/** The letters of a text; those with accents that no font holds whole are put together out of what there is. */
export function* accented(text: string): Generator<Piece> {
  for (const [cluster] of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const [first = '', ...rest] = isPrintable(cluster) ? [cluster] : cluster.normalize('NFD')
    const letter = rest.length > 0 && /^[\p{L}\p{N}]$/u.test(first) && isPrintable(first)
    if (letter && rest.every((mark) => accents.has(mark))) {
      yield {written: rest.reduce((written, mark) => `${accents.get(mark)}{${written}}`, first)}
    } else yield* cluster
  }
}
