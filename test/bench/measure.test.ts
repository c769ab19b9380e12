import {PDFContext, PDFDict, PDFName} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {columnsOf} from '../../bench/measure/columns.ts'
import type {Scene, SetBlock, TextLine} from '../../bench/measure/fragments.ts'
import {measureGrid} from '../../bench/measure/grid.ts'
import type {Measure} from '../../bench/measure/measure.ts'
import {measurePages} from '../../bench/measure/pages.ts'
import {measureParagraphs} from '../../bench/measure/paragraphs.ts'
import {measureTables} from '../../bench/measure/tables.ts'

function line(page: number, y: number, rest: Partial<TextLine> = {}): TextLine {
  return {page, column: 0, left: 100, right: 300, y, size: 10, text: 'A line of some words', ...rest}
}

let order = 0

function block(type: string, lines: ReadonlyArray<TextLine>, above: ReadonlyArray<string> = []): SetBlock {
  const element = PDFDict.withContext(PDFContext.create())
  const pages = new Set(lines.map(({page}) => page))
  const texts = lines.map(({page, y, left: x, right: lastX, text}) => {
    const painted = {
      page,
      content: 0,
      text,
      x,
      lastX,
      y,
      size: 10,
      faked: false,
      turned: false,
      kerned: true,
      clipped: false
    }
    return {...painted, inFormula: false, inCode: false, inLink: false, order: order++}
  })
  return {path: ['Document', ...above, type], element, texts, pages, contents: new Set(), lines}
}

function scene(blocks: ReadonlyArray<SetBlock>, rest: Partial<Scene> = {}): Scene {
  const paper = {heights: [842, 842], widths: [595, 595]}
  return {blocks, texts: [], rules: [], pictures: [], ...paper, columns: {count: 1, of: () => 0}, pages: 2, ...rest}
}

function missed(measures: ReadonlyArray<Measure>): ReadonlyArray<string> {
  return measures.filter(({holds}) => holds === false).map(({what, value}) => `${what}: ${value}`)
}

describe('measures of pages', () => {
  const whole = () => block('P', [line(1, 100), line(1, 112), line(2, 100), line(2, 112)])

  it('find a line that is alone on a page, a heading that is, and a short end', () => {
    expect(missed(measureParagraphs(scene([block('H2', [line(1, 80)]), whole()])))).toEqual([])
    const orphan = block('P', [line(1, 700), line(2, 100), line(2, 112)])
    const widow = block('P', [line(1, 700), line(1, 712), line(2, 100)])
    const stranded = block('H2', [line(1, 700)])
    const short = block('P', [line(2, 300), line(2, 312, {text: 'it.'})])
    expect(missed(measureParagraphs(scene([widow, stranded, block('P', [line(2, 124)]), orphan, short])))).toEqual([
      'first lines alone at the foot of a page (orphans): 1: page 1 “A line of some words”',
      'last lines alone at the head of a page (widows): 1: page 2 “A line of some words”',
      'headings stranded at the foot of a page: 1: page 1 “A line of some words”',
      'last lines of fewer than 4 characters: 1: page 2 “it.”'
    ])
  })

  it('find two columns by the gutter that lines leave free, and none in a list of short lines', () => {
    const extent = (left: number, right: number) => ({page: 1, left, right})
    const title = extent(50, 500)
    const both = Array.from({length: 20}, (_, index) => (index % 2 === 0 ? extent(50, 265) : extent(285, 500)))
    const {count, of} = columnsOf([title, ...both])
    expect([count, of(extent(50, 200)), of(extent(285, 400))]).toEqual([2, 0, 1])
    expect(columnsOf([...Array.from({length: 10}, () => title), extent(50, 200), extent(60, 210)]).count).toBe(1)
  })

  it('find columns that end apart, and lines that no line stands beside', () => {
    const lines = (column: number, from: number, count: number) =>
      block(
        'P',
        Array.from({length: count}, (_, index) => line(1, from + 12 * index, {column}))
      )
    const columns = {count: 2, of: () => 0}
    expect(missed(measureGrid(scene([lines(0, 100, 9), lines(1, 112, 7)], {columns, pages: 1})))).toEqual([])
    expect(missed(measureGrid(scene([lines(0, 100, 9), lines(1, 103, 4)], {columns, pages: 1})))).toEqual([
      'lines by which one column of the last page is longer: 4.8',
      'lines off those of the other column: 100.0 %; page 1 “A line of some words”'
    ])
  })

  it('find a table that goes on without its head, and a page without a running head', () => {
    const whole = PDFDict.withContext(PDFContext.create())
    const cell = (type: string, at: TextLine) => {
      const row = PDFDict.withContext(whole.context)
      row.set(PDFName.of('P'), whole)
      const made = block(type, [at], ['Table', 'TR'])
      made.element.set(PDFName.of('P'), row)
      return made
    }
    const table = [cell('TH', line(1, 600, {text: 'Kind'})), cell('TD', line(2, 100))]
    const text = (words: string, y: number) => ({
      page: 2,
      content: undefined,
      text: words,
      x: 100,
      lastX: 120,
      y,
      size: 9,
      faked: false,
      turned: false,
      kerned: true,
      clipped: false
    })
    expect(missed([...measureTables(scene(table)), ...measurePages(scene(table))])).toEqual([
      'pages on which a table goes on without its head: 1: page 2',
      'pages without a running head: 1: 2'
    ])
    const texts = [text('A running head', 40), text('Kind', 88)]
    expect(missed([...measureTables(scene(table, {texts})), ...measurePages(scene(table, {texts}))])).toEqual([])
  })
})
