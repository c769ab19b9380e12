import type {Element, Root} from 'xast'
import type {Place} from '../../model/place.ts'
import type {Problem, Report} from '../../model/problem.ts'

/** Elements that may be empty: cells, marks, and what says all in its attributes. */
const mayBeEmpty: ReadonlySet<string> = new Set([
  'ali:free_to_read',
  'break',
  'count',
  'equation-count',
  'etal',
  'fig-count',
  'col',
  'graphic',
  'inline-graphic',
  'page-count',
  'ref-count',
  'related-article',
  'related-object',
  'table-count',
  'td',
  'th',
  'word-count',
  'xref'
])

/** The order of `article-meta` (JATS 1.3), those of one rank in any; what is not listed is not written. */
const order: ReadonlyArray<ReadonlyArray<string>> =
  `article-id article-version article-version-alternatives article-categories title-group contrib-group
  aff|aff-alternatives author-notes pub-date volume volume-id volume-series issue issue-id issue-title issue-sponsor issue-part
  isbn supplement fpage lpage page-range elocation-id product|supplementary-material history pub-history permissions
  self-uri related-article|related-object abstract trans-abstract kwd-group funding-group support-group
  conference counts custom-meta-group`
    .split(/\s+/)
    .map((names) => names.split('|'))

function rankOf(name: string): number {
  return order.findIndex((names) => names.includes(name))
}

/** Elements written out of a node know where that stands. */
interface Placed {
  readonly place?: Place | undefined
}

/** Note on elements which place of the manuscript they came from, unless they came from one within. */
export function setPlace(element: Element, place: Place | undefined): void {
  const data = element.data as Placed | undefined
  if (place !== undefined && data?.place === undefined) element.data = {...data, place} as NonNullable<Element['data']>
}

/**
 * What a validator would find that needs no DTD: ids given twice, pointers to nothing, elements without content,
 * `article-meta` out of order. Each is reported where the manuscript says what was written there.
 */
export function checkStructure(root: Root, report: Report): void {
  const ids = new Set<string>()
  const pointers: Array<{readonly rid: string; readonly place: Place | undefined}> = []
  for (const {element, place} of placed(root)) {
    const {id, rid} = element.attributes
    for (const reason of faultsOf(element)) report(fault(reason, place))
    if (typeof id === 'string' && ids.has(id)) report(fault(`Unexpected second id \`${id}\` in JATS`, place))
    if (typeof id === 'string') ids.add(id)
    if (typeof rid === 'string') pointers.push({rid, place})
  }
  for (const {rid, place} of pointers) {
    if (ids.has(rid)) continue
    report(fault(`Cannot find the id \`${rid}\` in JATS, expected what an \`xref\` points at`, place))
  }
}

interface PlacedElement extends Placed {
  readonly element: Element
}

/** All elements, each with its place or that of what it stands in. */
function placed(root: Root): ReadonlyArray<PlacedElement> {
  const found: Array<PlacedElement> = []
  const open: Array<PlacedElement> = elementsIn(root).map((element) => ({element}))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const {element} = next
    const place = (element.data as Placed | undefined)?.place ?? next.place
    found.push({element, place})
    open.push(...elementsIn(element).map((child) => ({element: child, place})))
  }
  return found
}

function faultsOf(element: Element): ReadonlyArray<string> {
  const {name, children} = element
  const isEmpty = children.length === 0 && !mayBeEmpty.has(name) && !name.startsWith('mml:')
  const empty = isEmpty ? [`Unexpected empty element \`${name}\` in JATS, expected content`] : []
  return name === 'article-meta' ? [...empty, ...disorder(element)] : empty
}

function disorder(element: Element): ReadonlyArray<string> {
  const names = elementsIn(element).map(({name}) => name)
  return names.flatMap((name, index) => {
    const [before = name] = names.slice(Math.max(0, index - 1), index)
    if (rankOf(before) <= rankOf(name)) return []
    return [`Unexpected \`${name}\` after \`${before}\` in \`article-meta\``]
  })
}

function elementsIn({children}: Element | Root): ReadonlyArray<Element> {
  return (children as ReadonlyArray<Root['children'][number]>).filter((child) => child.type === 'element')
}

function fault(reason: string, place: Place | undefined): Problem {
  const note = 'Archives refuse such a file. Write the place otherwise, and please report what was there.'
  return {id: 'jats-structure', severity: 'error', reason, place, note}
}
