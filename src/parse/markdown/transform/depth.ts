import type {Nodes, Root} from 'mdast'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {textOf} from '../../../util/text.ts'

/** No reader follows further; and every later step may go down by recursion. */
const deepest = 100
/** Whose children must be of a certain kind. */
const strict: ReadonlySet<string> = new Set(['list', 'table', 'tableRow'])

/** Cut what is nested too deep: its text stays, in one paragraph. Reports `nesting-limited` for each. */
export function depth(root: Root, report: Report): void {
  const open: Array<readonly [Nodes, number]> = [[root, 0]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, level] = next
    if (!('children' in node)) continue
    if (level < deepest || strict.has(node.type)) for (const child of node.children) open.push([child, level + 1])
    else cut(node, report)
  }
}

function cut(node: Extract<Nodes, {children: unknown}>, report: Report): void {
  if (!node.children.some((child) => 'children' in child && child.children.some((below) => 'children' in below))) return
  const text = {type: 'text', value: textOf(node.children).trim()} as const
  const isBlock = node.children.some(({type}) => type === 'paragraph' || type === 'list' || type === 'blockquote')
  const children: Array<unknown> = node.children
  children.splice(0, children.length, isBlock ? {type: 'paragraph', children: [text]} : text)
  const reason = `Unexpected nesting more than ${deepest} deep, expected what a reader can follow`
  const note = 'Its text is kept, as one paragraph.'
  report({id: 'nesting-limited', severity: 'error', reason, place: placeOf(node), note})
}
