import {readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import type {Files} from '../support/manuscript.ts'
import {worldOf} from '../support/manuscript.ts'

interface Made {
  readonly markdown: string
  readonly text: string
}

async function made(markdown: string, files: Files = {}): Promise<Made> {
  const {output} = await build(worldOf(markdown, files), {to: ['markdown', 'text']})
  const [one, other] = ['paper.plain.md', 'paper.txt'].map((path) => new TextDecoder().decode(output.get(path)))
  return {markdown: one ?? '', text: other ?? ''}
}

/** The body of what is made of a text: without the front. */
async function body(markdown: string): Promise<Made> {
  const front = '---\ntitle: T\n---\n\n'
  const {markdown: whole, text} = await made(front + markdown)
  return {markdown: whole.replace(/^---\n[\s\S]*?\n---\n\n/, ''), text: text.replace(/^T\n+/, '')}
}

function filesOf(folder: string): Files {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  return Object.fromEntries(
    paths.map(({parentPath, name}) => [
      `${parentPath}/${name}`.slice(folder.length + 1),
      readFileSync(`${parentPath}/${name}`)
    ])
  )
}

describe('the Markdown of an article', () => {
  it.each(['manuscript', 'test/fixtures/every-construct', 'test/fixtures/tables', 'test/fixtures/unresolved'])(
    'reads as the text of %s, and as the same Markdown',
    async (folder) => {
      const {'paper.md': source = '', ...files} = filesOf(folder)
      const first = await made(new TextDecoder().decode(source as Uint8Array), files)
      // The text is all there: what it cites, it says.
      const {'references.bib': _, ...pictures} = files
      const again = await made(first.markdown, pictures)
      expect(again.text).toBe(first.text)
      expect(again.markdown).toBe(first.markdown)
    }
  )

  it('numbers formulas where TeX numbers them', async () => {
    const {markdown, text} = await body(
      '$$\na\n$$ {#eq:a}\n\n$$\n\\begin{align}\nb\n\\end{align}\n$$ {#eq:b}\n\n$$\n\\begin{cases}c\\end{cases}\n$$ {#eq:c}'
    )
    expect(markdown).toContain('$$\na \\tag{1}\n$$')
    expect(markdown).toContain('b\n\\end{aligned} \\tag{2}\n$$')
    expect(markdown).toContain('\\end{cases} \\tag{3}')
    expect(text).toContain('    a (1)')
  })

  it('links to what it names, and to nothing else', async () => {
    const {markdown} = await body(
      'See @fig:a, @eq:b and [there](#c).\n\n![A](a.png){#fig:a}\n\n$$\nb\n$$ {#eq:b}\n\n# C\n'
    )
    expect(markdown).toMatch(/^See \[Figure\u00A01\]\(#fig:a\), Equation\u00A0\(1\) and there\./)
  })

  it('draws tables that GitHub has not', async () => {
    const grid = '+---+---+\n| a | b |\n|   +---+\n| x | c |\n+---+---+\n'
    expect((await body(grid)).markdown).toBe(grid)
    expect((await body('| a |\n|---|\n| b |\n')).markdown).toBe('| a |\n| - |\n| b |\n')
  })
})

describe('the text of an article', () => {
  it('says with signs what markup says', async () => {
    const {text} = await body(
      'x^2^, 10^−3^, e^ab^, H~2~O, a~i~, ~~no~~, `c`, [w](https://e.org), <https://e.org/a>, $x$.'
    )
    expect(text).toBe('x², 10⁻³, e^(ab), H₂O, a_i, ~~no~~, c, w <https://e.org>, https://e.org/a, x.\n')
  })

  it('sets lists, quotations, code and notes apart', async () => {
    const {text} = await body('- a\n  1. b\n\n> c\n>\n> d\n\n```\ne\n```\n\nf[^n]\n\n[^n]: g\n\n    h\n')
    expect(text).toBe('- a\n  1. b\n\n> c\n>\n> d\n\n    e\n\nf¹\n\nNotes\n\n1. g\n\n   h\n')
  })

  it('says what the front matter says', async () => {
    const {text} = await made(readFileSync('test/fixtures/every-field/paper.md', 'utf8'))
    for (const line of [
      'Ada Example (uni, lab), https://orcid.org/0000-0002-1825-0097, ada@example.org',
      'Received: 2024-11-02',
      'UDC: 001.8',
      'Ada Example: Institute of Samples, London',
      'Funding: Fund of Samples, S-1, S-2',
      'The authors declare none.'
    ]) {
      expect(text.split('\n')).toContain(line)
    }
  })

  it('keeps a picture’s place by what it shows', async () => {
    const {text} = await body('![The caption.](a.png){#fig:a alt="What it shows."}')
    expect(text).toBe('[What it shows.]\n\nFigure\u00A01. The caption.\n')
  })
})

const word = fc.constantFrom(
  'one',
  '*two*',
  '[x](#sec:a)',
  '@fig:a',
  '[^n]',
  '`c|d`',
  '$a|b$',
  'H~2~O',
  '\\|',
  '+',
  '|',
  '1.',
  '-',
  '日本'
)
const words = fc.array(word, {minLength: 1, maxLength: 4}).map((list) => list.join(' '))
const cell = fc.tuple(words, fc.boolean()).map(([line, isList]) => (isList ? `<ul><li>${line}</li></ul>` : line))
const row = (tag: string) =>
  fc
    .array(cell, {minLength: 1, maxLength: 3})
    .map((cells) => `<tr>${cells.map((each) => `<${tag}>${each}</${tag}>`).join('')}</tr>`)
const spanned = fc
  .tuple(cell, cell, cell, cell)
  .map(
    ([a, b, c, d]) => `<tr><td rowspan="2">${a}</td><td colspan="2">${b}</td></tr><tr><td>${c}</td><td>${d}</td></tr>`
  )
const table = fc
  .tuple(fc.option(row('th')), fc.array(fc.oneof(row('td'), spanned), {minLength: 1, maxLength: 3}))
  .map(
    ([head, rows]) => `<table>${head === null ? '' : `<thead>${head}</thead>`}<tbody>${rows.join('')}</tbody></table>`
  )
const block = fc.oneof(
  table,
  words,
  words.map((line) => `# ${line}`),
  words.map((line) => `- ${line}\n- ${line}`),
  words.map((line) => `![${line}](a.png){#fig:a}`),
  words.map((line) => `::: {.theorem}\n${line}\n:::`),
  words.map((line) => `| ${line}\n| ${line}`),
  words.map((line) => `\\| ${line}`),
  words.map((line) => `Term\n: ${line}`)
)

describe('whatever the manuscript,', () => {
  it('its Markdown reads as its text', async () => {
    const manuscript = fc.array(block, {minLength: 1, maxLength: 5}).map((blocks) => blocks.join('\n\n'))
    await fc.assert(
      fc.asyncProperty(manuscript, async (source) => {
        const first = await made(`---\ntitle: T\n---\n\n${source}\n\n[^n]: Note.\n`)
        expect((await made(first.markdown)).text).toBe(first.text)
      }),
      {numRuns: 60, seed: 1}
    )
  })
})
