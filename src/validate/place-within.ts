import type {Text} from 'mdast'
import type {Place, Point} from '../model/place.ts'
import {placeOf} from '../model/place.ts'

/** The place of a part of a text node; of the whole node where its value is not what the author typed, because of escapes or entities. */
export function placeWithin(node: Text, index: number, length: number): Place | undefined {
  const place = placeOf(node)
  const {start, end} = node.position ?? {}
  if (place?.start === undefined || start?.offset === undefined || end?.offset === undefined) return place
  if (end.offset - start.offset !== node.value.length) return place
  return {
    file: place.file,
    start: advance(place.start, node.value.slice(0, index)),
    end: advance(place.start, node.value.slice(0, index + length))
  }
}

/** The point behind a text that begins at a point. */
function advance(from: Point, text: string): Point {
  const lines = text.split('\n')
  const last = lines.at(-1) ?? ''
  return lines.length === 1
    ? {line: from.line, column: from.column + last.length}
    : {line: from.line + lines.length - 1, column: last.length + 1}
}
