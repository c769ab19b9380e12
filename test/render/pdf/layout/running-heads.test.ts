import {expect, it} from 'vitest'
import {runningHeads} from '../../../../src/render/pdf/layout/running-heads.ts'
import {articleOf} from '../../../support/manuscript.ts'
import {pageOf} from '../../../support/page.ts'

it('name the section that is read at the end of each page', () => {
  const sections = [
    {top: 50, title: 'One'},
    {top: 220, title: 'Two'},
    {top: 280, title: 'Three'}
  ]
  expect(runningHeads(sections, 5, (top) => Math.floor(top / 100))).toEqual(['One', 'One', 'Three', 'Three', 'Three'])
  expect(runningHeads([], 1, () => 0)).toEqual([''])
})

it('name authors in short, in the article’s language, and titles as far as there is room', async () => {
  const heads = async (front: string) => {
    const {text} = await pageOf(await articleOf(`---\n${front}\n---\n\nText.\n`), 'print')
    return [...text.matchAll(/@top-center \{ content: "([^"]*)"/g)].map(([, head]) => head)
  }
  expect(await heads('title: Tides\nauthor: Ada Marsh')).toEqual(['Tides', 'Ada Marsh'])
  expect(await heads('title: Tides\nauthor: [Ada Marsh, Bo Lind]\nlang: de')).toEqual(['Tides', 'Marsh und Lind'])
  const [title, authors] = await heads(`title: ${'Long words '.repeat(12)}\nauthor: [А. Ли, Б. Ким, В. Пак]\nlang: ru`)
  expect(authors).toBe('Ли и др.')
  expect(title).toMatch(/^(Long words )+(Long|Long words)…$/)
  expect(title?.length).toBeLessThanOrEqual(80)
})
