import type {Blockquote, Paragraph, Root, RootContent, Text} from 'mdast'
import type {Div} from '../../../model/nodes.ts'
import type {AdmonitionKind} from '../../../model/statement-kind.ts'
import {admonitionKinds} from '../../../model/statement-kind.ts'
import {parentsOf, setChildren} from '../transform/blocks.ts'
import {childrenOf} from '../tree/raw.ts'
import {boldParagraph, boxes} from './statements.ts'

/**
 * GitHub's `> [!NOTE]` (https://docs.github.com/en/get-started/writing-on-github, “Alerts”), a box; words behind the mark
 * are its title, as Obsidian has it.
 */
export function alerts(root: Root): void {
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    if (!children.some((child) => child.type === 'blockquote')) continue
    setChildren(
      parent,
      children.map((child) => (child.type === 'blockquote' ? (alertOf(child) ?? child) : child))
    )
  }
}

function alertOf(quotation: Blockquote): Div | undefined {
  const [first, ...rest] = quotation.children
  const [opening, ...others] = first?.type === 'paragraph' ? first.children : []
  if (first?.type !== 'paragraph' || opening?.type !== 'text') return undefined
  const [mark = '', name = ''] = /^\[!([A-Za-z]+)\][-+]?[ \t]*/.exec(opening.value) ?? []
  const kind = admonitionKinds.find((each) => each === name.toLowerCase())
  if (kind === undefined) return undefined
  const {title, behind} = linesOf({...opening, value: opening.value.slice(mark.length)}, others)
  const body: ReadonlyArray<RootContent> = behind.length === 0 ? rest : [{...first, children: behind}, ...rest]
  const lead = title.length === 0 ? [] : [boldParagraph(title, first.position)]
  return boxOf(kind, [...lead, ...body], title.length === 0, quotation)
}

/** The title is what stands on the line of the mark. */
function linesOf(opening: Text, others: Paragraph['children']) {
  const title: Paragraph['children'] = []
  const all = [opening, ...others]
  for (const [index, node] of all.entries()) {
    const end = node.type === 'text' ? node.value.indexOf('\n') : -1
    if (node.type === 'break') return {title, behind: all.slice(index + 1)}
    if (node.type !== 'text' || end === -1) {
      if (node.type !== 'text' || node.value !== '') title.push(node)
      continue
    }
    const before = node.value.slice(0, end)
    if (before !== '') title.push({...node, value: before})
    return {title, behind: [{...node, value: node.value.slice(end + 1)}, ...all.slice(index + 1)]}
  }
  return {title, behind: []}
}

function boxOf(kind: AdmonitionKind, children: Array<RootContent>, isUntitled: boolean, {position}: Blockquote): Div {
  const classes = [kind, ...(boxes.has(kind) ? [] : ['box'])]
  const data = {attributes: {classes, pairs: new Map<string, string>()}}
  const at = position === undefined ? {} : {position}
  return {type: 'div', ...(isUntitled ? {admonition: kind} : {}), children, data, ...at}
}
