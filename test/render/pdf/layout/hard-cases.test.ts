import {PDFDocument} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import type {Scene} from '../../../../bench/measure/fragments.ts'
import {sceneOf} from '../../../../bench/measure/fragments.ts'
import {measureNotes} from '../../../../bench/measure/notes.ts'
import {painted} from '../../../../bench/measure/painted.ts'
import {measureParagraphs} from '../../../../bench/measure/paragraphs.ts'
import {measureTables} from '../../../../bench/measure/tables.ts'
import type {Problem} from '../../../../src/model/problem.ts'
import {hasBrowser, testBrowser} from '../../../support/browser.ts'
import {pdfOf} from '../../../support/pdf.ts'

const sentence = 'The study of tides in narrow channels shows considerable variation between consecutive observations. '
const paragraph = sentence.repeat(6)
const range = (count: number) => Array.from({length: count}, (_, index) => index)

describe.skipIf(!hasBrowser).each(['article', 'two-column'])('a manuscript that is hard to set, by %s,', (template) => {
  const front = `---\ntitle: Hard cases\nauthor: Ada Marsh\nlang: en-GB\ntemplate: ${template}\n---\n\n`
  const {print} = testBrowser()

  /** The pages of a manuscript, and what is wrong with them. */
  async function set(markdown: string, files: Readonly<Record<string, string>> = {}) {
    const problems: Array<Problem> = []
    const pdf = await PDFDocument.load(await pdfOf(front + markdown, print, {problems, files}))
    const scene = sceneOf(pdf, painted(pdf))
    const measures = [...measureParagraphs(scene), ...measureNotes(pdf, scene), ...measureTables(scene)]
    const missed = measures.filter(({holds}) => holds === false).map(({what, value}) => `${what}: ${value}`)
    const unplanned = problems.filter(({id}) => id === 'notes-at-foot').map(({reason}) => reason)
    return {pdf, scene, wrong: [...missed, ...unplanned, ...outside(scene)]}
  }

  it('is one with a note longer than a page', async () => {
    const {scene, wrong} = await set(`Text.[^long] ${paragraph}\n\n${paragraph}\n\n[^long]: ${sentence.repeat(120)}`)
    expect(wrong).toEqual([])
    const pages = scene.blocks
      .filter(({path}) => path.includes('Note'))
      .flatMap(({lines}) => lines.map(({page}) => page))
    expect(Math.max(...pages)).toBeGreaterThan(1)
  })

  it('is one with forty notes on a page', async () => {
    const calls = range(40).map((index) => `word[^${index}]`)
    const notes = range(40).map((index) => `[^${index}]: Note ${index}.`)
    const {wrong} = await set(`${calls.join(' ')}\n\n${paragraph}\n\n${notes.join('\n\n')}`)
    // What finds no room goes on at the foot of the next page.
    expect(wrong.filter((each) => !each.startsWith('notes not on the page of their call'))).toEqual([])
  })

  it('is one with a note that goes on behind a page that a table has to itself', async () => {
    const turned = `| A | B |\n|---|---|\n${range(20)
      .map((row) => `| ${row} | ${sentence} |`)
      .join('\n')}\n\n: A table. {.landscape}\n\n`
    const notes = range(12).map((index) => `[^${index}]: Note ${index}. ${sentence.repeat(26)}`)
    const calls = range(12).map((index) => `Word ${index}.[^${index}] ${sentence.repeat(9)}`)
    const {wrong} = await set(`${paragraph}\n\n${turned}${calls.join('\n\n')}\n\n${notes.join('\n\n')}`)
    expect(wrong).toEqual([])
  })

  it('is one with a page of nothing but notes', async () => {
    const notes = range(9).map((index) => `[^${index}]: Note ${index}. ${sentence.repeat(14)}`)
    const {scene, wrong} = await set(
      `${range(9)
        .map((index) => `Word ${index}.[^${index}]`)
        .join(' ')} ${sentence.repeat(12)}\n\n${paragraph.repeat(6)}\n\n${notes.join('\n\n')}`
    )
    expect(wrong.filter((each) => !each.startsWith('notes not on the page of their call'))).toEqual([])
    const byPage = range(scene.pages).map((page) =>
      scene.blocks.filter(({lines}) => lines.some((line) => line.page === page + 1))
    )
    expect(
      byPage.some(
        (blocks) => blocks.length > 0 && blocks.every(({path}) => path.includes('Note') || path.at(-1) === 'LI')
      )
    ).toBe(true)
  })

  it('is one with a table longer than three pages', async () => {
    const rows = range(240).map((index) => `| ${index} | text of row ${index} |`)
    const {scene, wrong} = await set(
      `| Number | What it is |\n|--|--|\n${rows.join('\n')}\n\n: A long table\n\n${paragraph}`
    )
    expect(wrong).toEqual([])
    const pages = scene.blocks.filter(({path}) => path.at(-1) === 'TD').flatMap((block) => [...block.pages])
    expect(new Set(pages).size).toBeGreaterThan(3)
  })

  it('is one with tables whose rows end at the very edge of pages', async () => {
    const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="100"><rect width="10" height="100"/></svg>'
    const tables = [81.56, 81.6, 81.63, 81.65, 81.67, 81.7].map((height) => {
      const rows = range(25).map((row) => `| ${row} | ![](p.svg){height=${height}px} |`)
      return `| A | B |\n|---|---|\n${rows.join('\n')}\n\n: Table.\n\n`
    })
    const {wrong} = await set(`Text.[^n]\n\n[^n]: Note.\n\n${tables.join('')}`, {'p.svg': dot})
    expect(wrong.filter((each) => each.startsWith('Cannot print'))).toEqual([])
  })

  it('is one with a word of 200 characters, a formula wider than the column', async () => {
    const sum = range(60)
      .map((index) => `x_{${index}}`)
      .join(' + ')
    const {wrong, scene} = await set(`${paragraph} ${'w'.repeat(200)} ${paragraph}\n\n$$${sum}$$\n\n${paragraph}`)
    expect(wrong).toEqual([])
    const formula = scene.texts.filter(({text, content}) => content !== undefined && text.includes('𝑥'))
    expect(formula.length).toBeGreaterThan(0)
  })

  it('is one with a picture higher than the page', async () => {
    const tall =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 900" width="600" height="5400"><path d="M0 0H100V900H0Z" fill="#ccc"/></svg>'
    const {pdf, wrong, scene} = await set(
      `${paragraph}\n\n![A tower.](tall.svg){alt="A tower"}\n\n${paragraph.repeat(4)}`,
      {
        'tall.svg': tall
      }
    )
    expect(wrong).toEqual([])
    expect(pdf.getPageCount()).toBe(template === 'article' ? 3 : 2)
    const caption = scene.blocks.find(({path}) => path.at(-1) === 'Caption')
    const figure = scene.blocks.find(({path}) => path.at(-1) === 'Figure')
    expect([...(caption?.pages ?? [])]).toEqual([...(figure?.pages ?? [undefined])])
  })
})

/** Text that begins beyond the edges of the page's text. */
function outside({texts, blocks}: Scene): ReadonlyArray<string> {
  const lines = blocks.filter(({path}) => path.at(-1) === 'P').flatMap((block) => block.lines)
  const right = Math.max(...lines.filter(({text}) => text.includes('tides')).map((line) => line.right))
  return texts.flatMap(({content, text, lastX}) =>
    content !== undefined && lastX > right + 8 ? [`beyond the edge: ${text}`] : []
  )
}
