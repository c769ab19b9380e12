import {expect, it} from 'vitest'
import {articleOf} from '../../support/manuscript.ts'
import {mainOf} from '../../support/page.ts'
import {blocks, read, reported} from './reading.ts'

const rows = '- - Name\n  - A\n  - B\n- - x\n  - []{colspan=2}both\n- - y\n  - 1\n  - *2*\n'

it('makes a table of a list of lists, its caption before it', () => {
  const text = `::: {.list-table #tbl:a header-cols=1 aligns=l,c,r}\nAll of *it*.\n\n${rows}:::\n`
  expect(blocks(text)).toMatchObject([
    {
      type: 'figure',
      kind: 'table',
      label: 'tbl:a',
      children: [
        {
          type: 'table',
          align: ['left', 'center', 'right'],
          data: {headRows: 1, headColumns: 1},
          children: [
            {children: [{}, {}, {}]},
            {children: [{}, {data: {colSpan: 2}, children: [{value: 'both'}]}]},
            {children: [{}, {}, {children: [{type: 'emphasis'}]}]}
          ]
        },
        {type: 'caption', children: [{value: 'All of '}, {type: 'emphasis'}, {value: '.'}]}
      ]
    }
  ])
  expect(reported(text)).toEqual([])
})

it('shows heads and spans', async () => {
  const article = await articleOf(`::: {.list-table header-rows=2}\n${rows}:::\n`)
  const html = await mainOf(article.body.children)
  expect(html).toContain('colspan="2"')
  expect(html.match(/<thead>.*<\/thead>/)?.[0].match(/<tr>/g)).toHaveLength(2)
})

it('says what is no list of lists, and which row is of another length', () => {
  expect(reported('::: list-table\nA\n\nB\n:::\n')).toEqual(['1:1 list-table-read'])
  expect(blocks('::: list-table\nA\n\nB\n:::\n')).toMatchObject([{type: 'div', children: [{}, {}]}])
  const {problems} = read('::: list-table\n- - a\n  - b\n- - c\n:::\n')
  expect(problems).toMatchObject([
    {reason: 'Unexpected row of 1 cell, expected 2 as in the first', place: {start: {line: 4, column: 1}}}
  ])
})
