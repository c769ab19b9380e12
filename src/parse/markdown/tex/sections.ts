import type {Heading, Paragraph, PhrasingContent, Root, RootContent} from 'mdast'
import type {Attributes} from '../../../model/attributes.ts'
import {attributesOf} from '../../../model/attributes.ts'
import {parentsOf, setChildren} from '../transform/blocks.ts'
import {childrenOf} from '../tree/raw.ts'
import {sectioning} from './commands.ts'
import {blanked, commandIn, groupsAt} from './groups.ts'
import {nameOf} from './inline.ts'
import type {TexNode} from './raw.ts'
import {asTex} from './raw.ts'
import type {TexReader} from './reader.ts'

/**
 * Make headings of LaTeX's sectioning commands, each at the start of a line: `\section*{Words}\label{sec:a}`; what stands
 * behind goes on as a paragraph. The sections after `\appendix` are appendices.
 */
export function sections(root: Root, readerOf: (node: TexNode) => TexReader): void {
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    if (!children.some((child) => child.type === 'paragraph' && child.children.some(isOurs))) continue
    let depth = 0
    const made = children.flatMap((child) => {
      const blocks =
        child.type === 'paragraph' && child.children.some(isOurs) ? divided(child, readerOf, depth) : [child]
      for (const block of blocks) if (block.type === 'heading') depth = block.depth
      return blocks
    })
    setChildren(parent, withAppendices(made))
  }
}

function isOurs(node: PhrasingContent): boolean {
  const tex = asTex(node)
  return tex?.type === 'texCommand' && (sectioning.has(nameOf(tex)) || nameOf(tex) === 'appendix')
}

/** A paragraph cut before and behind its headings. */
function divided(
  paragraph: Paragraph,
  readerOf: (node: TexNode) => TexReader,
  above: number
): ReadonlyArray<RootContent> {
  const out: Array<RootContent> = []
  let depth = above
  for (const child of paragraph.children) {
    const last = out.at(-1)
    const tex = asTex(child)
    if (tex !== undefined && isOurs(child) && startsLine(last)) {
      const heading = headingOf(tex, readerOf(tex), depth)
      depth = heading?.depth ?? depth
      if (last?.type === 'paragraph') closed(last)
      out.push(heading ?? marker)
    } else if (last?.type === 'heading' && tex !== undefined && nameOf(tex) === 'label') last.children.push(child)
    else if (last?.type === 'paragraph') last.children.push(child)
    else begin(child, paragraph, out)
  }
  return out
}

/** A new paragraph, unless there is only white space to begin it. */
function begin(child: PhrasingContent, {position}: Paragraph, out: Array<RootContent>): void {
  const first = child.type === 'text' ? {...child, value: child.value.trimStart()} : child
  if (first.type === 'text' && first.value === '') return
  const place =
    child.position === undefined || position === undefined ? {} : {position: {...position, start: child.position.start}}
  out.push({type: 'paragraph', children: [first], ...place})
}

/** No white space is left at the end of a paragraph. */
function closed({children}: Paragraph): void {
  const last = children.at(-1)
  if (last?.type !== 'text') return
  const value = last.value.trimEnd()
  children.splice(-1, 1, ...(value === '' ? [] : [{...last, value}]))
}

/** Stands where appendices begin, until `withAppendices` has seen it. */
const marker: RootContent = {type: 'thematicBreak'}

function startsLine(block: RootContent | undefined): boolean {
  const last = block?.type === 'paragraph' ? block.children.at(-1) : undefined
  return last === undefined || (last.type === 'text' && /\n\s*$/.test(last.value))
}

/** `\paragraph` is as deep as the text makes it, and no deeper than LaTeX has it; it carries no number. */
function headingOf(tex: TexNode, reader: TexReader, above: number): Heading | undefined {
  const name = nameOf(tex)
  const own = sectioning.get(name)
  if (own === undefined) return undefined
  const depth = own > 3 ? (Math.min(own, above + 1) as Heading['depth']) : own
  const starred = tex.source[name.length + 1] === '*'
  const isBare = starred || own > 3
  const [group] = groupsAt(tex.source, name.length + (starred ? 2 : 1), 1).required
  const label = group && commandIn(group.text, 'label')
  const words = group && {
    ...group,
    text: label === undefined ? group.text : blanked(group.text, label.at, label.end).trimEnd()
  }
  const id = label?.required[0]?.text.trim()
  const attributes: Attributes = {
    ...(id === undefined ? {} : {id}),
    classes: isBare ? ['unnumbered'] : [],
    pairs: new Map()
  }
  return {
    type: 'heading',
    depth,
    children: words === undefined ? [] : reader.inline(words),
    ...(id === undefined && !isBare ? {} : {data: {attributes}}),
    ...(tex.position === undefined ? {} : {position: tex.position})
  }
}

/** The sections behind the mark, of the highest that follow it, are appendices. */
function withAppendices(blocks: ReadonlyArray<RootContent>): ReadonlyArray<RootContent> {
  const at = blocks.indexOf(marker)
  if (at === -1) return blocks
  const behind = blocks.slice(at).filter((block) => block !== marker)
  const highest = Math.min(...behind.flatMap((block) => (block.type === 'heading' ? [block.depth] : [])))
  for (const block of behind) {
    if (block.type !== 'heading' || block.depth !== highest) continue
    const own = attributesOf(block)
    block.data = {...block.data, attributes: {...own, classes: [...own.classes, 'appendix']}}
  }
  return [...blocks.slice(0, at), ...behind]
}
