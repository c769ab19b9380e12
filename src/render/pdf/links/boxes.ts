import type {PDFDict} from '@cantoo/pdf-lib'
import type {Pages} from '../tags/page-contents.ts'
import type {Tag} from '../tags/structure.ts'
import type {TextRun} from '../tags/text-runs.ts'
import {lastXOf} from '../tags/text-runs.ts'

/** A part of a line on a page, in points from its lower left corner. */
export interface LineBox {
  readonly page: PDFDict
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** How far letters go up and down, and how wide the last is, where only the size of the font is known. */
const [ascent, descent, lastWidth] = [0.78, 0.22, 0.5]

/** Where the text of an element is painted, one box for each line. */
export function boxesOf(element: Tag, pages: Pages): ReadonlyArray<LineBox> {
  const boxes: Array<LineBox> = []
  for (const {page, run} of runsIn(element, pages)) {
    const box = boxOf(page, run)
    const last = boxes.at(-1)
    if (last !== undefined && isSameLine(last, box)) boxes.splice(-1, 1, union(last, box))
    else boxes.push(box)
  }
  return boxes
}

interface Painted {
  readonly page: PDFDict
  readonly run: TextRun
}

function* runsIn({kids}: Tag, pages: Pages): Generator<Painted> {
  for (const kid of kids) {
    if (kid.kind === 'element') yield* runsIn(kid, pages)
    if (kid.kind !== 'content' || kid.page === undefined) continue
    for (const run of pages.get(kid.page)?.runs.get(kid.number) ?? []) yield {page: kid.page, run}
  }
}

function boxOf(page: PDFDict, run: TextRun): LineBox {
  const {matrix, x, y, size} = run
  const [a, b, c, d, e, f] = matrix
  // Text is drawn from the top of the page downwards.
  const corners = [
    [x, y + descent * size],
    [lastXOf(run) + lastWidth * size, y - ascent * size]
  ].map(([right = 0, down = 0]) => [a * right + c * down + e, b * right + d * down + f] as const)
  const [across, up] = [corners.map(([each]) => each), corners.map(([, each]) => each)]
  return {page, left: Math.min(...across), right: Math.max(...across), bottom: Math.min(...up), top: Math.max(...up)}
}

function isSameLine(one: LineBox, next: LineBox): boolean {
  const middle = (next.bottom + next.top) / 2
  return one.page === next.page && next.left >= one.left && middle > one.bottom - 2 && middle < one.top + 2
}

function union(one: LineBox, next: LineBox): LineBox {
  return {
    page: one.page,
    left: one.left,
    right: Math.max(one.right, next.right),
    bottom: Math.min(one.bottom, next.bottom),
    top: Math.max(one.top, next.top)
  }
}
