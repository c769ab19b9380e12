import type {Article} from '../model/article.ts'
import {inchesOf} from '../util/length.ts'
import {sheetOf} from '../util/sheet.ts'

/** How pages are cut after they are printed; lengths in points. */
export interface Cut {
  /** How far what touches an edge reaches past it. */
  readonly bleed: number
  /** Whether marks show where to cut. */
  readonly marks: boolean
  /** What the sheet has on each side beyond the page that is left. */
  readonly around: number
}

/** Marks begin no nearer to the page, so that none is left on it, and are as long (ISO 12647-2 asks for neither; printers for 3 to 5 mm). */
const [nearest, long] = [inPoints('3mm'), inPoints('5mm')]

/** Where crop marks begin, in points from the edge of the page, and where they end. */
export function markEnds(bleed: number): readonly [number, number] {
  const from = Math.max(bleed, nearest)
  return [from, from + long]
}

/** As the front matter says, or else the template's page; `undefined` where a page is as large as its sheet. */
export function cutOf({meta, template}: Article): Cut | undefined {
  const {page = {}, settings} = template
  const bleed = inPoints(meta.cut?.bleed ?? page.bleed ?? '')
  const marks = meta.cut?.marks ?? page['crop-marks'] ?? false
  if ((bleed === 0 && !marks) || sheetOf(page.paper ?? String(settings['paper'] ?? 'A4')) === undefined)
    return undefined
  return {bleed, marks, around: marks ? markEnds(bleed)[1] + inPoints('1mm') : bleed}
}

function inPoints(length: string): number {
  return (inchesOf(length, 0) ?? 0) * 72
}
