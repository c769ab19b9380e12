import type {Root, RootContent} from 'mdast'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import type {Shift} from '../places.ts'
import {parentsOf, setChildren} from '../transform/blocks.ts'
import {childrenOf} from '../tree/raw.ts'
import type {Reader} from './directive.ts'
import {expanded} from './directives.ts'
import {referring} from './links.ts'
import {expression} from './listings.ts'
import {asDialect} from './raw.ts'
import {roleContent} from './roles.ts'
import {named} from './targets.ts'

/** Reads Markdown that stands in a directive, directives in it included. */
export type ReadText = (text: string, shift: Shift) => Root

/**
 * Make what MyST, Quarto and Manubot write into nodes of the model; what is not understood is reported, and its text stays.
 * Without `read`, directives are code.
 */
export function dialect(root: Root, report: Report, read: ReadText | undefined): void {
  const reader: Reader | undefined = read === undefined ? undefined : {...readerOf(read), report}
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    for (const child of children) if (child.type === 'inlineCode') expression(child, report)
    if (children.some((child) => child.type === 'code' || child.type === 'link' || asDialect(child) !== undefined))
      setChildren(parent, converted(children, reader, report))
  }
}

function readerOf(read: ReadText): Pick<Reader, 'blocks' | 'inline'> {
  return {
    blocks: ({text, shift}) => (text.trim() === '' ? [] : read(text, shift).children),
    inline: ({text, shift}) => {
      const [first, ...others] = text === '' ? [] : read(text, shift).children
      if (first?.type === 'paragraph' && others.length === 0) return first.children
      return text === '' ? [] : [{type: 'text', value: text}]
    }
  }
}

function converted(
  children: ReadonlyArray<RootContent>,
  reader: Reader | undefined,
  report: Report
): ReadonlyArray<RootContent> {
  const out: Array<RootContent> = []
  let target: RootContent | undefined
  children.forEach((child, index) => {
    if (isRoleContent(children, index)) return
    if (asDialect(child)?.type === 'target') {
      if (target !== undefined) unused(target, report)
      target = child
      return
    }
    const made = madeOf(child, children[index + 1], reader, report)
    const [first, ...rest] = made
    if (first === undefined) return
    const own = asDialect(target)
    out.push(own?.type === 'target' ? named(first, own.label) : first, ...rest)
    target = undefined
  })
  if (target !== undefined) unused(target, report)
  return out
}

function isRoleContent(children: ReadonlyArray<RootContent>, index: number): boolean {
  return children[index]?.type === 'inlineCode' && asDialect(children[index - 1])?.type === 'role'
}

function madeOf(
  node: RootContent,
  next: RootContent | undefined,
  reader: Reader | undefined,
  report: Report
): ReadonlyArray<RootContent> {
  if (node.type === 'link') return referring(node)
  const own = asDialect(node)
  if (own?.type === 'comment') leftOut(node, report)
  if (own?.type === 'cellBreak' && own.value.includes('{')) metadataLeftOut(node, report)
  // Filled in when all that is known of the article has been read.
  if (own?.type === 'placeholder') return [node]
  if (own?.type === 'role')
    return next?.type === 'inlineCode'
      ? roleContent(own.name, next, report)
      : [{type: 'text', value: `{${own.name}}`, ...at(node)}]
  if (own !== undefined) return []
  const directive = node.type === 'code' && reader !== undefined ? expanded(node, reader) : undefined
  return directive ?? [node]
}

function at({position}: RootContent): Pick<RootContent, 'position'> {
  return position === undefined ? {} : {position}
}

function unused(target: RootContent, report: Report): void {
  const reason = 'Cannot find what this label names, expected a block after it'
  report({id: 'target-used', severity: 'warning', reason, place: placeOf(target)})
}

function leftOut(comment: RootContent, report: Report): void {
  const note = 'Begin the line with `\\%` if it is text.'
  report({id: 'comment-read', severity: 'info', reason: 'Read a `%` line as a comment', place: placeOf(comment), note})
}

function metadataLeftOut(node: RootContent, report: Report): void {
  const reason = 'Cannot use what `+++` says of its cell: it is left out'
  report({id: 'cell-read', severity: 'info', reason, place: placeOf(node)})
}
