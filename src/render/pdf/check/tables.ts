import type {PDFDict} from '@cantoo/pdf-lib'
import type {Library} from '../tags/tree.ts'
import type {Checked, Element} from './checked.ts'
import type {Finding} from './finding.ts'

/** Whether tables have one head, something below it, and as many columns in each row (ISO 32000-1, Table 337; PDF/UA-1, 7.2). */
export function* checkTables({elements, library}: Checked): Generator<Finding> {
  for (const table of elements) {
    if (table.role !== 'Table') continue
    for (const what of faultsOf(table, library)) yield {condition: '09-004', what}
  }
}

function* faultsOf(table: Element, library: Library): Generator<string> {
  const roles = table.kids.map(({role}) => role)
  const count = (role: string) => roles.filter((each) => each === role).length
  if (count('THead') > 1 || count('TFoot') > 1 || count('Caption') > 1) yield 'a table has two heads, feet or captions'
  if (roles.slice(1, -1).includes('Caption')) yield 'the caption of a table stands between its rows'
  if (count('THead') + count('TFoot') > 0 && count('TBody') === 0) yield 'a table has a head and no body'
  const rows = table.kids.flatMap((kid) => (kid.role === 'TR' ? [kid] : kid.kids.filter(({role}) => role === 'TR')))
  if (!isRegular(rows, library)) yield 'rows of a table are not of one width'
}

/** Whether cells, with those that reach down from rows above, fill each row to one width. */
function isRegular(rows: ReadonlyArray<Element>, library: Library): boolean {
  /** How many rows more each column is taken for. */
  let taken: ReadonlyArray<number> = []
  let width: number | undefined
  for (const {kids} of rows) {
    const next: Array<number> = []
    const skip = () => {
      for (let above = taken[next.length] ?? 0; above > 0; above = taken[next.length] ?? 0) next.push(above - 1)
    }
    for (const {dict} of kids) {
      skip()
      const [columns, down] = [spanOf(dict, 'ColSpan', library), spanOf(dict, 'RowSpan', library)]
      for (let column = 0; column < columns; column += 1) {
        // Two cells in one place.
        if ((taken[next.length] ?? 0) > 0) return false
        next.push(down - 1)
      }
    }
    skip()
    if (next.length !== (width ?? next.length)) return false
    width = next.length
    taken = next
  }
  return taken.every((down) => down === 0)
}

/** More cells than any table has are one fault, not work without end. */
const most = 1000

function spanOf(cell: PDFDict, key: string, {PDFArray, PDFDict, PDFName, PDFNumber}: Library): number {
  const attributes = cell.lookup(PDFName.of('A'))
  const each = attributes instanceof PDFArray ? attributes.asArray() : [attributes]
  for (const one of each) {
    const span = one instanceof PDFDict ? one.lookup(PDFName.of(key)) : undefined
    if (span instanceof PDFNumber) return Math.min(most, Math.max(1, span.asNumber()))
  }
  return 1
}
