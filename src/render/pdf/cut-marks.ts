import type {PDFDocument} from '@cantoo/pdf-lib'
import type {Cut} from '../cut.ts'
import {markEnds} from '../cut.ts'
import {readContent, writeContent} from './tags/content.ts'

type Library = typeof import('@cantoo/pdf-lib')

/**
 * Say of each page where it is cut and how far it bleeds (ISO 32000-1, 14.11.2), and draw marks there, which are artifacts
 * (14.8.2.2). It has no ArtBox: pages for print have that or a TrimBox (ISO 15930-7, 6.16).
 */
export function cutPages(pdf: PDFDocument, library: Library, {bleed, marks, around}: Cut): void {
  for (const page of pdf.getPages()) {
    const {width, height} = page.getMediaBox()
    const boxAt = (inset: number) => [inset, inset, width - 2 * inset, height - 2 * inset] as const
    page.setTrimBox(...boxAt(around))
    page.setBleedBox(...boxAt(around - bleed))
    const content = marks ? readContent(page, library) : undefined
    if (content !== undefined) writeContent(pdf, page, `${marksOf(width, height, around, bleed)}${content}`, library)
  }
}

/** Two strokes at each corner of the page. */
function marksOf(width: number, height: number, around: number, bleed: number): string {
  const [from, to] = markEnds(bleed)
  const across = [around, width - around] as const
  const up = [around, height - around] as const
  const outwards = (edges: readonly [number, number]) => [
    [edges[0] - from, edges[0] - to],
    [edges[1] + from, edges[1] + to]
  ]
  const lines = [
    ...across.flatMap((x) => outwards(up).map((ends) => ends.map((y) => [x, y]))),
    ...up.flatMap((y) => outwards(across).map((ends) => ends.map((x) => [x, y])))
  ]
  const strokes = lines.map((ends) => ends.map((point) => point.map((at) => at.toFixed(3)).join(' ')).join(' m '))
  return `/Artifact <</Type /Page>> BDC q 0 G 0.25 w ${strokes.map((line) => `${line} l S`).join(' ')} Q EMC\n`
}
