import type {Image, List, Paragraph, PhrasingContent, RootContent, Table, TableCell, TableRow} from 'mdast'
import type {Math as DisplayMath} from 'mdast-util-math'
import type {Caption, Figure} from '../../../model/nodes.ts'
import {givenShares} from '../../../util/column-widths.ts'
import {figureOf} from '../transform/figure.ts'
import type {Directive, Reader} from './directive.ts'
import {attributesOfDirective, positioned} from './directive.ts'

/** `{figure} path`: the body's paragraphs are its caption; what else is in it is shown with the image. */
export function figure(directive: Directive, reader: Reader): ReadonlyArray<RootContent> {
  const body = reader.blocks(directive.body)
  const isWords = (node: RootContent): node is Paragraph =>
    node.type === 'paragraph' && node.children.some((child) => child.type !== 'image' && child.type !== 'break')
  const shown = body.filter((node) => !isWords(node)) as Figure['children']
  const image = imageOf(directive)
  const content = image === undefined ? shown : [paragraphOf([image], directive), ...shown]
  const caption = captionOf(body.filter(isWords))
  return [figureOf('figure', content, caption, attributesOfDirective(directive), directive.code.position)]
}

/** `{image} path`. */
export function image(directive: Directive, reader: Reader): ReadonlyArray<RootContent> {
  const made = imageOf(directive)
  if (made !== undefined && attributesOfDirective(directive).id !== undefined) return figure(directive, reader)
  const body = reader.blocks(directive.body)
  if (made === undefined) return body
  return [paragraphOf([made], directive), ...body]
}

function imageOf(directive: Directive): Image | undefined {
  const {argument, options} = directive
  if (argument.text === '') return undefined
  const pairs = new Map(['width', 'height'].flatMap((key) => (options.has(key) ? [[key, options.get(key) ?? '']] : [])))
  const align = options.get('align')
  const classes = align === undefined ? [] : [`align-${align}`]
  const data = pairs.size + classes.length > 0 ? {data: {attributes: {classes, pairs}}} : {}
  return {type: 'image', url: argument.text, alt: options.get('alt') ?? null, ...data, ...positioned(directive)}
}

function paragraphOf(children: Array<PhrasingContent>, directive: Directive): Paragraph {
  return {type: 'paragraph', children, ...positioned(directive)}
}

/** Several paragraphs are one caption. */
function captionOf(paragraphs: ReadonlyArray<Paragraph>): Caption | undefined {
  const [first] = paragraphs
  if (first === undefined) return undefined
  const children = paragraphs.flatMap(
    (paragraph, index): Array<PhrasingContent> =>
      index === 0 ? paragraph.children : [{type: 'text', value: ' '}, ...paragraph.children]
  )
  return {type: 'caption', children, ...(first.position === undefined ? {} : {position: first.position})}
}

/** `{math}`; a formula begun behind the name goes on in the body. */
export function math(directive: Directive): ReadonlyArray<RootContent> {
  const {argument, body} = directive
  const attributes = attributesOfDirective(directive)
  const value = [argument.text, body.text].join('\n').trim()
  const data = {attributes, ...(attributes.id === undefined ? {} : {label: attributes.id})}
  const formula: DisplayMath = {type: 'math', value, data, ...positioned(directive)}
  return [formula]
}

/** `{table} caption` around a table. */
export function table(directive: Directive, reader: Reader): ReadonlyArray<RootContent> {
  return [tableFloat(directive, reader.blocks(directive.body), reader)]
}

function tableFloat(directive: Directive, content: ReadonlyArray<RootContent>, reader: Reader): RootContent {
  const {argument, code} = directive
  const attributes = attributesOfDirective(directive)
  const words = reader.inline(argument)
  const [only] = content
  if (words.length === 0 && attributes.id === undefined && only !== undefined && content.length === 1) return only
  const caption: Caption | undefined = words.length === 0 ? undefined : {type: 'caption', children: words}
  return figureOf('table', content as Figure['children'], caption, attributes, code.position)
}

/** `{list-table} caption`: a list of lists, a row each; anything else is shown as it is. */
export function listTable(directive: Directive, reader: Reader): ReadonlyArray<RootContent> {
  const content = reader.blocks(directive.body)
  const [list] = content
  const rows = list?.type === 'list' && content.length === 1 ? rowsOf(list) : undefined
  if (rows === undefined) {
    const reason = 'Cannot read `list-table`, expected a list of lists, one for each row'
    reader.report({id: 'directive-read', severity: 'warning', reason, place: directive.place})
    return content
  }
  const headRows = numberOf(directive.options.get('header-rows'))
  const headColumns = numberOf(directive.options.get('stub-columns'))
  const align = rows[0]?.children.map(() => null) ?? []
  const widths = givenShares(directive.options.get('widths'), align.length)
  const data = {headRows, ...(headColumns > 0 ? {headColumns} : {}), ...(widths ? {widths} : {})}
  const made: Table = {type: 'table', align, children: [...rows], data, ...positioned(directive)}
  return [tableFloat(directive, [made], reader)]
}

function numberOf(text: string | undefined): number {
  return /^\d{1,4}$/.test(text ?? '') ? Number(text) : 0
}

/** The rows of a list of lists, each item of the inner one a cell; `undefined` if it is something else. */
export function rowsOf(list: List): ReadonlyArray<TableRow> | undefined {
  const rows = list.children.map(({children: [cells, ...others], position}): TableRow | undefined => {
    if (cells?.type !== 'list' || others.length > 0) return undefined
    const at = position === undefined ? {} : {position}
    return {type: 'tableRow', children: cells.children.map(cellOf), ...at}
  })
  return rows.every((row) => row !== undefined) ? rows : undefined
}

function cellOf({children, position}: List['children'][number]): TableCell {
  const [only, ...others] = children
  const at = position === undefined ? {} : {position}
  if (only === undefined) return {type: 'tableCell', children: [], ...at}
  if (only.type === 'paragraph' && others.length === 0) return {type: 'tableCell', children: only.children, ...at}
  return {type: 'tableCell', children: children as unknown as Array<PhrasingContent>, data: {blocks: true}, ...at}
}
