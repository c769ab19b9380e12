import {existsSync, readFileSync} from 'node:fs'
import {fromHtml} from 'hast-util-from-html'
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import {describe, expect, it} from 'vitest'
import {rawText} from '../../../src/parse/markdown/processor.ts'

interface Example {
  readonly markdown: string
  readonly html: string
  readonly section: string
}

const path = '../shared/corpus/commonmark/commonmark-0.31-spec.json'
const examples: ReadonlyArray<Example> = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []
if (examples.length === 0) console.warn(`CommonMark’s examples are not at ${path}: its tests are left out`)

/** What the scholarly syntax reads otherwise, on purpose. */
const changed: ReadonlyMap<number, string> = new Map([
  [13, 'a backslash before a space is a space that does not break'],
  [44, 'MyST: three plus signs part blocks'],
  [602, 'GFM: an address in the text is a link'],
  [606, 'a key stands behind the plus sign'],
  [608, 'GFM: an address in the text is a link'],
  [611, 'GFM: an address in the text is a link'],
  [612, 'GFM: an e-mail address in the text is a link']
])

describe.skipIf(examples.length === 0)('CommonMark', () => {
  it('should have its 652 examples', () => {
    expect(examples.length).toBe(652)
  })

  it.each(examples.map((one, index) => [index + 1, one.section, one] as const))(
    'should read example %i, %s',
    (number, _section, one) => {
      const [ours, theirs] = [html(one.markdown), normal(one.html)]
      if (changed.has(number)) expect(ours).not.toBe(theirs)
      else expect(ours).toBe(theirs)
    }
  )
})

function html(markdown: string): string {
  const {root} = rawText(markdown, {definitions: [], notes: []})
  const tree = toHast(root, {allowDangerousHtml: true})
  return normal(toHtml(tree, {allowDangerousHtml: true}))
}

/** As a browser reads it, white space between blocks aside. */
function normal(source: string): string {
  return toHtml(fromHtml(source.trim(), {fragment: true}))
    .replace(/\s*\n\s*/g, '\n')
    .replace(/>\n|\n</g, (edge) => edge.trim())
    .trim()
}
