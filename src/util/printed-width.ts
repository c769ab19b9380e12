import type {Image} from 'mdast'
import {attributesOf} from '../model/attributes.ts'
import type {Template} from '../model/template.ts'
import {inchesOf} from './length.ts'

/** Where a template does not say: A4 between margins of 25 mm. */
const usual = 160

/** How wide the text is on paper, in inches: the template's `textWidth`, in millimetres. */
function textWidthOf({settings}: Template): number {
  const {textWidth} = settings
  return (typeof textWidth === 'number' && textWidth > 0 ? textWidth : usual) / 25.4
}

/** How wide a picture is printed, in inches: as the author says, else in its own size, and never wider than the text. */
export function printedWidth(
  image: Image,
  own: {readonly width: number; readonly height: number},
  template: Template
): number {
  const whole = textWidthOf(template)
  const {pairs} = attributesOf(image)
  const height = inchesOf(pairs.get('height'), 0)
  const {share} = image.data ?? {}
  if (share !== undefined) return share * whole
  const width =
    inchesOf(pairs.get('width'), whole) ?? (height === undefined ? own.width : (height * own.width) / own.height)
  return Math.min(width, whole)
}
