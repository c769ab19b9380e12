import * as library from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import type {Scene} from '../../../bench/measure/fragments.ts'
import type {Painted} from '../../../bench/measure/painted.ts'
import {readContent} from '../../../src/render/pdf/tags/content.ts'
import {testBrowser} from '../../support/browser.ts'
import type {Made} from './sample.ts'
import {canMeasure, measuring, sample} from './sample.ts'
import {isOf, paragraphs} from './select.ts'
import type {Defect} from './spoil.ts'
import {erase, first, paint, retype, shift, spoiltAsSet} from './spoil.ts'

const words = 'P27 words that are not in the PDF, in order'
const beside = 'T10 lines of text beside or above a figure or table across the columns'
const inRight = (scene: Scene, page: number) =>
  paragraphs(scene)
    .map(({lines}) => lines.filter((line) => line.page === page && line.column === 1))
    .filter(({length}) => length > 2)

const inColumns: ReadonlyArray<Defect> = [
  [
    'columns of other lengths',
    [words, 'T10 lines by which one column of the last page is longer'],
    (pdf, {blocks, pages}) => {
      const right = blocks.flatMap(({lines}) => lines.filter(({page, column}) => page === pages && column === 1))
      erase(pdf, isOf(...right.toSorted((one, next) => one.y - next.y).slice(9)))
    }
  ],
  [
    'text beside the title',
    ['P28 lines on top of others', 'T10 lines beside the title'],
    (pdf, scene) => {
      const line = first(inRight(scene, 1).flat())
      const title = first(scene.blocks.filter(({path}) => path.at(-1) === 'H1').flatMap(({lines}) => lines))
      shift(pdf, isOf(line), 0, title.y - line.y)
    }
  ],
  [
    'lines of one column between those of the other',
    ['T11 lines off those of the other column'],
    (pdf, scene) => shift(pdf, isOf(...inRight(scene, 2).flat()), 0, 3)
  ],
  [
    'a wide picture amid the text',
    [beside],
    (pdf) => {
      const page = first(pdf.getPages().filter((each) => readContent(each, library)?.includes(' Do\n')))
      paint(pdf, page, (content) =>
        content.replace(/(\S+) (\S+) cm(?=\n(?:(?! cm\n).)*? Do\n)/s, (_, x, y) => `${x} ${Number(y) - 1200} cm`)
      )
    }
  ]
]

const order = 'T9 numbers of lines out of order'
const isNumber =
  (number: string) =>
  ({content, text}: Painted) =>
    content === undefined && text === number

const ofLines: ReadonlyArray<Defect> = [
  ['a line without a number', ['T9 numbers of lines left out'], (pdf) => erase(pdf, isNumber('40'))],
  ['numbers in another order', [order, 'T9 numbers of lines left out'], (pdf) => shift(pdf, isNumber('30'), 0, 60)],
  [
    'paper cut near to the text',
    ['T9 least margin, in millimetres'],
    (pdf) => {
      for (const page of pdf.getPages()) page.setWidth(page.getWidth() - 40)
    }
  ],
  ['a number twice', [order, 'T9 numbers of lines left out'], (pdf) => retype(pdf, isNumber('43'), '2')]
]

describe.skipIf(!canMeasure)('what is measured of columns, and of copies for reviewers', () => {
  const {print} = testBrowser()
  const missed = measuring()
  let [columns, review]: Array<Made> = []
  beforeAll(async () => {
    const picture = '![A picture.](picture.png){alt="A picture"}\n\n'
    const early = (markdown: string) =>
      markdown.replace(picture, '').replace('\n# ', `\n${picture.replace('{', '{.wide ')}# `)
    columns = await sample({print, template: 'two-column', text: early, dots: 2100})
    review = await sample({print, front: 'review: true\n', dots: 2000})
  })

  it('misses nothing in what is well set', async () => {
    expect(await found(columns)).toEqual([])
    expect(await found(review)).toEqual([])
  })

  it.each(inColumns)('finds %s', async (_, wanted, spoil) => {
    expect(await found(columns, spoil)).toEqual(wanted)
  })

  it.each(ofLines)('finds %s', async (_, wanted, spoil) => {
    expect(await found(review, spoil)).toEqual(wanted)
  })

  async function found(from: Made | undefined, spoil?: Defect[2]): Promise<ReadonlyArray<string>> {
    const {pdf, html} = first([from ?? []].flat())
    const all = await missed(spoil === undefined ? pdf : await spoiltAsSet(pdf, spoil), html)
    return all
  }
})
