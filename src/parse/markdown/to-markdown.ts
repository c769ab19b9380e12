import type {Root} from 'mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {mathToMarkdown} from 'mdast-util-math'
import {toMarkdown as print} from 'mdast-util-to-markdown'

/** Write a tree as Markdown that reads as the same tree. */
export function toMarkdown(root: Root): string {
  return print(root, {extensions: [gfmToMarkdown(), mathToMarkdown()]})
}
