import type {Math as DisplayMath, InlineMath} from 'mdast-util-math'
import type {Place, Point} from '../model/place.ts'
import {placeOf} from '../model/place.ts'
import {pointAt} from '../util/point-at.ts'

/** The character at fault, as far as it can be told how the formula is written; else all of the formula. */
export function placeInFormula(node: DisplayMath | InlineMath, offset: number | undefined): Place | undefined {
  const place = placeOf(node)
  if (place?.start === undefined || place.end === undefined || offset === undefined) return place
  if (offset > node.value.length) return place
  const fault = pointAt(node.value, offset)
  const from = beginOf(node.value, place.start, place.end)
  if (from === undefined) return place
  const column = fault.line === 1 || from.isBlock ? from.column + fault.column - 1 : fault.column
  return {...place, start: {line: from.line + fault.line - 1, column}}
}

interface Begin {
  readonly line: number
  readonly column: number
  /** Its lines all begin in that column. */
  readonly isBlock: boolean
}

/** Where a formula's TeX begins between its marks; `undefined` if what lies around it cannot be told. */
function beginOf(tex: string, start: Point, end: Point): Begin | undefined {
  const lines = tex.split('\n')
  const spanned = end.line - start.line + 1
  // Marks on lines of their own.
  if (spanned === lines.length + 2) return {line: start.line + 1, column: start.column, isBlock: true}
  if (spanned !== lines.length) return undefined
  const last = end.column - (lines.length === 1 ? start.column : 1) - (lines.at(-1) ?? '').length
  const mark = lines.length === 1 ? last / 2 : last
  // `$…$`, `$$…$$` and `$$ … $$`.
  return Number.isInteger(mark) && mark >= 0 && mark <= 3
    ? {line: start.line, column: start.column + mark, isBlock: false}
    : undefined
}
