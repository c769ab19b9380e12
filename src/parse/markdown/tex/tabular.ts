import type {AlignType, Table, TableCell, TableRow} from 'mdast'
import type {Group} from './groups.ts'
import {groupsAt} from './groups.ts'
import {parts} from './parts.ts'
import type {TexNode} from './raw.ts'
import {positionIn} from './raw.ts'
import type {TexReader} from './reader.ts'

const rules = /\\(?:hline|toprule|midrule|bottomrule|(?:cline|cmidrule)(?:\([^)]*\))?\{[^}]*\})/g
/** A table has no more columns. */
const widest = 200

/** `tabular`: what stands above the first rule within it is its head. */
export function tabular(node: TexNode, body: Group, reader: TexReader): Table {
  const {required, end} = groupsAt(body.text, /^\s*/.exec(body.text)?.[0].length ?? 0, 1)
  const spec = required[0]?.text ?? ''
  const align = aligns(spec)
  const lines = linesIn({text: body.text.slice(end), at: body.at + end})
  const kept = lines.filter(({group}) => group.text.trim() !== '')
  const rows = uncovered(kept.map(({group}) => rowOf(node, group, reader)))
  const head = kept.findIndex(({ruled}, index) => index > 0 && ruled)
  const width = Math.max(1, align.length, ...rows.slice(0, 1).map(({children}) => children.length))
  const columns = Array.from({length: width}, (_, index) => align[index] ?? null)
  const place = node.position === undefined ? {} : {position: node.position}
  return {
    type: 'table',
    align: columns,
    children: rows,
    data: {headRows: Math.max(0, head), ...widthsOf(spec, width)},
    ...place
  }
}

/** A row holds only the cells that begin in it: the empty ones below `\\multirow` go. */
function uncovered(rows: ReadonlyArray<TableRow>): Array<TableRow> {
  const until: Array<number> = []
  return rows.map((row, index) => {
    let column = 0
    const children = row.children.filter((cell) => {
      const isCovered = (until[column] ?? 0) > index && cell.children.length === 0
      const {colSpan = 1, rowSpan = 1} = cell.data ?? {}
      for (let at = 0; at < colSpan; at++) if (!isCovered) until[column + at] = index + rowSpan
      column += colSpan
      return !isCovered
    })
    return {...row, children}
  })
}

/** `|l|c|p{3cm}|`; a column of given width is set to the left. */
function aligns(spec: string): ReadonlyArray<AlignType> {
  const repeated = spec.replace(/\*\{(\d{1,2})\}\{([^{}]*)\}/g, (_, times: string, what: string) =>
    what.repeat(Number(times))
  )
  const bare = repeated.replace(/[@!<>]\{[^{}]*\}/g, '').replace(/\{[^{}]*\}/g, '')
  const known = new Map<string, AlignType>([
    ['c', 'center'],
    ['r', 'right'],
    ['S', 'right']
  ])
  return [...bare.matchAll(/[lcrpmbXS]/g)].slice(0, widest).map(([letter]) => known.get(letter) ?? 'left')
}

/** `p{3cm}`, `m{0.3\\linewidth}`: shares of the line, which is 345 pt in LaTeX's own class; other columns say none. */
function widthsOf(spec: string, columns: number): {widths?: ReadonlyArray<number | undefined>} {
  const widths = [...spec.replace(/[@!<>]\{[^{}]*\}/g, '').matchAll(/([lcrXS])|[pmb]\{([^{}]*)\}/g)].map(
    ([, , length]) => shareOf(length)
  )
  const isGiven = widths.length === columns && widths.some((share) => share !== undefined)
  return isGiven ? {widths} : {}
}

/** Points in a unit of TeX's. */
const points: ReadonlyMap<string, number> = new Map([
  ['cm', 28.45],
  ['em', 10],
  ['ex', 4.3],
  ['in', 72.27],
  ['mm', 2.845],
  ['pc', 12],
  ['pt', 1]
])

function shareOf(length: string | undefined): number | undefined {
  const [, number, unit = ''] = /^\s*(\d*\.?\d+)\s*(?:\\(?=[a-z]))?([a-z]+)\s*$/.exec(length ?? '') ?? []
  if (number === undefined) return undefined
  const share = /^(?:column|line|text)width$|^hsize$/.test(unit)
    ? Number(number)
    : (Number(number) * (points.get(unit) ?? 0)) / 345
  return share > 0 && share <= 1 ? Math.round(share * 1e4) / 1e4 : undefined
}

interface Line {
  readonly group: Group
  /** A rule stands above it. */
  readonly ruled: boolean
}

function linesIn(body: Group): ReadonlyArray<Line> {
  return parts(body, '\\\\').map(({text, at}) => {
    // Blanks keep all else in its place.
    const bare = text.replace(/^\[[^\]\n]*\]/, (match) => ' '.repeat(match.length))
    const ruled = /^\s*\\(?:hline|toprule|midrule|cline|cmidrule)/.test(bare)
    return {group: {text: bare.replace(rules, (match) => ' '.repeat(match.length)), at}, ruled}
  })
}

function rowOf(node: TexNode, line: Group, reader: TexReader): TableRow {
  const cells = parts(line, '&').map((group) => cellOf(node, group, reader))
  return {type: 'tableRow', children: cells, ...positionIn(node, line.at, line.text.length)}
}

function cellOf(node: TexNode, group: Group, reader: TexReader): TableCell {
  const {text, at} = trimmed(group)
  const [, kind] = /^\\(multicolumn|multirow)(?=\{)/.exec(text) ?? []
  const position = positionIn(node, at, text.length)
  const {required, end} = groupsAt(text, kind === undefined ? 0 : kind.length + 1, 3)
  const [count, , words] = required
  const span = Number(count?.text)
  const isSpan = kind !== undefined && words !== undefined && end === text.length && span > 0 && span <= widest
  if (!isSpan || words === undefined)
    return {type: 'tableCell', children: reader.inline(plain({text, at})), ...position}
  const inner = trimmed({text: words.text, at: at + words.at})
  const data = kind === 'multicolumn' ? {colSpan: span} : {rowSpan: span}
  return {type: 'tableCell', children: reader.inline(plain(inner)), data, ...position}
}

/** `\&` and `\%` are escapes in Markdown too; line ends are spaces. */
function plain({text, at}: Group): Group {
  return {text: text.replace(/\s*\n\s*/g, ' '), at}
}

function trimmed({text, at}: Group): Group {
  return {text: text.trim(), at: at + text.length - text.trimStart().length}
}
