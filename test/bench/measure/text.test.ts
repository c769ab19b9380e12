import type {PDFDocument as Pdf} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {contentOf} from '../../../src/render/pdf/tags/content.ts'
import {testBrowser} from '../../support/browser.ts'
import {altered} from './printing.ts'
import type {Made, Making} from './sample.ts'
import {canMeasure, measuring, sample} from './sample.ts'
import {elements, first, name, objects, repaint, spoilt} from './spoil.ts'

const {PDFArray, PDFDict, PDFRawStream} = library

const matterhorn = 'P22 conditions of the Matterhorn Protocol met'
const lacking = 'P23 fonts not embedded, subset or legible as text'
const words = 'P27 words that are not in the PDF, in order'
const typed = ['T6 signs of a typewriter in the text']

/** What is spoilt in the PDF, and what must be missed then, and nothing else. */
type Defect = readonly [string, ReadonlyArray<string>, (pdf: Pdf) => void]

const fontOf = (pdf: Pdf, family: string) =>
  first(
    objects(pdf, 'Font').filter(
      (font) => font.has(name('ToUnicode')) && String(font.get(name('BaseFont'))).includes(family)
    )
  )

const defects: ReadonlyArray<Defect> = [
  [
    'a font that is not embedded',
    [matterhorn, lacking],
    (pdf) => void first(objects(pdf, 'FontDescriptor')).delete(name('FontFile2'))
  ],
  ['a whole font', [lacking], (pdf) => fontOf(pdf, 'STIXTwoMath').set(name('BaseFont'), name('STIXTwoMath'))],
  [
    'a font that cannot be read as text',
    // Formulas seem to be empty then.
    [matterhorn, lacking, ...typed],
    (pdf) => void fontOf(pdf, 'STIXTwoMath').delete(name('ToUnicode'))
  ],
  [
    'a font of Type 3',
    [matterhorn, 'P23 fonts of Type 3'],
    (pdf) => void pdf.context.register(pdf.context.obj({Type: 'Font', Subtype: 'Type3'}))
  ],
  [
    'a second family of text',
    ['P23 families of fonts'],
    (pdf) => fontOf(pdf, 'Italic').set(name('BaseFont'), name('ABCDEF+Garamond-Italic'))
  ],
  [
    'a line that is not there',
    [words],
    (pdf) =>
      repaint(
        pdf,
        ({text}) => text.includes('Squares'),
        () => ''
      )
  ],
  [
    'paragraphs that are read in another order',
    [words, 'T2 headings stranded at the foot of a page'],
    (pdf) => {
      const parents = elements(pdf, 'P').map((paragraph) => paragraph.lookup(name('P'), PDFDict))
      const kids = first(parents.filter((parent, index) => parents[index + 1] === parent)).lookup(name('K'), PDFArray)
      kids.insert(1, kids.get(kids.size() - 1))
      kids.remove(kids.size() - 1)
    }
  ],
  [
    'soft hyphens at the ends of lines',
    ['P27 lines with stray soft hyphens'],
    (pdf) => {
      for (const font of objects(pdf, 'Font')) {
        const map = font.lookup(name('ToUnicode'))
        if (!(map instanceof PDFRawStream)) continue
        const soft = contentOf(map, library)?.replace(/<(?:002D|2010)>$/gim, '<00AD>') ?? ''
        font.set(name('ToUnicode'), pdf.context.register(pdf.context.stream(soft)))
      }
    }
  ],
  [
    'letters that are slanted by the program',
    ['T5 letters slanted or thickened by the program'],
    (pdf) =>
      repaint(
        pdf,
        ({text}) => text.includes('Squares'),
        (painted) => painted.replace('1 0 0 -1', '1 0 -.2 -1')
      )
  ],
  [
    'letters that are thickened by the program',
    ['T5 letters slanted or thickened by the program'],
    (pdf) =>
      repaint(
        pdf,
        ({text}) => text.includes('Squares'),
        (painted) => painted.replace('BT', 'BT\n2 Tr')
      )
  ]
]

const keyword = '>energy,</span>'
/** What is put wrong before the page is set. */
const settings: ReadonlyArray<readonly [string, ReadonlyArray<string>, (print: Making['print']) => Partial<Making>]> = [
  ['a picture of few dots', ['P31 least resolution of a picture'], () => ({dots: 800})],
  ...[
    ['straight quotation marks', '"energy"'],
    ['three dots', 'energy ... so'],
    ['hyphens for a dash', 'energy -- so'],
    ['a hyphen in a range', 'energy 10-12'],
    ['two spaces', 'energy\u00a0\u00a0so']
  ].map(([what = '', other = '']): (typeof settings)[number] => [
    what,
    typed,
    (print) => ({print: altered(print, (html) => html.replace(keyword, `>${other},</span>`))})
  ])
]

describe.skipIf(!canMeasure)('what is measured of letters, words and pictures', () => {
  const {print} = testBrowser()
  const missed = measuring()
  let made: Made
  beforeAll(async () => {
    made = await sample({print})
  })

  it.each(defects)('finds %s', async (_, wanted, spoil) => {
    expect(await missed(await spoilt(made.pdf, spoil), made.html)).toEqual(wanted)
  })

  it.each(settings)('finds %s', async (_, wanted, change) => {
    expect(await missed((await sample({print, ...change(print)})).pdf, made.html)).toEqual(wanted)
  })
})
