import {describe, expect, it} from 'vitest'
import {build} from '../../../src/build.ts'
import {grammarOf, languageNames} from '../../../src/util/code-languages.ts'
import {worldOf} from '../../support/manuscript.ts'

async function html(markdown: string): Promise<string> {
  const {output} = await build(worldOf(markdown), {to: ['html']})
  const page = new TextDecoder().decode(output.get('paper.html'))
  return page.slice(page.indexOf('<pre'), page.lastIndexOf('</pre>') + 6)
}

const content = (page: string) => page.replace(/<[^>]+>/g, '').replaceAll('&#x3C;', '<')

describe('code', () => {
  it('has the colours of its language, and its text as it is', async () => {
    const page = await html('```py\nx = "a < b"  # why\n```\n')
    expect(page).toContain('<span class="hljs-string">"a &#x3C; b"</span>')
    expect(page).toContain('<span class="hljs-comment"># why</span>')
    expect(content(page)).toBe('x = "a < b"  # why')
  })

  it('is plain in a language that is unknown or none', async () => {
    for (const info of ['pyhton', 'text', '', '{.numberless}'])
      expect(await html(`\`\`\`${info}\nx = "a"\n\`\`\`\n`)).not.toContain('<span')
  })

  it('numbers its lines as pandoc’s attributes ask, apart from its text', async () => {
    const page = await html('```{.python .numberLines startFrom="7"}\n"""a\nb"""\n\nx\n```\n')
    expect(page.match(/class="line"/g)).toHaveLength(4)
    expect(page).toMatch(/<pre class="numbered s\d+ python numberLines" tabindex="0">/)
    expect(page).toContain('<span class="line"><span class="hljs-string">b"""</span></span>')
    expect(content(page)).toBe('"""a\nb"""\n\nx')
    expect(await html('~~~ {.numberLines}\na\n~~~\n')).toContain('<code><span class="line">a</span></code>')
  })

  it('colours what a web page holds in other languages', async () => {
    expect(await html('```html\n<style>a { color: red }</style>\n```\n')).toContain('hljs-attribute')
  })

  it('takes hostile code', async () => {
    const page = await html(`\`\`\`js\n${'/*'.repeat(20_000)}\n${'('.repeat(9_000)}\n\`\`\`\n`)
    expect(content(page).length).toBe(49_001)
  })
})

it('knows the names that highlight.js has', async () => {
  const {all, createLowlight} = await import('lowlight')
  const lowlight = createLowlight(all)
  const names = [...languageNames()]
  expect(names.filter((name) => !lowlight.registered(name))).toEqual([])
  expect(new Set(names.map((name) => grammarOf(name) ?? 'plaintext')).size).toBe(Object.keys(all).length)
  expect(grammarOf('JS')).toBe('javascript')
})
