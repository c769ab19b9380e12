import {imageSize} from 'image-size'
import type {Page} from './page.ts'

/** English Metric Units: a pixel at 96 to the inch, and a twip. */
const perPixel = 9525
const perTwip = 635

/** What a picture measures in EMU: as the author wrote, else as many pixels at 96 to the inch, and never more than the page holds. */
export function pictureSize(bytes: Uint8Array, pairs: ReadonlyMap<string, string>, page: Page) {
  const natural = naturalSize(bytes)
  if (natural === undefined) return undefined
  const measure = page.measure * perTwip
  const ratio = natural.height / natural.width
  const width = length(pairs.get('width'), measure)
  const height = length(pairs.get('height'), undefined)
  const wanted = width ?? (height === undefined ? natural.width * perPixel : height / ratio)
  const tall = width !== undefined && height !== undefined ? height / width : ratio
  // A caption must find its place on the same page.
  const most = (page.height - 2 * page.margin) * perTwip * 0.85
  const fitting = Math.min(wanted, measure, most / tall)
  return {width: Math.max(1, Math.round(fitting)), height: Math.max(1, Math.round(fitting * tall))}
}

/** What a picture measures in pixels as stored, for Word turns none; `undefined` for what cannot be read. */
export function naturalSize(bytes: Uint8Array) {
  try {
    const {width, height} = imageSize(bytes)
    return width > 0 && height > 0 && width < 1e6 && height < 1e6 ? {width, height} : undefined
  } catch {
    return undefined
  }
}

const units: ReadonlyMap<string, number> = new Map([
  ['', perPixel],
  ['px', perPixel],
  ['pt', 12700],
  ['em', 12 * 12700],
  ['rem', 12 * 12700],
  ['in', 914400],
  ['cm', 360000],
  ['mm', 36000]
])

function length(written: string | undefined, whole: number | undefined): number | undefined {
  const [, number, unit = ''] =
    /^(\d{1,5}(?:\.\d{1,4})?|\.\d{1,4})\s?(%|cm|mm|in|px|pt|em|rem|)$/.exec(written ?? '') ?? []
  if (number === undefined || Number(number) === 0) return undefined
  if (unit === '%') return whole === undefined ? undefined : (Number(number) / 100) * whole
  return Number(number) * (units.get(unit) ?? perPixel)
}
