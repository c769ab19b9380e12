import type {Point} from '../model/place.ts'

/** Where an offset stands in a text whose lines end with `\n`. */
export function pointAt(text: string, offset: number): Point {
  let [line, lineStart] = [1, 0]
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++
    lineStart = at + 1
  }
  return {line, column: Math.min(offset, text.length) - lineStart + 1}
}
