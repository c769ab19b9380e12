import type {TableCell} from 'mdast'

const blocks: ReadonlySet<string> = new Set([
  'blockquote',
  'code',
  'definitionList',
  'div',
  'figure',
  'heading',
  'list',
  'math',
  'paragraph',
  'table',
  'thematicBreak'
])

/** Whether what stands in a cell are blocks and not a line of text. */
export function holdsBlocks({children, data}: Pick<TableCell, 'children' | 'data'>): boolean {
  return data?.blocks === true || children.some(({type}) => blocks.has(type))
}
