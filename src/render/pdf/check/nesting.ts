import type {Checked, Element} from './checked.ts'
import type {Finding} from './finding.ts'

/** What may stand in what, and where it may stand itself. */
interface Place {
  readonly condition: string
  readonly kids?: ReadonlySet<string>
  readonly parents?: ReadonlySet<string>
}

const set = (types: string) => new Set(types.split(' '))
const [contents, list, table] = ['09-006', '09-005', '09-004']

/** ISO 32000-1, Tables 333 (contents), 336 (lists) and 337 (tables). */
const places: ReadonlyMap<string, Place> = new Map([
  ['TOC', {condition: contents, kids: set('TOC TOCI Caption')}],
  ['TOCI', {condition: contents, kids: set('Lbl Reference P TOC Link Span'), parents: set('TOC')}],
  ['L', {condition: list, kids: set('LI Caption')}],
  ['LI', {condition: list, kids: set('Lbl LBody'), parents: set('L')}],
  ['LBody', {condition: list, parents: set('LI')}],
  ['Table', {condition: table, kids: set('TR THead TBody TFoot Caption')}],
  ['THead', {condition: table, kids: set('TR'), parents: set('Table')}],
  ['TBody', {condition: table, kids: set('TR'), parents: set('Table')}],
  ['TFoot', {condition: table, kids: set('TR'), parents: set('Table')}],
  ['TR', {condition: table, kids: set('TH TD'), parents: set('Table THead TBody TFoot')}],
  ['TH', {condition: table, parents: set('TR')}],
  ['TD', {condition: table, parents: set('TR')}]
])

/** Whether lists, tables and tables of contents are made of what they may be made of (PDF/UA-1, 7.2). */
export function* checkNesting({elements}: Checked): Generator<Finding> {
  for (const element of elements) {
    const place = places.get(element.role)
    if (place === undefined) continue
    const {condition, kids, parents} = place
    const stray = kids && element.kids.find(({role}) => !kids.has(role))
    if (stray !== undefined) yield {condition, what: `${stray.role} stands in ${element.role}`}
    const above = parentOf(element)
    if (parents !== undefined && !parents.has(above))
      yield {condition, what: `${element.role} stands in ${above || 'nothing'}`}
  }
}

function parentOf({parent}: Element): string {
  return parent?.role ?? ''
}
