import type {Meta} from '../../model/meta.ts'
import {isBleed} from '../../util/sheet.ts'
import type {Fields, Reading} from './reading.ts'
import {flagOf, shortened, textOf} from './reading.ts'

/** `bleed: 3mm`, `crop-marks: true`; `undefined` if neither is given. A bleed that is no length up to an inch is refused. */
export function cutOf(fields: Fields, reading: Reading): Meta['cut'] {
  const [bleed, marks] = [fields.get('bleed'), fields.get('crop-marks')]
  if (bleed === undefined && marks === undefined) return undefined
  const written = textOf(bleed, 'bleed', reading)?.trim()
  const isGood = written === undefined || isBleed(written)
  if (!isGood) {
    const reason = `Unexpected \`${shortened(written)}\` as \`bleed\`, expected a length up to an inch, such as \`3mm\``
    reading.refuse({reason, place: bleed?.value.place})
  }
  return {
    bleed: isGood ? written : undefined,
    marks: marks === undefined ? undefined : flagOf(marks, 'crop-marks', reading)
  }
}
