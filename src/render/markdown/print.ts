import type {Nodes, Root, RootContent, Table, TableCell} from 'mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import type {Math as DisplayMath} from 'mdast-util-math'
import type {Handle, Options} from 'mdast-util-to-markdown'
import {toMarkdown} from 'mdast-util-to-markdown'
import {attributesOf} from '../../model/attributes.ts'
import type {Figure} from '../../model/nodes.ts'
import {taggedLines} from '../../util/equations.ts'
import {gridTable} from '../../util/grid-table.ts'
import {blockHandlers} from '../../util/markdown/blocks.ts'
import {inlineHandlers} from '../../util/markdown/inline.ts'
import {unsafe} from '../../util/markdown/unsafe.ts'
import {holdsBlocks} from '../plain/holds-blocks.ts'
import {taggedFormula} from './tagged-formula.ts'

const gfm: Options = gfmToMarkdown({singleTilde: false} as object)
const pipeTable = gfm.extensions?.find((each) => each.handlers?.table !== undefined)?.handlers?.table

/** A table of GitHub's kind where that can hold it, else a grid. */
const table: Handle = (node: Table, parent, state, info) => {
  if (pipeTable !== undefined && isPipeTable(node)) return ruled(oneLine(pipeTable(node, parent, state, info)), node)
  const linesOf = ({children, data}: TableCell) => {
    const blocks = holdsBlocks({children, data}) ? children : [{type: 'paragraph' as const, children}]
    const text = state.containerFlow({type: 'root', children: blocks as Array<RootContent>}, info)
    return text.replaceAll('\t', '    ').split('\n')
  }
  return gridTable(node, linesOf, node.data?.widths)
}

/** Lines that end within a cell are spaces. */
function oneLine(written: string): string {
  return written.replaceAll('&#xA;', ' ')
}

/** A hundred dashes, of which each column has its share, so that its width is read again. */
function ruled(written: string, {align, data}: Table): string {
  const widths = data?.widths ?? []
  if (widths.length === 0 || widths.some((share) => share === undefined)) return written
  const total = widths.reduce<number>((sum, share) => sum + (share ?? 0), 0)
  const cells = widths.map((share = 0, column) => {
    const dashes = '-'.repeat(Math.max(3, Math.round((share / total) * 100)))
    const side = align?.[column]
    const [left, right] = [side === 'left' || side === 'center', side === 'right' || side === 'center']
    return `${left ? ':' : '-'}${dashes.slice(2)}${right ? ':' : '-'}`
  })
  const [head = '', , ...rows] = written.split('\n')
  return [head, `| ${cells.join(' | ')} |`, ...rows].join('\n')
}

function isPipeTable({children, data}: Table): boolean {
  const {headRows = 1, footRows = 0} = data ?? {}
  const isPlain = ({data: extent, children: content}: TableCell) =>
    (extent?.colSpan ?? 1) === 1 &&
    (extent?.rowSpan ?? 1) === 1 &&
    !holdsBlocks({children: content, data: extent}) &&
    content.every(({type}) => type !== 'break')
  return headRows === 1 && footRows === 0 && children.every((row) => row.children.every(isPlain))
}

/** The caption of a listing stands among its attributes. */
const figure: Handle = (node: Figure, parent, state, info) => {
  const code = node.children.find(({type}) => type === 'code')
  const caption = node.children.find(({type}) => type === 'caption')
  if (node.kind !== 'listing' || code === undefined) return blockHandlers.figure(node, parent, state, info)
  const {classes, pairs} = attributesOf(code)
  const words = caption?.type === 'caption' ? state.containerPhrasing(caption, info) : ''
  const all = words === '' ? pairs : new Map([...pairs, ['caption', words] as const])
  const {id, classes: own} = attributesOf(node)
  const attributes = {...(id === undefined ? {} : {id}), classes: [...new Set([...classes, ...own])], pairs: all}
  return blockHandlers.code({...code, data: {attributes}}, parent, state, info)
}

const math: Handle = (node: DisplayMath, parent, state, info) =>
  blockHandlers.math(
    {...node, value: node.data?.lines === undefined ? taggedFormula(node.value, node.data?.number) : taggedLines(node)},
    parent,
    state,
    info
  )

const handlers = {...inlineHandlers, ...blockHandlers, figure, math, table}

/** Write a plain tree as Markdown. */
export function printed(root: Root): string {
  return toMarkdown(root as Nodes, {
    bullet: '-',
    rule: '-',
    extensions: [gfm, {unsafe, handlers: handlers as unknown as NonNullable<Options['handlers']>}]
  })
}
