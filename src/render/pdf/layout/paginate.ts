import {divide} from './divide.ts'
import type {Measured} from './measured.ts'
import type {Area, PagePlan, PlannedArea} from './page-plan.ts'

export interface PaginateOptions {
  /** Of a page's area, in pixels. */
  readonly height: number
  /** Between text and notes, the rule in it, in pixels. */
  readonly gap: number
}

/** Columns this much shorter than a page's, beside its height, are not begun below what is as wide as the page. */
const leastOfPage = 1 / 6

/**
 * Divide a tall column into pages, or into what is as wide as the page and columns below it, each note at the foot of the page or column
 * it is called in; one called above the columns stands in the first of them. Linear in the number of atoms and of lines of notes.
 */
export function paginate(measured: Measured, {height, gap}: PaginateOptions): PagePlan {
  const {atoms, columns} = measured
  const pageAt = (page: number): Area => ({page, start: page * height, height})
  if (columns === undefined) {
    const areas = divide(measured, {stretch: {from: 0, to: atoms.length, origin: 0}, areaAt: pageAt, height, gap})
    return planOf(areas)
  }
  const below = withNotesBelow(measured, columns.first)
  const head = divide(below, {stretch: {from: 0, to: columns.first, origin: 0}, areaAt: pageAt, height, gap})
  const areaAt = columnsBelow(head, {top: columns.top, count: columns.count, height})
  const body = divide(below, {
    stretch: {from: columns.first, to: atoms.length, origin: columns.top},
    areaAt,
    balanced: columns.count,
    height,
    gap
  })
  return planOf([...head, ...body])
}

function planOf(areas: ReadonlyArray<PlannedArea>): PagePlan {
  return {areas, pages: (areas.at(-1)?.page ?? -1) + 1}
}

/** Notes that are called above the columns, with the first line of these. */
function withNotesBelow({atoms, notes}: Measured, first: number): Measured {
  const called = atoms.slice(0, first).flatMap((atom) => atom.notes)
  if (called.length === 0) return {atoms, notes}
  return {
    atoms: atoms.map((atom, index) =>
      index < first ? {...atom, notes: []} : index === first ? {...atom, notes: [...called, ...atom.notes]} : atom
    ),
    notes
  }
}

interface Columns {
  readonly top: number
  readonly count: number
  /** Of a page. */
  readonly height: number
}

/** The columns in their order: short ones on the page where what is above them ends, if that leaves room, then those of whole pages. */
function columnsBelow(head: ReadonlyArray<PlannedArea>, {top, count, height}: Columns): (index: number) => Area {
  const last = head.at(-1)
  const left = last === undefined ? height : height - (top - last.origin)
  const isBegun = last !== undefined && left >= height * leastOfPage
  const page = last === undefined ? 0 : isBegun ? last.page : last.page + 1
  const first = isBegun ? left : height
  return (index) => {
    const row = Math.floor(index / count)
    const column = index % count
    const above = row === 0 ? column * first : count * first + (index - count) * height
    return {page: page + row, column, start: above, height: row === 0 ? first : height}
  }
}
