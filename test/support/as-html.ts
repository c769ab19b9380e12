import {fromHtml} from 'hast-util-from-html'
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import {rawText} from '../../src/parse/markdown/processor.ts'

/** What our parser reads, as the test suites of Markdown write it: HTML stays as it is typed. */
export function asHtml(markdown: string): string {
  const {root} = rawText(markdown, {definitions: [], notes: []})
  const tree = toHast(root, {allowDangerousHtml: true})
  return asBrowsersRead(toHtml(tree, {allowDangerousHtml: true}))
}

/** HTML as a browser reads it, white space between blocks aside. */
export function asBrowsersRead(source: string): string {
  return toHtml(fromHtml(source.trim(), {fragment: true}))
    .replace(/\s*\n\s*/g, '\n')
    .replace(/>\n|\n</g, (edge) => edge.trim())
    .trim()
}
