import type {Paragraph, PhrasingContent, RootContent, Table, Text} from 'mdast'
import type {Attributes} from '../../../model/attributes.ts'
import type {Caption} from '../../../model/nodes.ts'
import {trailingOf} from '../tree/attach.ts'
import {across} from '../tree/place.ts'
import {figureOf} from './figure.ts'

const none: Attributes = {classes: [], pairs: new Map()}

/** Join tables and the captions before or after them: `: Text {#tbl:x}` or `Table: Text`. */
export function tableCaptions(children: ReadonlyArray<RootContent>): ReadonlyArray<RootContent> {
  if (!children.some(({type}) => type === 'table')) return children
  const out: Array<RootContent> = []
  let taken: RootContent | undefined
  children.forEach((child, index) => {
    if (child.type !== 'table') {
      if (child !== taken) out.push(child)
      return
    }
    const inRow = captionInRow(child)
    const after = inRow ?? captionOf(children[index + 1])
    const before = after === undefined ? captionOf(out.at(-1)) : undefined
    if (inRow === undefined && after !== undefined) taken = children[index + 1]
    if (before !== undefined) out.pop()
    out.push(captioned(child, after ?? before))
  })
  return out
}

interface Found {
  readonly caption: Caption
  readonly attributes: Attributes
}

function captioned(table: Table, found: Found | undefined): RootContent {
  if (found === undefined) return table
  const {position} = found.caption
  const first = position !== undefined && isBefore(position, table.position) ? position : table.position
  const last = first === position ? table.position : (position ?? table.position)
  return figureOf('table', [table], found.caption, found.attributes, across(first, last))
}

function isBefore(a: NonNullable<Table['position']>, b: Table['position']): boolean {
  return b !== undefined && a.start.line < b.start.line
}

function captionOf(node: RootContent | undefined): Found | undefined {
  if (node?.type !== 'paragraph') return undefined
  const children = withoutMark(node.children)
  if (children === undefined) return undefined
  const trailing = trailingOf(node)
  return found(node, trailing === undefined ? children : shortened(children, trailing.length), trailing?.attributes)
}

function found(node: Pick<Paragraph, 'position'>, children: Array<PhrasingContent>, attributes = none): Found {
  const {position} = node
  return {caption: {type: 'caption', children, ...(position === undefined ? {} : {position})}, attributes}
}

/** A caption with no empty line before it reads as one more row: a single cell, and the mark in it. */
function captionInRow(table: Table): Found | undefined {
  const row = table.children.at(-1)
  const [cell, ...others] = row?.children ?? []
  if (row === undefined || cell === undefined || table.children.length < 2) return undefined
  // An author's own row says so with bars, and stands where the cell does not begin the line.
  if (others.length > 0 || cell.position?.start.column !== row.position?.start.column) return undefined
  const children = withoutMark(cell.children)
  if (children === undefined) return undefined
  const trailing = trailingOf(cell)
  table.children.pop()
  return found(row, trailing === undefined ? children : shortened(children, trailing.length), trailing?.attributes)
}

function withoutMark(children: ReadonlyArray<PhrasingContent>): Array<PhrasingContent> | undefined {
  const [first, ...rest] = children
  if (first?.type !== 'text') return undefined
  const mark = /^(?::|Table:)\s+/.exec(first.value)?.[0]
  if (mark === undefined && !/^(?::|Table:)$/.test(first.value.trim())) return undefined
  return replaced(first, first.value.slice(mark?.length ?? first.value.length), mark?.length ?? 0, rest)
}

function replaced(
  text: Text,
  value: string,
  moved: number,
  rest: ReadonlyArray<PhrasingContent>
): Array<PhrasingContent> {
  if (value === '') return [...rest]
  const {position} = text
  if (position === undefined) return [{type: 'text', value}, ...rest]
  const {line, column, offset = 0} = position.start
  const start = {line, column: column + moved, offset: offset + moved}
  return [{type: 'text', value, position: {...position, start}}, ...rest]
}

/** Attributes were text until now. */
function shortened(children: ReadonlyArray<PhrasingContent>, length: number): Array<PhrasingContent> {
  const last = children.at(-1)
  if (last?.type !== 'text') return [...children]
  const value = last.value.trimEnd().slice(0, -length).trimEnd()
  return value === '' ? children.slice(0, -1) : [...children.slice(0, -1), {...last, value}]
}
