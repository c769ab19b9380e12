/// <reference lib="dom" />
import {describe, expect, it} from 'vitest'
import type {OpenPage} from '../../../../src/model/world.ts'
import {tieLastWords} from '../../../../src/render/pdf/layout/in-page/tie-last-words.ts'
import {hasBrowser, testBrowser} from '../../../support/browser.ts'

const blocks = [
  ['<p>such is it.</p>', '<p>such is°it.</p>'],
  ['<p>so <em>they</em> do.</p>', '<p>so <em>they</em>°do.</p>'],
  ['<p>so do <strong>we do</strong>\n</p>', '<p>so do <strong>we°do</strong>\n</p>'],
  ['<li>A note is it. <a class="back">↩</a></li>', '<li>A note is°it. <a class="back">↩</a></li>'],
  ['<div>Defence, Security, SCO</div>', '<div>Defence, Security,°SCO</div>'],
  ['<p>such is life.</p>', '<p>such is life.</p>'],
  ['<p>such is <code>an it</code></p>', '<p>such is <code>an it</code></p>'],
  ['<div>a to b<p>such is life</p></div>', '<div>a to b<p>such is life</p></div>']
] as const

describe.skipIf(!hasBrowser)('the last word of a block', () => {
  const {print} = testBrowser()

  it('is kept with the one before it where it is short', async () => {
    let made: ReadonlyArray<string> = []
    async function compose(page: OpenPage): Promise<void> {
      await page.run(tieLastWords, undefined)
      made = await page.run(childrenOfMain, undefined)
    }
    await print({html: `<!doctype html><title>T</title><main>${blocks.map(([from]) => from).join('')}</main>`, compose})
    expect(made).toEqual(blocks.map(([, to]) => to.replaceAll('°', '&nbsp;')))
  })
})

/** Runs in the page. */
function childrenOfMain(): ReadonlyArray<string> {
  return [...(document.querySelector('main')?.children ?? [])].map(({outerHTML}) => outerHTML)
}
