import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {asBrowsersRead, asHtml} from '../../support/as-html.ts'

const folder = '../shared/corpus/commonmark'
const files = ['gfm-spec.txt', 'gfm-extensions.txt', 'gfm-regression.txt']
const found = files.filter((file) => existsSync(`${folder}/${file}`))
if (found.length === 0) console.warn(`GitHub’s examples are not at ${folder}: its tests are left out`)

interface Example {
  readonly markdown: string
  readonly html: string
}

/** Examples stand between lines of 32 accents, their HTML behind a point; an arrow stands for a tab. */
function examplesOf(file: string): ReadonlyArray<Example> {
  const text = readFileSync(`${folder}/${file}`, 'utf8').replaceAll('→', '\t')
  const blocks = text.matchAll(/^`{32} example[^\n]*\n([\s\S]*?)^\.\n([\s\S]*?)^`{32}$/gm)
  return [...blocks].map(([, markdown = '', html = '']) => ({markdown, html}))
}

/** What is read otherwise, on purpose. */
const changed: Readonly<Record<string, ReadonlyMap<number, string>>> = {
  'gfm-spec.txt': new Map([
    [14, 'MyST: three plus signs part blocks'],
    [120, 'what stands below the tag of a division is Markdown, as in pandoc'],
    [125, 'what stands below the tag of a division is Markdown, as in pandoc'],
    [143, 'what stands below the tag of a division is Markdown, as in pandoc'],
    [154, 'what stands below the tag of a division is Markdown, as in pandoc'],
    [155, 'what stands below the tag of a division is Markdown, as in pandoc'],
    [158, 'what stands below the tag of a division is Markdown, as in pandoc'],
    [309, 'a backslash before a space is a space that does not break'],
    [610, 'the extension that this example is older than: an address in the text is a link'],
    [614, 'a key stands behind the plus sign'],
    [616, 'an address in the text is a link'],
    [619, 'an address in the text is a link'],
    [620, 'an address in the text is a link'],
    [628, 'addresses of FTP are links only between angle brackets'],
    [645, 'two hyphens may stand in a comment as CommonMark 0.31 has it, which is newer'],
    [646, 'comments end as CommonMark 0.31 has it, which is newer'],
    [653, 'no tag is passed through: what it becomes is told elsewhere']
  ]),
  'gfm-extensions.txt': new Map([
    [17, 'one tilde is a subscript, as in pandoc'],
    [18, 'one tilde is a subscript, as in pandoc'],
    [19, 'a line with a colon defines the term before it'],
    [20, 'asked for is no more than that it ends'],
    [21, 'what stands behind an at sign is a key'],
    [22, 'no tag is passed through: what it becomes is told elsewhere'],
    [23, 'the library at hand marks up notes otherwise']
  ]),
  'gfm-regression.txt': new Map([
    [5, 'micromark counts marks of emphasis that are left, not those that were there'],
    [7, 'a backslash before a space is a space that does not break'],
    [10, 'one tilde is a subscript, as in pandoc'],
    [11, 'one tilde is a subscript, as in pandoc'],
    [13, 'the library at hand marks up notes otherwise'],
    [15, 'a backslash before a space is a space that does not break'],
    [16, 'micromark takes a parenthesis within those of a title']
  ])
}

/** Boxes of tasks, without names of classes and in one order. */
function plainTasks(html: string): string {
  return html
    .replace(/ class="(?:contains-task-list|task-list-item)"/g, '')
    .replace(/<input[^>]*>/g, (box) => (box.includes('checked') ? '<input checked>' : '<input>'))
}

describe.each(found)('GitHub’s Markdown, %s', (file) => {
  it.each(examplesOf(file).map((one, index) => [index + 1, one] as const))('example %i', (number, one) => {
    const [ours, theirs] = [asHtml(one.markdown), asBrowsersRead(one.html)].map(plainTasks)
    if (changed[file]?.has(number)) expect(ours).not.toBe(theirs)
    else expect(ours).toBe(theirs)
  })
})
