import {expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {worldOf} from '../support/manuscript.ts'

async function latexOf(body: string): Promise<string> {
  const {output} = await build(worldOf(`---\ntitle: Tables\nauthor: Ada Marsh\n---\n\n${body}\n`), {to: ['latex']})
  return new TextDecoder().decode(output.get('latex/paper.tex'))
}

const table = (rows: number, cell: string) =>
  `| A | B |\n|---|---|\n${Array.from({length: rows}, () => `| a | ${cell} |`).join('\n')}\n\n: A table. {#tbl:a}`

it.each([
  ['few short rows', table(12, 'short'), 'table'],
  ['many rows', table(40, 'short'), 'longtable'],
  ['few rows that are higher than a page', table(12, 'words that fill the cell '.repeat(20)), 'longtable']
])('a table of %s is a %s of LaTeX', async (_, body, environment) => {
  const tex = await latexOf(body)
  expect(tex).toContain(`\\begin{${environment}}`)
  expect(tex).not.toContain(`\\begin{${environment === 'table' ? 'longtable' : 'table'}}`)
})
