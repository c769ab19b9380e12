import type {PDFDict as Dict, PDFDocument as Pdf} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {testBrowser} from '../../support/browser.ts'
import type {Made} from './sample.ts'
import {canMeasure, measuring, sample} from './sample.ts'
import {footOf, isOf, notes} from './select.ts'
import type {Defect} from './spoil.ts'
import {first, links, name, paint, shift, spoiltAsSet} from './spoil.ts'

const {PDFArray, PDFNumber} = library

const callOf = (pdf: Pdf, note: number) =>
  first(links(pdf).filter((link) => link.get(name('Dest')) === name(`note-${note}`)))
const ends = (link: Dict) => link.lookup(name('Rect'), PDFArray)

const defects: ReadonlyArray<Defect> = [
  [
    'a note that no link leads to',
    ['T7 notes that no link leads to'],
    (pdf) => callOf(pdf, 2).set(name('Dest'), name('ref-r1'))
  ],
  [
    'a note on another page than its call',
    ['T7 notes not on the page of their call'],
    (pdf) => {
      const [one, other] = [callOf(pdf, 2), callOf(pdf, 3)]
      one.set(name('Dest'), name('note-3'))
      other.set(name('Dest'), name('note-2'))
    }
  ],
  [
    'a note above its call',
    ['T7 notes above their call'],
    (pdf) => {
      for (const at of [1, 3]) ends(callOf(pdf, 2)).set(at, PDFNumber.of(40 + 10 * at))
    }
  ],
  [
    'a page without a rule above its notes',
    ['T7 pages on which no rule parts notes from text'],
    (pdf) =>
      paint(pdf, pdf.getPage(1), (content) => content.replace(/^(\/Artifact BMC) \S+ \S+ \S+ 1 re$/m, '$1 0 0 0 0 re'))
  ],
  [
    'text below a note',
    ['P28 texts of which a part is cut off', 'T7 pages on which text stands below a note'],
    (pdf, scene) => {
      const note = first(
        notes(scene)
          .flatMap(({lines}) => lines)
          .filter(({page}) => page === 3)
          .slice(-1)
      )
      const line = footOf(scene, 3)
      shift(pdf, isOf(line), 0, note.y + 12 - line.y)
    }
  ]
]

describe.skipIf(!canMeasure)('what is measured of notes', () => {
  const {print} = testBrowser()
  const missed = measuring()
  let made: Made
  beforeAll(async () => {
    made = await sample({print})
  })

  it.each(defects)('finds %s', async (_, wanted, spoil) => {
    const pdf = await spoiltAsSet(made.pdf, spoil)
    expect(await missed(pdf, made.html)).toEqual(wanted)
  })
})
