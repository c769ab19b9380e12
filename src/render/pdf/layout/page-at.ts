import type {ReferenceTop} from './in-page/reference-tops.ts'
import type {Measured} from './measured.ts'
import type {PagePlan} from './page-plan.ts'

/** Tells on which page, from 0, what begins at a height of the tall column stands, or what stands apart from it. */
export function pageAt({atoms}: Measured, {areas}: PagePlan): (top: ReferenceTop) => number {
  const floats = new Map(areas.flatMap((area) => (area.floats ?? []).map(({float}) => [float, area.page] as const)))
  return (top) => {
    if (typeof top !== 'number') return floats.get(top.float) ?? 0
    // What begins where an atom ends stands below it; a pixel is less than any line.
    const atom = firstIndex(atoms.length, (index) => (atoms[index]?.bottom ?? 0) > top + 1)
    const area = firstIndex(areas.length, (index) => (areas[index]?.to ?? 0) > atom)
    return (areas[area] ?? areas.at(-1))?.page ?? 0
  }
}

/** The first index below the length of which it is true, given that it is of all after it; the length if there is none. */
function firstIndex(length: number, isTrue: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isTrue(middle)) high = middle
    else low = middle + 1
  }
  return low
}
