import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {asBrowsersRead, asHtml} from '../../support/as-html.ts'

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
  [150, 'what stands below the tag of a division is Markdown, as in pandoc'],
  [155, 'what stands below the tag of a division is Markdown, as in pandoc'],
  [174, 'what stands below the tag of a division is Markdown, as in pandoc'],
  [185, 'what stands below the tag of a division is Markdown, as in pandoc'],
  [186, 'what stands below the tag of a division is Markdown, as in pandoc'],
  [189, 'what stands below the tag of a division is Markdown, as in pandoc'],
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
      const [ours, theirs] = [asHtml(one.markdown), asBrowsersRead(one.html)]
      if (changed.has(number)) expect(ours).not.toBe(theirs)
      else expect(ours).toBe(theirs)
    }
  )
})
