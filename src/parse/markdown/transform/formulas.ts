import type {Paragraph, PhrasingContent, Root, RootContent} from 'mdast'
import type {Math as DisplayMath, InlineMath} from 'mdast-util-math'
import type {Attributes} from '../../../model/attributes.ts'
import {attributesOf} from '../../../model/attributes.ts'
import {attributesOfText} from '../attribute-text.ts'
import type {DisplayFormula} from '../tree/raw.ts'
import {asRaw, childrenOf} from '../tree/raw.ts'
import {parentsOf, setChildren} from './blocks.ts'

/**
 * Take `$$…$$` out of its paragraph, which goes on behind it; where no block can stand it stays in the line.
 * Code fenced as `math` is a formula, as GitHub has it.
 */
export function formulas(root: Root): void {
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    if (children.some((child) => ofFence(child) !== undefined)) setChildren(parent, children.map(fenced))
    if (children.some((child) => isSplit(child))) setChildren(parent, children.flatMap(split))
    if (parent.type !== 'paragraph' && children.some(isDisplay)) setChildren(parent, children.map(inLine))
  }
}

/** Its attributes, if code is fenced as a formula: as `math`, as `math {#eq:x}` or as `{.math #eq:x}`. */
function ofFence(node: RootContent): Attributes | undefined {
  if (node.type !== 'code') return undefined
  const {lang, meta} = node
  const info = [lang, meta].filter((part) => part !== null && part !== undefined).join(' ')
  if (info === 'math') return attributesOf(node)
  const attributes = /^(?:math ?)?\{/.test(info) ? attributesOfText(info.replace(/^math ?/, '')) : undefined
  return info.startsWith('math') || attributes?.classes[0] === 'math' ? attributes : undefined
}

function fenced(node: RootContent): RootContent {
  const attributes = ofFence(node)
  if (attributes === undefined || node.type !== 'code') return node
  return block({type: 'displayFormula', value: node.value, data: {...node.data, attributes}, position: node.position})
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
  const last = node.children.length - 1
  let named = ''
  node.children.forEach((child, index) => {
    const raw = asRaw(child)
    if (raw?.type === 'displayFormula') {
      end()
      named = index === last - 1 ? labelBehind(raw, node.children[last]) : ''
      out.push(block(named === '' ? raw : labelled(raw, named)))
    } else if (index < last || named === '') run.push(child)
  })
  end()
  return out
}

/** MyST's `$$…$$ (label)` (https://mystmd.org/guide/math#equations): the label, where nothing else ends the paragraph; else nothing. */
function labelBehind({data}: DisplayFormula, next: PhrasingContent | undefined): string {
  if (data?.attributes?.id !== undefined || next?.type !== 'text') return ''
  return /^[ \t]*\(([\p{L}_][\p{L}\d_.:-]*)\)\s*$/u.exec(next.value)?.[1] ?? ''
}

function labelled(raw: DisplayFormula, id: string): DisplayFormula {
  const {classes, pairs} = raw.data?.attributes ?? {classes: [], pairs: new Map<string, string>()}
  return {...raw, data: {...raw.data, attributes: {classes, pairs, id}}}
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
