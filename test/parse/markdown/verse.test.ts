import {describe, expect, it} from 'vitest'
import {build} from '../../../src/build.ts'
import {worldOf} from '../../support/manuscript.ts'

async function made(markdown: string): Promise<{html: string; jats: string}> {
  const {output} = await build(worldOf(markdown), {to: ['html', 'jats']})
  const text = (end: string) => {
    const [, bytes] = [...output].find(([path]) => path.endsWith(end)) ?? []
    return new TextDecoder().decode(bytes)
  }
  const html = /<div class="body">([\s\S]*?)<\/div>\s*<div class="back">/.exec(text('.html'))?.[1]?.trim() ?? ''
  const jats = /<body>([\s\S]*?)<\/body>/.exec(text('.xml'))?.[1]?.trim() ?? ''
  return {html, jats}
}

describe('lines with bars', () => {
  it('keep their ends and their indent', async () => {
    const {html, jats} = await made('| The *one*\n|    and $x$ two\n|\n| three')
    expect(html).toMatch(
      /^<p class="line-block">The <em>one<\/em><br>\n\u00A0{3}and <span[\s\S]* two<br>\n<br>\nthree<\/p>$/
    )
    expect(jats).toMatch(/^<verse-group>\s*<verse-line>The <italic>one<\/italic><\/verse-line>/)
    expect(jats.match(/<verse-line/g)).toHaveLength(4)
  })

  it('do not begin with an escaped bar, nor are they bars alone', async () => {
    expect((await made('\\| a')).html).toBe('<p>| a</p>')
    expect((await made('|')).html).toBe('<p>|</p>')
  })

  it('are no rows of a table, and no absolute values', async () => {
    for (const text of ['| a | b |\n| c | d |', '|x| is', '| a\nb', 'a\n| b'])
      expect((await made(text)).html).toBe(`<p>${text}</p>`)
  })
})

describe('quotations', () => {
  it('say whose they are', async () => {
    const {html, jats} = await made('> Words.\n>\n> --- A. Writer')
    expect(html).toMatch(/<p class="attribution">— A\. Writer<\/p>\s*<\/blockquote>/)
    expect(jats).toMatch(/<disp-quote>\s*<p>Words\.<\/p>\s*<attrib>— A\. Writer<\/attrib>\s*<\/disp-quote>/)
  })

  it.each([
    '::: {.epigraph}\nWords.\n\n— Writer\n:::',
    '::: epigraph\n> Words.\n>\n> — Writer\n:::',
    '::: epigraph\nWords.\n\n::: attribution\n— Writer\n:::\n:::'
  ])('stand before a text: %s', async (text) => {
    const {html, jats} = await made(text)
    expect(html).toMatch(
      /^<blockquote class="epigraph">\s*<p>Words.<\/p>\s*<p class="attribution">— Writer<\/p>\s*<\/blockquote>$/
    )
    expect(jats).toContain('<disp-quote content-type="epigraph">')
    expect(jats).toContain('<attrib>— Writer</attrib>')
  })

  it('of a dash alone are words', async () => {
    expect((await made('> — Only this.')).html).not.toContain('attribution')
  })
})
