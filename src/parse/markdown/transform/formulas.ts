import type {Paragraph, PhrasingContent, Root, RootContent} from 'mdast'
import type {Math as DisplayMath, InlineMath} from 'mdast-util-math'
import type {DisplayFormula} from '../tree/raw.ts'
import {asRaw, childrenOf} from '../tree/raw.ts'
import {parentsOf, setChildren} from './blocks.ts'

/** Take `$$…$$` out of its paragraph, which goes on behind it; where no block can stand it stays in the line. */
export function formulas(root: Root): void {
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    if (children.some((child) => isSplit(child))) setChildren(parent, children.flatMap(split))
    if (parent.type !== 'paragraph' && children.some(isDisplay)) setChildren(parent, children.map(inLine))
  }
}

function isDisplay(node: RootContent): boolean {
  return asRaw(node)?.type === 'displayFormula'
}

function isSplit(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' && node.children.some(isDisplay)
}

function split(node: RootContent): ReadonlyArray<RootContent> {
  if (!isSplit(node)) return [node]
  const out: Array<RootContent> = []
  let run: Array<PhrasingContent> = []
  const end = () => {
    const paragraph = paragraphOf(run)
    if (paragraph !== undefined) out.push(paragraph)
    run = []
  }
  for (const child of node.children) {
    const raw = asRaw(child)
    if (raw?.type === 'displayFormula') {
      end()
      out.push(block(raw))
    } else run.push(child)
  }
  end()
  return out
}

/** A paragraph of what stands before or after a formula, if that is anything. */
function paragraphOf(run: ReadonlyArray<PhrasingContent>): Paragraph | undefined {
  const children = trimmed(run)
  const [first] = children
  if (first === undefined) return undefined
  const {start} = first.position ?? {}
  const {end, file} = children.at(-1)?.position ?? {}
  if (start === undefined || end === undefined) return {type: 'paragraph', children}
  return {type: 'paragraph', children, position: {start, end, ...(file === undefined ? {} : {file})}}
}

function trimmed(run: ReadonlyArray<PhrasingContent>): Array<PhrasingContent> {
  return run
    .map((node, index) => {
      if (node.type !== 'text') return node
      const from = index === 0 ? node.value.trimStart() : node.value
      return {...node, value: index === run.length - 1 ? from.trimEnd() : from}
    })
    .filter((node) => node.type !== 'text' || node.value !== '')
}

function block({value, position, data}: DisplayFormula): DisplayMath {
  const label = data?.attributes?.id
  const place = position === undefined ? {} : {position}
  if (data === undefined) return {type: 'math', value, ...place}
  return {type: 'math', value, data: {...data, ...(label === undefined ? {} : {label})}, ...place}
}

function inLine(node: RootContent): RootContent {
  const raw = asRaw(node)
  if (raw?.type !== 'displayFormula') return node
  const formula: InlineMath = {type: 'inlineMath', value: raw.value}
  return raw.position === undefined ? formula : {...formula, position: raw.position}
}
