import type {Edit} from './edits.ts'
import type {PageContent, Pages} from './page-contents.ts'
import type {MarkedContent, Tag} from './structure.ts'
import {elementsIn, hold} from './structure.ts'
import type {Library} from './tree.ts'

/** Marked content that an element holds. */
interface Held {
  readonly kid: MarkedContent
  readonly page: PageContent
}

/**
 * Take out of the structure tree what browsers paint anew above each part of a table that goes on in another column or on another page,
 * its head, and mark it as an artifact: it would be read out each time (ISO 32000-1, 14.8.2.2.2; PDF/UA-1, 7.1).
 */
export function repeatedHeads(
  elements: ReadonlyArray<Tag>,
  pages: Pages,
  library: Library
): ReadonlyMap<PageContent, ReadonlyArray<Edit>> {
  const edits = new Map<PageContent, Array<Edit>>()
  for (const element of elements.filter(isHead).flatMap((head) => [head, ...elementsIn(head)])) {
    const [first, ...others] = heldBy(element, pages)
    const again = first === undefined ? [] : others.filter((other) => isAgain(first, other))
    if (again.length === 0) continue
    const gone = new Set(again.map(({kid}) => kid))
    hold(
      element,
      element.kids.filter((kid) => !(kid.kind === 'content' && gone.has(kid))),
      library
    )
    for (const {page, kid} of again)
      edits.set(page, [...(edits.get(page) ?? []), ...asArtifact(page.content, kid.number)])
  }
  return edits
}

/** A row of nothing but headings: what browsers tag has no other sign of it. */
function isHead({kids, type}: Tag): boolean {
  return type === 'TR' && kids.length > 0 && kids.every((kid) => kid.kind === 'element' && kid.type === 'TH')
}

function heldBy({kids}: Tag, pages: Pages): ReadonlyArray<Held> {
  return kids.flatMap((kid): ReadonlyArray<Held> => {
    const page = kid.kind === 'content' && kid.page !== undefined ? pages.get(kid.page) : undefined
    return kid.kind !== 'content' || page === undefined ? [] : [{kid, page}]
  })
}

/** Lines of one cell stand below each other on one page; what does not is the same again. */
function isAgain(first: Held, other: Held): boolean {
  if (first.page !== other.page) return true
  const [from, to] = [heightOf(first), heightOf(other)]
  return from !== undefined && to !== undefined && to > from - 1
}

/** Of its first line on the page, in points from the foot. */
function heightOf({page, kid: {number}}: Held): number | undefined {
  const [run] = page.runs.get(number) ?? []
  return run && run.matrix[1] * run.x + run.matrix[3] * run.y + run.matrix[5]
}

function asArtifact(content: string, number: number): ReadonlyArray<Edit> {
  const begin = new RegExp(`/\\w+\\s*<<[^<>]*/MCID\\s+${number}\\b[^<>]*>>\\s*BDC`, 'g')
  return [...content.matchAll(begin)].map(({0: found, index}) => ({
    at: index,
    end: index + found.length,
    text: '/Artifact <</Type /Pagination>> BDC'
  }))
}
