import {beforeAll, describe, expect, it} from 'vitest'
import type {Scene} from '../../../bench/measure/fragments.ts'
import type {Painted} from '../../../bench/measure/painted.ts'
import {testBrowser} from '../../support/browser.ts'
import type {Made} from './sample.ts'
import {canMeasure, measuring, sample} from './sample.ts'
import {isOf, paragraphs} from './select.ts'
import type {Defect} from './spoil.ts'
import {erase, first, retype, shift, spoiltAsSet} from './spoil.ts'

const words = 'P27 words that are not in the PDF, in order'
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
  ]
]

const order = 'T9 numbers of lines out of order'
const isNumber =
  (number: string) =>
  ({content, text}: Painted) =>
    content === undefined && text === number

const ofLines: ReadonlyArray<Defect> = [
  ['a line without a number', ['T9 numbers of lines left out'], (pdf) => erase(pdf, isNumber('40'))],
  ['numbers in another order', [order, 'T9 numbers of lines left out'], (pdf) => shift(pdf, isNumber('40'), 0, 60)],
  ['a number twice', [order, 'T9 numbers of lines left out'], (pdf) => retype(pdf, isNumber('43'), '2')]
]

describe.skipIf(!canMeasure)('what is measured of columns, and of copies for reviewers', () => {
  const {print} = testBrowser()
  const missed = measuring()
  let [columns, review]: Array<Made> = []
  beforeAll(async () => {
    columns = await sample({print, template: 'two-column'})
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
    // Copies for reviewers are set a little too wide.
    return all.filter((each) => from !== review || !each.startsWith('T1 '))
  }
})
