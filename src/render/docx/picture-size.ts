import type {Image} from 'mdast'
import {attributesOf} from '../../model/attributes.ts'
import {inchesOf} from '../../util/length.ts'
import {naturalSize} from '../../util/natural-size.ts'
import type {Page} from './page.ts'

/** English Metric Units: an inch, a pixel at 96 to the inch, and a twip. */
const perInch = 914_400
const perPixel = 9525
const perTwip = 635

/** What a picture measures in EMU: as the author wrote, else as many pixels at 96 to the inch, and never more than the page holds. */
export function pictureSize(bytes: Uint8Array, image: Image, page: Page) {
  const {pairs} = attributesOf(image)
  const natural = naturalSize(bytes)
  if (natural === undefined) return undefined
  const measure = page.measure * perTwip
  const ratio = natural.height / natural.width
  const height = image.data?.share === undefined ? emus(pairs.get('height'), 0) : undefined
  const filling = image.data?.share === undefined ? undefined : measure
  const width =
    filling ?? emus(pairs.get('width') ?? (height === undefined ? image.data?.ownWidth : undefined), measure)
  const wanted = width ?? (height === undefined ? natural.width * perPixel : height / ratio)
  const tall = width !== undefined && height !== undefined ? height / width : ratio
  // A caption must find its place on the same page.
  const most = (page.height - 2 * page.margin) * perTwip * 0.85
  const fitting = Math.min(wanted, measure, most / tall)
  return {width: Math.max(1, Math.round(fitting)), height: Math.max(1, Math.round(fitting * tall))}
}

function emus(written: string | undefined, whole: number): number | undefined {
  const inches = inchesOf(written, whole / perInch)
  return inches === undefined || inches === 0 ? undefined : inches * perInch
}
