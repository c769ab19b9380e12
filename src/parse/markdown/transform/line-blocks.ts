import type {Paragraph, PhrasingContent, Root, Text} from 'mdast'
import {parentsOf} from './blocks.ts'

/**
 * Lines that begin with `| ` keep their ends and what they are indented by (pandoc’s `line_blocks`): a paragraph of the
 * class `line-block` with breaks. A row of a table that is none ends with its bar too, and stays as it is.
 */
export function lineBlocks(root: Root): void {
  for (const parent of parentsOf(root)) {
    if (parent.type !== 'paragraph' || parent.children[0]?.type !== 'text') continue
    if (!/^\| ?/.test(parent.children[0].value)) continue
    const lines = linesOf(parent)
    if (lines === undefined) continue
    parent.children = lines
    parent.data = {...parent.data, attributes: {classes: ['line-block'], pairs: new Map()}}
  }
}

/** The lines with breaks between them; `undefined` if one has no bar, or each ends with one. */
function linesOf({children}: Paragraph): Array<PhrasingContent> | undefined {
  if (children.some(({type}) => type === 'break')) return undefined
  if (children.some(escapesBar)) return undefined
  const lines = splitLines(children)
  if (lines.every(({length, 0: first}) => length === 1 && first?.type === 'text' && first.value.trim() === '|'))
    return undefined
  if (!lines.every(beginsWithBar) || lines.every(endsWithBar)) return undefined
  return lines.flatMap((line, index) => [...(index > 0 ? [{type: 'break' as const}] : []), ...content(line)])
}

/** `\|` at the beginning of a line is a bar. */
function escapesBar(node: PhrasingContent): boolean {
  if (node.type !== 'text') return false
  const {value, data} = node
  return data?.literal?.some((index) => value[index] === '|' && (index === 0 || value[index - 1] === '\n')) === true
}

function splitLines(children: ReadonlyArray<PhrasingContent>): ReadonlyArray<ReadonlyArray<PhrasingContent>> {
  const lines: Array<Array<PhrasingContent>> = [[]]
  for (const child of children) {
    if (child.type !== 'text') {
      lines.at(-1)?.push(child)
      continue
    }
    for (const [index, value] of child.value.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (value !== '') lines.at(-1)?.push(value === child.value ? child : piece(child, value))
    }
  }
  return lines
}

function beginsWithBar([first]: ReadonlyArray<PhrasingContent>): boolean {
  return first?.type === 'text' && /^\|(?: |$)/.test(first.value)
}

function endsWithBar(line: ReadonlyArray<PhrasingContent>): boolean {
  const last = line.at(-1)
  return last?.type === 'text' && /.\|\s*$/.test(last.value)
}

/** What stands behind the bar, its indent in spaces that hold. */
function content([first, ...rest]: ReadonlyArray<PhrasingContent>): ReadonlyArray<PhrasingContent> {
  if (first?.type !== 'text') return rest
  const behind = first.value.slice(2)
  const text = behind.trimStart()
  const value = '\u00A0'.repeat(behind.length - text.length) + text
  return value === '' ? rest : [piece(first, value), ...rest]
}

/** Part of a text stands where the whole does. */
function piece({position}: Text, value: string): Text {
  return position === undefined ? {type: 'text', value} : {type: 'text', value, position}
}
