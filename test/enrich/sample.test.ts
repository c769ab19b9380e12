import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {textOf} from '../../src/util/text.ts'
import {walk} from '../../src/util/walk.ts'
import {check} from '../support/manuscript.ts'

const folder = 'test/fixtures/every-construct'
const paths = ['references.bib', 'figures/curve.svg', 'figures/grid.png']
const files = Object.fromEntries(paths.map((path) => [path, readFileSync(`${folder}/${path}`)]))

it('numbers the sample and says what points where', async () => {
  const {article} = await check(readFileSync(`${folder}/paper.md`, 'utf8'), {files, template: 'article'})
  const nodes = [...walk(article.body)]
  const sections = nodes.flatMap((node) => (node.type === 'section' ? `${node.number ?? '–'} ${node.identifier}` : []))
  expect(sections).toEqual([
    '1 sec:introduction',
    '1.1 letters-of-several-languages',
    '2 sec:methods',
    '2.1 sec:code',
    '2.2 lists',
    '3 discussion',
    '– acknowledgements',
    '– references'
  ])
  const floats = nodes.flatMap((node) =>
    node.type === 'figure' ? `${node.kind} ${node.number} ${node.identifier}` : []
  )
  expect(floats).toEqual(['figure 1 fig:curve', 'figure 2 fig:grid', 'table 1 tbl:counts', 'listing 1 lst:sum'])
  const pointers = nodes.flatMap((node) => (node.type === 'crossReference' ? textOf(node) : []))
  expect(pointers.map((text) => text.replaceAll('\u00A0', ' '))).toEqual([
    'Section 2',
    'Equation (1)',
    'Figure 1',
    'Table 1',
    'Figures 1 and 2',
    'Listing 1'
  ])
  expect(article.notes.map(({number, calls}) => [number, calls])).toEqual([
    [1, 1],
    [2, 1]
  ])
})

it('finds nothing wrong with the sample but an uncited entry and the words of a drawing', async () => {
  const {problems} = await check(readFileSync(`${folder}/paper.md`, 'utf8'), {files, template: 'article'})
  expect(problems.filter(({severity}) => severity !== 'info')).toEqual([])
  expect(problems.map(({id}) => id)).toEqual(['reference-cited', 'svg-words'])
})
