import type {List, Nodes, RootContent, TableCell} from 'mdast'
import type {EquationLine} from '../../model/equation.ts'
import type {Handlers, InlineType} from '../../model/nodes.ts'
import {gridTable} from '../../util/grid-table.ts'
import {markerOf} from '../../util/list-marker.ts'
import {holdsBlocks} from '../plain/holds-blocks.ts'
import {inlineText} from './inline.ts'

type Blocks = ReadonlyArray<string>

/** A node of a plain tree as paragraphs and their like, each without the empty line after it. */
export function blockText(node: RootContent): Blocks {
  const handle = Reflect.get(handlers, node.type) as ((node: Nodes, state: undefined) => Blocks) | undefined
  return handle === undefined ? line(node) : handle(node, undefined)
}

const handlers: Omit<Handlers<undefined, Blocks>, InlineType> & Record<'footnoteDefinition', typeof note> = {
  root: inside,
  bibliography: inside,
  blockquote: (node) => [indented(inside(node), '> ', '> ')],
  caption: line,
  code: ({value}) => [prefixed(value, '    ', '    ')],
  definitionDescription: (node) => [indented(inside(node), '    ', '    ')],
  definitionList: (node) => [inside(node).join('\n')],
  definitionTerm: line,
  div: inside,
  figure: (node) => {
    const isCaption = ({type}: Nodes) => type === 'caption'
    const caption = node.children.filter(isCaption).flatMap(blockText)
    const content = node.children.filter((child) => !isCaption(child)).flatMap(blockText)
    return node.kind === 'figure' ? [...content, ...caption] : [...caption, ...content]
  },
  footnoteDefinition: note,
  heading: line,
  list,
  listItem: inside,
  math: ({value, data}) => {
    if (data?.lines !== undefined) return [data.lines.map(lineText).join('\n')]
    const number = data?.number === undefined ? '' : ` (${data.number})`
    return [prefixed(value.replace(/\s*\\tag\{([^{}]*)\}\s*$/, ' ($1)') + number, '    ', '    ')]
  },
  paragraph: line,
  reference: line,
  section: inside,
  table: (node) => [gridTable(node, cellLines)],
  tableCell: line,
  tableRow: inside,
  thematicBreak: () => ['* * *']
}

function lineText({value, number}: EquationLine): string {
  return prefixed(number === undefined ? value : `${value} (${number})`, '    ', '    ')
}

function inside(node: Nodes): Blocks {
  return 'children' in node ? (node.children as ReadonlyArray<RootContent>).flatMap(blockText) : []
}

function line(node: Nodes): Blocks {
  const text = inlineText('children' in node ? node.children : [node])
  return text === '' ? [] : [text]
}

function note(node: Extract<Nodes, {type: 'footnoteDefinition'}>): Blocks {
  const mark = `${node.identifier}. `
  return [indented(inside(node), mark, ' '.repeat(mark.length))]
}

function list(node: List): Blocks {
  const {children, ordered, spread} = node
  const items = children.map((item, index) => {
    const mark = ordered === true ? `${markerOf(node, index)} ` : '- '
    const box = item.checked == null ? '' : item.checked ? '[x] ' : '[ ] '
    const gap = spread || item.spread ? '\n\n' : '\n'
    return prefixed(box + inside(item).join(gap), mark, ' '.repeat(mark.length))
  })
  return [items.join('\n')]
}

function cellLines(cell: TableCell): ReadonlyArray<string> {
  const children: ReadonlyArray<Nodes> = cell.children
  const blocks = holdsBlocks(cell)
    ? (children as ReadonlyArray<RootContent>).flatMap(blockText)
    : [inlineText(children)]
  return blocks.join('\n\n').replaceAll('\t', '    ').split('\n')
}

function indented(blocks: Blocks, first: string, rest: string): string {
  return prefixed(blocks.join('\n\n'), first, rest)
}

function prefixed(text: string, first: string, rest: string): string {
  const lines = text.split('\n').map((each, index) => (index === 0 ? first : rest) + each)
  return lines.map((each) => each.trimEnd()).join('\n')
}
