import type {Point as MicromarkPoint, Token} from 'micromark-util-types'
import type {Point, Position} from 'unist'

/** The position of a token, as mdast has it. */
export function positionOf(token: Pick<Token, 'end' | 'start'>): Position {
  return {start: point(token.start), end: point(token.end)}
}

/** From the start of the first to the end of the last. */
export function across(first: Position | undefined, last: Position | undefined): Position | undefined {
  return first === undefined || last === undefined ? undefined : {...first, end: last.end}
}

function point({line, column, offset}: MicromarkPoint): Point {
  return {line, column, offset}
}
