import {describe, expect, it} from 'vitest'
import {textOf} from '../../src/util/text.ts'
import {walk} from '../../src/util/walk.ts'
import {check, problemsOf} from '../support/manuscript.ts'

const front = '---\ntitle: T\n---\n\n'
const div = (attributes: string, caption = '') =>
  `${front}See @tbl:x.\n\n::: {.csv-table #tbl:x ${attributes}}\n${caption}\n:::\n`

async function tableIn(markdown: string, files: Readonly<Record<string, string>>) {
  const {article, problems} = await check(markdown, {files})
  const [table] = [...walk(article.body)].filter((node) => node.type === 'table')
  const rows = table?.children.map(({children}) => children.map((cell) => textOf(cell))) ?? []
  return {table, rows, article, problems: problems.filter(({id}) => id === 'data-table-read' || id === 'path-inside')}
}

describe('a table from a file', () => {
  it('has the file’s cells, quoted ones with what they hold, and the caption and label of its div', async () => {
    const {rows, article, problems} = await tableIn(div('file=data/heights.csv', 'Heights in *metres*.'), {
      'data/heights.csv': '\uFEFFPlace,Height\r\n"Aral, north",3.2\r\n"The ""old"" gauge",4 < 5\r\n\r\n'
    })
    expect(problems).toEqual([])
    expect(rows).toEqual([
      ['Place', 'Height'],
      ['Aral, north', '3.2'],
      ['The “old” gauge', '4 < 5']
    ])
    const [figure] = [...walk(article.body)].filter((node) => node.type === 'figure')
    expect(figure).toMatchObject({kind: 'table', number: '1', label: 'tbl:x'})
    expect(textOf(article.body)).toContain('Heights in metres.')
    expect(
      [...walk(article.body)].filter((node) => node.type === 'crossReference').map((node) => textOf(node))
    ).toEqual(['Table\u00A01'])
  })

  it('takes tabs and other delimiters, heads of rows and alignment', async () => {
    const {table, rows} = await tableIn(div('file=a.tsv header-rows=0 header-cols=1 aligns=l,r'), {
      'a.tsv': 'a\tb, c\n1\t2\n'
    })
    expect(rows).toEqual([
      ['a', 'b, c'],
      ['1', '2']
    ])
    expect(table).toMatchObject({align: ['left', 'right'], data: {headRows: 0, headColumns: 1}})
    expect((await tableIn(div('file=b.csv delimiter=";"'), {'b.csv': 'a;b\n1;2\n'})).rows[1]).toEqual(['1', '2'])
  })

  it('says where a row is longer or shorter than the first', async () => {
    const {rows, problems} = await tableIn(div('file=a.csv'), {'a.csv': 'a,b\n1,2\n1,2,3\n'})
    expect(rows).toHaveLength(3)
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        reason: 'Unexpected row of 3 cells, expected 2 as in the first',
        place: {file: 'a.csv', start: {line: 3}}
      }
    ])
  })

  it('says what is wrong with a file, and keeps the caption in the text', async () => {
    const {problems, article} = await tableIn(div('file=a.csv', 'Kept.'), {'a.csv': 'a,b\n1,"2\n'})
    expect(problems).toMatchObject([{severity: 'error', place: {file: 'a.csv'}}])
    expect(textOf(article.body)).toContain('Kept.')
  })

  it.each([
    ['file=heigths.csv', 'Cannot find the table `heigths.csv`'],
    ['file=../../etc/passwd', 'Cannot read the table `../../etc/passwd`: it lies outside the manuscript’s folder'],
    ['', 'Cannot read `csv-table`, expected the name of a file in `file`'],
    ['file=empty.csv', 'Unexpected empty table `empty.csv`']
  ])('refuses %s', async (attributes, reason) => {
    const found = await problemsOf(div(attributes), {'heights.csv': 'a,b\n', 'empty.csv': ''})
    expect(found.join('\n')).toContain(reason)
  })

  it('leaves what stands in the div beside the caption in the text', async () => {
    const {rows, article} = await tableIn(div('file=a.csv', 'Caption.\n\nA remark.\n\n- and a list'), {
      'a.csv': 'a,b\n'
    })
    expect(rows).toHaveLength(1)
    expect(textOf(article.body)).toMatch(/Caption\..*A remark\..*and a list/s)
  })

  it('guesses the name that was meant', async () => {
    const {problems} = await tableIn(div('file=heigths.csv'), {'heights.csv': 'a,b\n'})
    expect(problems[0]?.expected).toEqual(['heights.csv'])
  })
})
