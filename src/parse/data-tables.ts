import type {CsvError, Info} from 'csv-parse/sync'
import type {Code, Paragraph, Root, RootContent, Table, TableRow} from 'mdast'
import {attributesOf} from '../model/attributes.ts'
import type {Manuscript, TextSource} from '../model/manuscript.ts'
import type {Caption, Div} from '../model/nodes.ts'
import type {Place} from '../model/place.ts'
import {placeOf} from '../model/place.ts'
import type {Report} from '../model/problem.ts'
import {assetOf} from '../util/asset.ts'
import {givenShares} from '../util/column-widths.ts'
import {nearest} from '../util/nearest.ts'
import {walk} from '../util/walk.ts'
import {figureOf} from './markdown/transform/figure.ts'
import {alignsOf, countOf} from './markdown/transform/list-tables.ts'

/**
 * Make tables of `::: {.csv-table file="data.csv"}`, the caption inside it: of a CSV file (RFC 4180) or one with tabs, its cells plain
 * text; or of such rows between fences inside it. `header-rows` (1 if absent), `header-cols`, `aligns=l,c,r`, `widths=1,2,1`; `delimiter` where it is neither a comma nor, in `.tsv`, a tab.
 * Reports a file that is not there or cannot be read, at its own line, and rows of another length than the first.
 */
export async function dataTables(root: Root, data: Manuscript['data'], report: Report): Promise<void> {
  const parents = [...walk(root)].filter((node) => 'children' in node && node.children.some(isDataTable))
  if (parents.length === 0) return
  const {parse} = await import('csv-parse/sync')
  const read: Read = (text, delimiter) =>
    parse(text, {
      delimiter,
      info: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      trim: true
    }) as unknown as ReturnType<Read>
  for (const parent of parents) {
    if (!('children' in parent)) continue
    const made = parent.children.flatMap((child) =>
      isDataTable(child) ? tableOf(child, {data, read, report}) : [child]
    )
    Object.assign(parent, {children: made})
  }
}

type Read = (text: string, delimiter: string) => ReadonlyArray<{record: ReadonlyArray<string>; info: Info}>

interface Reading {
  readonly data: Manuscript['data']
  readonly read: Read
  readonly report: Report
}

/** What is read, and what to call it. */
type Rows = Pick<TextSource, 'path' | 'text'>

function isDataTable(node: {readonly type: string}): node is Div {
  return node.type === 'div' && attributesOf(node as Div).classes.includes('csv-table')
}

/** The table, and behind it what the div holds beside the caption. */
function tableOf(div: Div, reading: Reading): ReadonlyArray<RootContent> {
  const {id, classes, pairs} = attributesOf(div)
  const source = sourceOf(div, reading)
  const rows = pairs.get('file') === undefined ? rowsIn(div) : undefined
  const before = rows?.position?.start.line ?? 0
  const records = source && recordsOf({...source, before}, pairs.get('delimiter'), reading)
  if (records === undefined || records.length === 0) return [div]
  const headRows = countOf(pairs.get('header-rows'), 1)
  const headColumns = countOf(pairs.get('header-cols'), 0)
  const width = records[0]?.length ?? 0
  const widths = givenShares(pairs.get('widths'), width)
  const at = div.position === undefined ? {} : {position: div.position}
  const table: Table = {
    type: 'table',
    align: alignsOf(pairs.get('aligns'), width),
    children: records.map(rowOf),
    data: {headRows, ...(headColumns > 0 ? {headColumns} : {}), ...(widths ? {widths} : {})},
    ...at
  }
  const first = div.children.find((child): child is Paragraph => child.type === 'paragraph')
  const caption: Caption | undefined = first && {...first, type: 'caption'}
  const kept = classes.filter((name) => name !== 'csv-table')
  const attributes = {...(id === undefined ? {} : {id}), classes: kept, pairs: new Map<string, string>()}
  const rest = div.children.filter((child) => child !== first && child !== rows)
  return [figureOf('table', [table], caption, attributes, div.position), ...rest]
}

function rowOf(record: ReadonlyArray<string>): TableRow {
  const children = record.map((value) => ({type: 'tableCell' as const, children: [{type: 'text' as const, value}]}))
  return {type: 'tableRow', children}
}

/** Rows that stand in the div itself, between fences. */
function rowsIn(div: Div): Code | undefined {
  return div.children.find((child): child is Code => child.type === 'code')
}

/** The file that the div names; what is wrong with the name is told at the div. */
function sourceOf(div: Div, {data, report}: Reading): Rows | undefined {
  const place = placeOf(div)
  const name = attributesOf(div).pairs.get('file') ?? ''
  const rows = rowsIn(div)
  if (name === '' && rows !== undefined) return {path: place?.file ?? '', text: rows.value}
  const found = assetOf(data?.texts ?? new Map(), name, place?.file)
  if (name !== '' && found.kind === 'found') return data?.texts.get(found.source.path)
  const severity = 'error'
  if (name === '') {
    const reason = 'Cannot read `csv-table`, expected the name of a file in `file`, or the rows between fences'
    report({id: 'data-table-read', severity, reason, place, note: 'Write `::: {.csv-table file="data.csv"}`.'})
  } else if (found.kind !== 'missing') {
    const reason = `Cannot read the table \`${name}\`: it lies outside the manuscript’s folder`
    const note = 'Put the file into the folder of the manuscript and name it from there.'
    report({id: 'path-inside', severity, reason, place, note})
  } else {
    const expected = nearest(name, data?.files ?? [])
    const note = 'Put the file into the folder of the manuscript, or correct its name.'
    report({id: 'data-table-read', severity, reason: `Cannot find the table \`${name}\``, place, expected, note})
  }
  return undefined
}

function recordsOf(
  {path, text, before}: Rows & {readonly before: number},
  given: string | undefined,
  {read, report}: Reading
): ReadonlyArray<ReadonlyArray<string>> | undefined {
  const delimiter = given === 'tab' ? '\t' : (given ?? (/\.tsv$/i.test(path) ? '\t' : ','))
  try {
    const rows = read(text, delimiter)
    const width = rows[0]?.record.length ?? 0
    const uneven = rows.find(({record}) => record.length !== width)
    if (uneven !== undefined) {
      const reason = `Unexpected row of ${uneven.record.length} cells, expected ${width} as in the first`
      const note = 'A cell that holds the delimiter stands between quotation marks.'
      report({
        id: 'data-table-read',
        severity: 'warning',
        reason,
        place: lineOf(path, before + uneven.info.lines),
        note
      })
    }
    if (rows.length === 0)
      report({
        id: 'data-table-read',
        severity: 'error',
        reason: `Unexpected empty table \`${path}\``,
        place: lineOf(path, before + 1)
      })
    return rows.map(({record}) => record)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    const {message, lines} = error as CsvError & {readonly lines?: number}
    const reason = `Cannot read the table \`${path}\`: ${message.split(' at line')[0]}`
    const note = 'A cell that holds quotation marks has each of them twice, and stands between two more.'
    report({id: 'data-table-read', severity: 'error', reason, place: lineOf(path, before + (lines ?? 1)), note})
    return undefined
  }
}

function lineOf(file: string, line: number): Place {
  return {file, start: {line, column: 1}}
}
