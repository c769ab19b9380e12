import {beforeAll, describe, expect, it} from 'vitest'
import {within} from '../../../bench/measure/blocks.ts'
import {testBrowser} from '../../support/browser.ts'
import type {Made} from './sample.ts'
import {canMeasure, measuring, sample} from './sample.ts'
import {dividedIn, endingInLetters, footOf, isArtifact, isEndOf, isOf, longIn, paragraphs} from './select.ts'
import type {Defect} from './spoil.ts'
import {elements, erase, exchange, first, paint, repaint, retype, shift, spoiltAsSet} from './spoil.ts'

const matterhorn = 'P22 conditions of the Matterhorn Protocol met'
const words = 'P27 words that are not in the PDF, in order'
const cut = 'P28 texts of which a part is cut off'
const bare = 'T8 pages without a running head'
const numbered = 'T8 pages numbered in order'

const onPages: ReadonlyArray<Defect> = [
  // The page has no order of tabulation.
  ['a blank page', [matterhorn, 'P28 blank pages', numbered, bare], (pdf) => void pdf.insertPage(4)],
  [
    'a last page of a few lines',
    [words, 'P28 lines on the last page'],
    (pdf, {blocks, pages}) => {
      const lines = blocks.flatMap((block) => block.lines).filter(({page}) => page === pages)
      erase(pdf, isOf(...lines.slice(2)))
    }
  ],
  [
    'a line on top of another',
    ['P28 lines on top of others'],
    (pdf, scene) => {
      const all = paragraphs(scene).map(({lines}) => lines)
      const pairs = all.flatMap((lines, index) => {
        const [over, under] = [lines.at(-1), all[index + 1]?.[0]]
        return lines.length > 2 && under !== undefined && over?.page === under.page ? [{over, under}] : []
      })
      const {over, under} = first(pairs)
      shift(pdf, isOf(over), 20, under.y - over.y)
    }
  ],
  [
    'a line beside the text',
    ['P28 lines that reach out of the text’s area', cut],
    (pdf, scene) => shift(pdf, isOf(first(longIn(scene).lines)), 30, 0)
  ],
  [
    'a line below the number of the page',
    ['P28 lines in the head or the foot of a page', cut, 'T7 pages on which text stands below a note', numbered],
    (pdf, scene) => {
      const line = footOf(scene, 3)
      shift(pdf, isOf(line), 0, 800 - line.y)
    }
  ],
  [
    'a line that is cut off',
    [cut],
    (pdf, scene) => repaint(pdf, isOf(first(longIn(scene).lines)), (text) => `q\n0 0 300 3000 re\nW n\n${text}\nQ`)
  ],
  [
    'ink at the edge of the paper',
    ['P28 pages with ink at the edge of the paper'],
    (pdf) => paint(pdf, pdf.getPage(1), (content) => `/Artifact BMC q 0 0 100 100 re f Q EMC ${content}`)
  ],
  [
    'hyphens at the ends of three lines in a row',
    [words, 'T3 lines that are the third in a row to end in a hyphen'],
    (pdf, scene) => retype(pdf, isEndOf(...endingInLetters(scene, 3)), '-')
  ],
  [
    'a hyphen at the foot of a page',
    ['T3 hyphens across pages or columns'],
    (pdf, scene) => retype(pdf, isEndOf(first(dividedIn(scene)[0].slice(-1))), '-')
  ],
  [
    'a first line alone at the foot of a page',
    // It ends in a hyphen.
    [words, 'T2 first lines alone at the foot of a page (orphans)', 'T3 hyphens across pages or columns'],
    (pdf, scene) => erase(pdf, isOf(...dividedIn(scene)[0].slice(1)))
  ],
  [
    'a last line alone at the head of a page',
    [words, 'T2 last lines alone at the head of a page (widows)'],
    (pdf, scene) => erase(pdf, isOf(...dividedIn(scene)[1].slice(0, -1)))
  ],
  [
    'a heading at the foot of its page',
    [words, 'T2 headings stranded at the foot of a page'],
    (pdf, scene) => {
      const at = scene.blocks.findIndex(
        (block, index) => block.path.at(-1) === 'H2' && scene.blocks[index + 1]?.pages.size === 2
      )
      const {lines} = first(scene.blocks.slice(at + 1))
      erase(pdf, isOf(...lines.filter(({page}) => page === lines[0]?.page)))
    }
  ],
  ['a page without a running head', [bare], (pdf) => erase(pdf, isArtifact(3, 0, 100))],
  ['a page without its number', [numbered], (pdf) => erase(pdf, isArtifact(3, 760, 842))],
  ['the number of another page', [numbered], (pdf) => retype(pdf, isArtifact(3, 760, 842), '7')],
  [
    'a table that goes on without its head',
    ['T12 pages on which a table goes on without its head'],
    (pdf, scene) => {
      const rows = scene.blocks.filter((block) => within(block, 'TR'))
      const long = first(rows.filter(({lines}) => lines.some(({text}) => text.includes('Row 59'))))
      const page = first([...long.pages])
      erase(pdf, (text) => text.page === page && text.content === undefined && /Number|Square/.test(text.text))
    }
  ],
  [
    'a row that is divided between pages',
    [words, 'T12 rows of a table divided between pages'],
    (pdf) => {
      const cells = elements(pdf, 'TD')
      exchange(first(cells.slice(-1)), first(cells.slice(-119)))
    }
  ],
  [
    'a caption on another page',
    [words, 'T12 captions on another page than what they are about'],
    (pdf) => exchange(first(elements(pdf, 'Caption')), first(elements(pdf, 'P')))
  ]
]

describe.skipIf(!canMeasure)('what is measured of pages', () => {
  const {print} = testBrowser()
  const missed = measuring()
  let made: Made
  beforeAll(async () => {
    made = await sample({print})
  })

  it.each(onPages)('finds %s', async (_, wanted, spoil) => {
    const pdf = await spoiltAsSet(made.pdf, spoil)
    expect(await missed(pdf, made.html)).toEqual(wanted)
  })
})
