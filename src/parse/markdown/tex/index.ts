import type {Root, RootContent} from 'mdast'
import type {Report} from '../../../model/problem.ts'
import type {ReadText} from '../dialect/index.ts'
import {parentsOf} from '../transform/blocks.ts'
import {childrenOf} from '../tree/raw.ts'
import {environmentOf} from './environments.ts'
import type {Group} from './groups.ts'
import {inlineOf} from './inline.ts'
import {texLabels} from './labels.ts'
import type {TexNode} from './raw.ts'
import {asTex, shiftOf} from './raw.ts'
import type {ReadGroup, TexReader} from './reader.ts'
import {sections} from './sections.ts'

/** Make LaTeX in Markdown into nodes of the model; without `read` what stands in its groups is text. */
export function tex(root: Root, report: Report, read: ReadText | undefined): void {
  sections(root, (node) => readerOf(node, report, read))
  texLabels(root, report)
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    if (!children.some((child) => asTex(child) !== undefined)) continue
    const made = children.flatMap((child) => {
      const node = asTex(child)
      return node === undefined ? [child] : madeOf(node, readerOf(node, report, read))
    })
    children.splice(0, children.length)
    for (const child of made) children.push(child)
  }
}

function madeOf(node: TexNode, reader: TexReader): ReadonlyArray<RootContent> {
  return node.type === 'texCommand' ? inlineOf(node, reader.inline, reader.report) : environmentOf(node, reader)
}

function readerOf(node: TexNode, report: Report, read: ReadText | undefined): TexReader {
  const blocks = ({text, at}: Group): Array<RootContent> => {
    if (text.trim() === '') return []
    if (read !== undefined) return read(text, shiftOf(node, at)).children
    return [{type: 'paragraph', children: [{type: 'text', value: text}]}]
  }
  const inline: ReadGroup = (group) => {
    const [first, ...others] = blocks(group)
    if (first?.type === 'paragraph' && others.length === 0) return first.children
    return group.text === '' ? [] : [{type: 'text', value: group.text}]
  }
  return {blocks, inline, report}
}
