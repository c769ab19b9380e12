import type {Paragraph, PhrasingContent, Root, TableCell} from 'mdast'
import type {Point} from 'unist'
import {movePlaces} from '../places.ts'
import type {Line} from '../syntax/table-layout.ts'
import type {UnreadCell} from './tables.ts'

/** Fill cells with what their lines say as Markdown; every node stands where it stands in the file. */
export function readCells(unread: ReadonlyArray<UnreadCell>, read: (text: string, blocks: boolean) => Root): void {
  for (const {cell, layout, blocks} of unread) {
    const text = layout.lines.map((line) => line.text).join('\n')
    if (text.trim() === '') continue
    const root = read(text, blocks && !mark.test(text))
    movePlaces(root, (point) => inFile(point, layout.lines))
    fill(cell, root)
  }
}

/** What begins a block that has nothing in it: in a cell, a dash for what is missing, or a number. */
const mark = /^\s*(?:[-+*#>=_\s]+|\d+[.)])\s*$/

/** One paragraph is a line of text, as mdast has it; anything else makes a cell of blocks. */
function fill(cell: TableCell, {children}: Root): void {
  const [only, ...others] = children
  if (only?.type === 'paragraph' && others.length === 0 && !isFloat(only)) {
    cell.children = only.children
    return
  }
  cell.children = children as unknown as Array<PhrasingContent>
  cell.data = {...cell.data, blocks: true}
}

/** A labelled picture alone in its cell is a figure. */
function isFloat({children: [only, ...others]}: Paragraph): boolean {
  return only?.type === 'image' && others.length === 0 && only.data?.attributes?.id !== undefined
}

function inFile({line, column}: Point, lines: ReadonlyArray<Line>): Point {
  const start = lines[Math.min(line, lines.length) - 1]?.start
  if (start === undefined) return {line, column}
  return {line: start.line, column: start.column + column - 1, offset: (start.offset ?? 0) + column - 1}
}
