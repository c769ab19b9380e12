import type {Nodes, Root} from 'mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {toMarkdown as print} from 'mdast-util-to-markdown'
import {blockHandlers} from '../../util/markdown/blocks.ts'
import {inlineHandlers} from '../../util/markdown/inline.ts'
import {unsafe} from '../../util/markdown/unsafe.ts'
import {citation, crossReference} from './print/citation.ts'

/** Write a tree as Markdown that reads as the same tree. */
export function toMarkdown(root: Root): string {
  const handlers = {...inlineHandlers, ...blockHandlers, citation, crossReference}
  return print(root as Nodes, {extensions: [gfmToMarkdown({singleTilde: false} as object), {unsafe, handlers}]})
}
