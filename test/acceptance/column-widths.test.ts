import {expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {walk} from '../../src/util/walk.ts'
import {partsOf} from '../support/docx.ts'
import {articleOf, check, worldOf} from '../support/manuscript.ts'

const front = '---\ntitle: Widths\n---\n\n'

async function widthsOf(markdown: string, files: Readonly<Record<string, string>> = {}) {
  const article = await articleOf(`${front}${markdown}`, files)
  const [table] = [...walk(article.body)].filter((node) => node.type === 'table')
  return table?.data?.widths
}

const long = 'long '.repeat(20)
const pipe = `| A | B |\n|:--|------|\n| 1 | ${long} |\n`
const grid = `+-----------------+-----------------------------------+
| A               | B                                 |
+=================+===================================+
| 1               | - 2                               |
+-----------------+-----------------------------------+
`
const many = `-----------------------------------------------------
  A         B
----------- -----------------------------------------
  1         of two
            lines

  2         of one
-----------------------------------------------------
`
const list = '- - A\n  - B\n- - 1\n  - 2\n'

// Shares as pandoc 2.17 writes them, in whole percent, where it reads the same: 33 and 66; 25 and 50; 16 and 56.
it.each([
  ['a pipe table with a line longer than 72 characters, by its dashes', pipe, [0.3333, 0.6667]],
  ['a grid, by its characters', grid, [0.25, 0.5]],
  ['a multi-line table', many, [0.1667, 0.5694]],
  ['a list table', `::: {.list-table widths=1,3}\n${list}:::\n`, [0.25, 0.75]],
  [
    'MyST’s list table',
    `\`\`\`{list-table}\n:widths: 10 30\n:header-rows: 1\n\n${list.replace(/^- -/gm, '* -')}\`\`\`\n`,
    [0.25, 0.75]
  ],
  ['MyST’s table of values', '```{csv-table} Values\n:widths: 60, 40\n\nA, B\n1, 2\n```\n', [0.6, 0.4]],
  ['rows of values between fences', '::: {.csv-table widths="1 1"}\n```csv\nA,B\n1,2\n```\n:::\n', [0.5, 0.5]],
  [
    'columns of LaTeX, some of which say nothing',
    '\\begin{tabular}{lp{0.3\\linewidth}m{69pt}}\nA & B & C \\\\\n\\end{tabular}\n',
    [undefined, 0.3, 0.2]
  ],
  [
    'columns of HTML',
    '<table><colgroup><col style="width: 20%"><col width="60%"></colgroup><tr><td>A</td><td>B</td></tr></table>\n',
    [0.2, 0.6]
  ]
])('reads the widths of columns of %s', async (_, markdown, widths) => {
  expect(await widthsOf(markdown)).toEqual(widths)
})

it('leaves columns as wide as what they hold where nothing says more', async () => {
  expect(await widthsOf('| A | B |\n|:--|------|\n| 1 | 2 |\n')).toBeUndefined()
  expect(await widthsOf('A      B\n----- -----\n1      2\n')).toBeUndefined()
  expect(await widthsOf(`::: {.list-table widths=auto}\n${list}:::\n`)).toBeUndefined()
  expect(await widthsOf(`::: {.list-table widths=1,2,3}\n${list}:::\n`)).toBeUndefined()
  expect(await widthsOf('::: {.csv-table file=a.csv}\n:::\n', {'a.csv': 'A,B\n1,2\n'})).toBeUndefined()
})

it('gives the widths to every format that can hold them', async () => {
  const {output} = await build(worldOf(`${front}# One\n\n${grid}\n: Fruit {#tbl:fruit}\n\nSee @tbl:fruit.\n`), {
    to: ['html', 'jats', 'docx', 'latex', 'epub', 'markdown']
  })
  const text = (end: string) => {
    const [, bytes] = [...output].find(([path]) => path.endsWith(end)) ?? []
    return new TextDecoder().decode(bytes)
  }
  const html = text('.html')
  const classes = /<table class="(\w+)"><colgroup><col class="(\w+)"><col class="(\w+)"><\/colgroup>/.exec(html) ?? []
  const rules = classes.slice(1).map((name) => new RegExp(`\\.${name}\\{width: (\\d+%)\\}`).exec(html)?.[1])
  expect(rules).toEqual(['75%', '25%', '50%'])
  expect(text('.xml')).toContain('<colgroup><col width="25%" /><col width="50%" /></colgroup>')
  const columns = [...text('.tex').matchAll(/p\{\\dimexpr ([\d.]+)\\linewidth/g)].map(([, share]) => Number(share))
  expect(columns).toEqual([0.25, 0.5])
  const docx = partsOf(output.get('paper.docx') ?? new Uint8Array())['word/document.xml'] ?? ''
  const [first = 0, second = 0] = [...docx.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
  expect(second / first).toBeCloseTo(2, 2)
  expect(text('.md')).toContain('+-----------------+-----------------------------------+')
})

it('writes a pipe table so that its widths are read again', async () => {
  const {output} = await build(worldOf(`${front}# One\n\n${pipe}`), {to: ['markdown']})
  const written = new TextDecoder().decode([...output.values()][0])
  expect(await widthsOf(written.slice(written.indexOf('|')))).toEqual([0.33, 0.67])
})

it('says which row of values between fences is wrong, at its line', async () => {
  const {problems} = await check(`${front}::: {.csv-table}\n\n\`\`\`csv\nA,B\n1,2,3\n\`\`\`\n:::\n`)
  expect(problems.filter(({id}) => id === 'data-table-read')).toMatchObject([
    {reason: 'Unexpected row of 3 cells, expected 2 as in the first', place: {file: 'paper.md', start: {line: 9}}}
  ])
})
