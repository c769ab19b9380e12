import type {BlockContent, DefinitionContent, Paragraph, Root, RootContent} from 'mdast'
import type {DefinitionDescription, DefinitionList} from '../../../model/nodes.ts'
import {across} from '../tree/place.ts'
import {childrenOf} from '../tree/raw.ts'
import {parentsOf, setChildren} from './blocks.ts'

/** Join terms and the definitions after them; a `:` that defines nothing is text again, such as a table's caption. */
export function definitionLists(root: Root): void {
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    if (parent.type !== 'definitionList' && children.some(isDescription)) setChildren(parent, listed(children))
  }
}

function listed(children: ReadonlyArray<RootContent>): ReadonlyArray<RootContent> {
  const out: Array<RootContent> = []
  children.forEach((child, index) => {
    if (!isDescription(child)) out.push(child)
    else if (children[index + 1]?.type === 'table' && gap(children[index - 1], child) > 0) out.push(...asText(child))
    else define(out, child, children[index - 1])
  })
  return out
}

/** Put a definition behind what it belongs to. */
function define(out: Array<RootContent>, child: DefinitionDescription, before: RootContent | undefined): void {
  const last = out.at(-1)
  if (last?.type === 'definitionList' && before !== undefined && isDescription(before)) {
    last.children.push({...child, spread: child.spread || gap(before, child) > 0})
    end(last, child)
    return
  }
  if (last?.type !== 'paragraph' || last !== before || gap(last, child) > 1) {
    out.push(...asText(child))
    return
  }
  if (lines(last) > 1) {
    out.push(...(gap(last, child) === 0 ? continued(last, child, out) : asText(child)))
    return
  }
  out.pop()
  const {position} = last
  const term = {type: 'definitionTerm', children: last.children, ...(position === undefined ? {} : {position})} as const
  const described = {...child, spread: child.spread || gap(last, child) > 0}
  const list = out.at(-1)
  if (list?.type === 'definitionList') {
    list.children.push(term, described)
    end(list, child)
    return
  }
  const whole = across(position, child.position)
  const made: DefinitionList = {type: 'definitionList', children: [term, described]}
  out.push(whole === undefined ? made : {...made, position: whole})
}

function end(list: DefinitionList, child: DefinitionDescription): void {
  const whole = across(list.position, child.position)
  if (whole !== undefined) list.position = whole
}

/** The paragraph goes on: it was no term, having more lines than one. */
function continued(
  paragraph: Paragraph,
  child: DefinitionDescription,
  out: Array<RootContent>
): ReadonlyArray<RootContent> {
  const [first, ...rest] = asText(child)
  if (first?.type !== 'paragraph') return [...(first === undefined ? [] : [first]), ...rest]
  out.pop()
  const position = across(paragraph.position, first.position)
  const children = [...paragraph.children, {type: 'text', value: '\n'} as const, ...first.children]
  return [{...paragraph, children, ...(position === undefined ? {} : {position})}, ...rest]
}

/** As it would be read if `:` meant nothing; a paragraph stays the same node, as others know it by that. */
function asText({children, position, data}: DefinitionDescription): ReadonlyArray<BlockContent | DefinitionContent> {
  const [first, ...rest] = children
  const sign = data?.mark ?? ':'
  if (first?.type !== 'paragraph') {
    return [{type: 'paragraph', children: [{type: 'text', value: sign, ...mark(position, 1)}]}, ...children]
  }
  const whole = across(position, first.position)
  const before = {type: 'text', value: `${sign} `, ...mark(position, 2)} as const
  first.children.unshift(before)
  if (whole !== undefined) first.position = whole
  return [first, ...rest]
}

function mark(position: Paragraph['position'], length: number): Pick<Paragraph, 'position'> {
  if (position === undefined) return {}
  const {line, column, offset = 0} = position.start
  return {position: {...position, end: {line, column: column + length, offset: offset + length}}}
}

/** Empty lines between two blocks. */
function gap(before: RootContent | undefined, after: RootContent): number {
  const last = before?.position?.end.line
  const first = after.position?.start.line
  return last === undefined || first === undefined ? 0 : Math.max(0, first - last - 1)
}

function lines({position}: Paragraph): number {
  return position === undefined ? 1 : position.end.line - position.start.line + 1
}

function isDescription(node: RootContent): node is DefinitionDescription {
  return node.type === 'definitionDescription'
}
