import * as library from '@cantoo/pdf-lib'
import {PDFDocument} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import type {Problem} from '../../../../src/model/problem.ts'
import {contentInOrder} from '../../../../src/render/pdf/tags/content-in-order.ts'
import {pageContents} from '../../../../src/render/pdf/tags/page-contents.ts'
import {readStructure} from '../../../../src/render/pdf/tags/structure.ts'
import {hasBrowser, testBrowser} from '../../../support/browser.ts'
import {articleOf} from '../../../support/manuscript.ts'
import {pageOf} from '../../../support/page.ts'
import {pdfOf} from '../../../support/pdf.ts'
import type {PrintedWord} from '../../../support/printed-words.ts'
import {hasPoppler, overlaps, printedWords} from '../../../support/printed-words.ts'

const sentence = 'The study of tides in narrow channels shows considerable variation between consecutive observations. '
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="150"><rect width="400" height="150" fill="#cde"/></svg>'
const front = (template: string) => `---\ntitle: T\nauthor: Ada Marsh\nlang: en-GB\ntemplate: ${template}\n---\n\n`
const figure = (index: number, rest = '') =>
  `Call${index} @fig:f${index}, page [@fig:f${index}]{.page}.\n\n![Caption${index} of it.](p.svg){#fig:f${index} width=100%${rest}}\n\nBegin${index}. ${sentence.repeat(14)}\n\n`
const body = Array.from(
  {length: 9},
  (_, index) => `${sentence.repeat(8)} ${figure(index, index % 3 === 1 ? ' .wide' : '')}`
).join('')

describe.skipIf(!hasBrowser || !hasPoppler)('figures across two columns or at the top of one', () => {
  const {print} = testBrowser()

  async function made(markdown: string) {
    const problems: Array<Problem> = []
    const bytes = await pdfOf(markdown, print, {files: {'p.svg': picture}, problems})
    const pdf = await PDFDocument.load(bytes)
    return {pdf, words: printedWords(bytes), problems: problems.filter(({id}) => id === 'notes-at-foot')}
  }

  it('stand there, on the page that is told, with their captions, and over no words', async () => {
    const {pdf, words, problems} = await made(front('two-column') + body)
    expect(problems).toEqual([])
    expect(overlaps(words)).toEqual([])
    const find = (text: string) => words.find((word) => word.text === text) as PrintedWord
    const captions = Array.from({length: 9}, (_, index) => find(`Caption${index}`))
    for (const [index, caption] of captions.entries()) {
      const call = find(`Call${index}`)
      expect(caption.page).toBeGreaterThanOrEqual(call.page)
      expect(caption.page).toBeLessThanOrEqual(call.page + 1)
      const told = words.slice(words.indexOf(call)).find(({text}) => /^\d+\.$/.test(text))
      expect(told?.text).toBe(`${caption.page + 1}.`)
      const column = (word: PrintedWord) => (word.left > 297 ? 1 : 0)
      const above = words.filter(
        (word) =>
          word.page === caption.page && word.bottom < caption.top && word.top > 60 && column(word) === column(caption)
      )
      if (caption.page > 0)
        expect(above.filter(({text}) => !/^(?:Caption\d|of|it\.|Figure|\d+\.)$/i.test(text))).toEqual([])
    }
    const pages = captions.map(({page}) => page)
    expect(pages).toEqual([...pages].sort((one, next) => one - next))
    // In the tags each stands where it stands in the text.
    const contents = pageContents(pdf, library)
    const read = [...contentInOrder(readStructure(pdf, library))].flatMap((content) =>
      content?.page === undefined ? [] : (contents.get(content.page)?.runs.get(content.number) ?? [])
    )
    const lines = read.map(({lastWord}) => lastWord)
    expect(lines.filter((word) => word === 'it.')).toHaveLength(9)
  })

  it('have a page of their own behind the text if there is no other', async () => {
    const last = [0, 1, 2].map((index) => figure(index, index === 1 ? ' .wide' : '')).join('')
    const ended = last.replace(/Begin\d+\. [^\n]*\n/g, '')
    const {pdf, words, problems} = await made(`${front('two-column')}${sentence.repeat(90)}\n\n${ended}`)
    expect(problems).toEqual([])
    expect(overlaps(words)).toEqual([])
    const pages = [0, 1, 2].map((index) => words.find(({text}) => text === `Caption${index}`)?.page)
    expect(pages).toEqual([pages[0], pdf.getPageCount() - 1, pdf.getPageCount() - 1])
    expect(pages[0]).toBeLessThan(pdf.getPageCount() - 1)
  })

  it('stand above the references that begin a column, behind the list of notes that is empty there', async () => {
    // Neither the figure nor the heading with its first work fits below the text that calls for the figure.
    const tall =
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="330"><rect width="300" height="330"/></svg>'
    const work = (key: string) =>
      `@book{${key}, author={Marsh, Ada}, title={${'Begun tides '.repeat(90)}}, year={2001}}`
    const keys = ['a', 'b', 'c', 'd', 'e']
    const text = `${sentence.repeat(62)}[@${keys.join('; @')}][^n]\n\n![Above.](p.svg)\n\n# References\n\n::: {#refs}\n:::\n\n[^n]: Note.\n`
    const problems: Array<Problem> = []
    const files = {'p.svg': tall, 'refs.bib': keys.map(work).join('\n')}
    const opening = front('two-column').replace('title: T', 'title: T\nbibliography: refs.bib')
    const words = printedWords(await pdfOf(opening + text, print, {files, problems}))
    expect(problems.filter(({id}) => id === 'notes-at-foot')).toEqual([])
    const [caption, heading] = ['Above.', 'References'].map((text) => words.find((word) => word.text === text))
    expect(heading?.page).toBe(caption?.page)
    expect(Math.abs((heading?.left ?? 0) - (caption?.left ?? 0))).toBeLessThan(80)
    expect(heading?.top).toBeGreaterThan(caption?.bottom ?? 0)
  })

  it('leave tables as wide as two columns their width, and long ones where they are', async () => {
    const wide = `| ${Array.from({length: 9}, (_, cell) => `Heading${cell}`).join(' | ')} |\n|${'---|'.repeat(9)}\n| ${'word | '.repeat(9)}\n\n: Wide. {#tbl:w}\n\n`
    const long = `| a | b |\n|---|---|\n${'| row | text |\n'.repeat(150)}\n: Long. {#tbl:l}\n\n`
    const {words, problems} = await made(
      `${front('two-column')}${sentence.repeat(9)}\n\n${wide}${sentence.repeat(30)}\n\n${long}${sentence.repeat(9)}\n`
    )
    expect(problems).toEqual([])
    expect(overlaps(words)).toEqual([])
    const [first, last] = ['Heading0', 'Heading8'].map((text) => words.find((word) => word.text === text))
    expect((last?.right ?? 0) - (first?.left ?? 0)).toBeGreaterThan(300)
    // The head of the long table is above its rows in each column.
    expect(words.filter(({text}) => text === 'a').length).toBeGreaterThan(1)
  })
})

describe('figures of a template that says nothing', () => {
  it('stay in the text', async () => {
    const {text} = await pageOf(await articleOf(front('article') + body, {'p.svg': picture}), 'print')
    expect(text).not.toContain('.float')
  })
})
