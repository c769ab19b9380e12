import {calledFor} from './called-for.ts'
import {divide} from './divide.ts'
import type {Measured} from './measured.ts'
import type {Area, PagePlan, PlannedArea} from './page-plan.ts'

export interface PaginateOptions {
  /** Of a page's area, in pixels. */
  readonly height: number
  /** Between text and notes, the rule in it, in pixels. */
  readonly gap: number
  /** Between floats, and between them and the text, in pixels. */
  readonly floatGap?: number
  /** Where floats stand; at the top if absent. */
  readonly placement?: 'foot' | 'top'
}

/** Columns this much shorter than a page's, beside its height, are not begun below what is as wide as the page. */
const leastOfPage = 1 / 6

/**
 * Divide a tall column into pages, or into what is as wide as the page and columns below it, each note at the foot of the page or column
 * it is called in; one called above the columns stands in the first of them. Floats stand at the top or foot of the page or column that
 * calls for them, or of a later one. Linear in the number of atoms and of lines of notes.
 */
export function paginate(measured: Measured, options: PaginateOptions): PagePlan {
  const {height} = options
  const shared = {floatGap: 0, placement: 'top', ...options} as const
  const {atoms, columns} = measured
  const floats = calledFor(measured, height / 2)
  // Nothing stands above the title.
  const pageAt = (page: number): [Area] => [{page, start: page * height, height, closed: page === 0}]
  if (columns === undefined) {
    const stretch = {from: 0, to: atoms.length, origin: 0}
    return planOf(divide({...measured, floats}, {...shared, stretch, areasOf: pageAt, even: false}))
  }
  const below = withNotesBelow(measured, columns.first)
  const above = {from: 0, to: columns.first, origin: 0}
  const head = divide({...below, floats: []}, {...shared, stretch: above, areasOf: pageAt, even: false})
  const areasOf = columnsBelow(head, {top: columns.top, count: columns.count, height})
  const stretch = {from: columns.first, to: atoms.length, origin: columns.top}
  return planOf([...head, ...divide({...below, floats}, {...shared, stretch, areasOf, even: true})])
}

function planOf(areas: ReadonlyArray<PlannedArea>): PagePlan {
  return {areas, pages: (areas.at(-1)?.page ?? -1) + 1}
}

/** Notes that are called above the columns, with the first line of these. */
function withNotesBelow(measured: Measured, first: number): Measured {
  const {atoms} = measured
  const called = atoms.slice(0, first).flatMap((atom) => atom.notes)
  if (called.length === 0) return measured
  return {
    ...measured,
    atoms: atoms.map((atom, index) =>
      index < first ? {...atom, notes: []} : index === first ? {...atom, notes: [...called, ...atom.notes]} : atom
    )
  }
}

interface Columns {
  readonly top: number
  readonly count: number
  /** Of a page. */
  readonly height: number
}

/** The columns of pages: short ones where what is above them ends, if that leaves room, then those of whole pages. */
function columnsBelow(
  head: ReadonlyArray<PlannedArea>,
  {top, count, height}: Columns
): (index: number) => ReadonlyArray<Area> {
  // Nothing to read may stand above them, and room for it all the same.
  const {page: above, origin} = head.at(-1) ?? {page: 0, origin: 0}
  const left = height - (top - origin)
  const isBegun = left >= height * leastOfPage
  const page = isBegun ? above : above + 1
  const first = isBegun ? left : height
  return (index) => {
    const each = index === 0 ? first : height
    const before = index === 0 ? 0 : count * (first + (index - 1) * height)
    return Array.from({length: count}, (_, column) => ({
      page: page + index,
      column,
      start: before + column * each,
      height: each
    }))
  }
}
