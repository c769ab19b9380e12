import type {Meta} from '../../model/meta.ts'
import type {Fields, Reading} from './reading.ts'
import {flagOf, shortened, textOf} from './reading.ts'

/** `line-numbers: true`, `line-spacing: 2`; `undefined` if neither is given. */
export function reviewOf(fields: Fields, reading: Reading): Meta['review'] {
  const [numbers, spacing] = [fields.get('line-numbers'), fields.get('line-spacing')]
  if (numbers === undefined && spacing === undefined) return undefined
  const written = textOf(spacing, 'line-spacing', reading)
  const lines = written === undefined ? undefined : Number(written)
  const isSpacing = lines === undefined || (lines >= 1 && lines <= 3)
  if (!isSpacing) {
    const reason = `Unexpected \`${shortened(written ?? '')}\` as \`line-spacing\`, expected a number from 1 to 3`
    reading.refuse({reason, place: spacing?.value.place})
  }
  return {
    lineNumbers: numbers === undefined ? undefined : flagOf(numbers, 'line-numbers', reading),
    lineSpacing: isSpacing ? lines : undefined
  }
}
