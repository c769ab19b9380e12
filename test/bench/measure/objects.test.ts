import type {PDFDocument as Pdf} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {testBrowser} from '../../support/browser.ts'
import type {Made} from './sample.ts'
import {canMeasure, measuring, sample} from './sample.ts'
import {elements, first, links, name, spoilt} from './spoil.ts'

const {PDFDict, PDFHexString, PDFNumber, PDFString} = library

/** What is spoilt, and what must be missed then, and nothing else. */
type Defect = readonly [string, ReadonlyArray<string>, (pdf: Pdf) => void]

const script = (pdf: Pdf) => pdf.context.obj({S: 'JavaScript', JS: PDFString.of('app.beep()')})
const odd = ['P20 encryption, scripts, forms']
const info = (pdf: Pdf) => pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict)
const said = (pdf: Pdf, key: string, text: string) => info(pdf).set(name(key), PDFHexString.fromText(text))
const disagree = ['P21 Info and XMP disagree on']
const matterhorn = 'P22 conditions of the Matterhorn Protocol met'
const archival = 'P24 clauses of PDF/A not kept'

const defects: ReadonlyArray<Defect> = [
  ['a form', odd, (pdf) => pdf.catalog.set(name('AcroForm'), pdf.context.obj({Fields: []}))],
  [
    'a script by name',
    odd,
    (pdf) => pdf.catalog.set(name('Names'), pdf.context.obj({JavaScript: {Names: ['one', script(pdf)]}}))
  ],
  ['a script as it is opened', odd, (pdf) => pdf.catalog.set(name('OpenAction'), script(pdf))],
  ['a script of a page', odd, (pdf) => pdf.getPage(0).node.set(name('AA'), pdf.context.obj({O: script(pdf)}))],
  ['a script of a link', odd, (pdf) => first(links(pdf)).set(name('AA'), pdf.context.obj({E: script(pdf)}))],
  ['another title in Info', disagree, (pdf) => said(pdf, 'Title', 'Tides')],
  ['other authors in Info', disagree, (pdf) => said(pdf, 'Author', 'Ada Noor')],
  ['another subject in Info', disagree, (pdf) => said(pdf, 'Subject', 'Tides')],
  ['no keywords in Info', disagree, (pdf) => void info(pdf).delete(name('Keywords'))],
  ['a picture without a text', [matterhorn], (pdf) => void first(elements(pdf, 'Figure')).delete(name('Alt'))],
  [
    'a link to a name that nothing has',
    ['P29 links within that lead nowhere'],
    (pdf) => first(links(pdf).filter((link) => link.has(name('Dest')))).set(name('Dest'), name('nowhere'))
  ],
  [
    'a link to a page that is gone',
    ['P29 links within that lead nowhere'],
    (pdf) =>
      first(links(pdf).filter((link) => link.has(name('Dest')))).set(
        name('Dest'),
        pdf.context.obj([pdf.context.nextRef(), 'Fit'])
      )
  ],
  [
    'an action that leads nowhere',
    ['P29 links within that lead nowhere'],
    (pdf) => {
      const link = first(links(pdf).filter((each) => each.has(name('Dest'))))
      link.delete(name('Dest'))
      link.set(name('A'), pdf.context.obj({S: 'GoTo', D: PDFString.of('nowhere')}))
    }
  ],
  [
    'a DOI that is no link',
    ['P29 DOIs in lists that are no links'],
    (pdf) => {
      const addresses = links(pdf).flatMap((link) => link.lookupMaybe(name('A'), PDFDict) ?? [])
      const wanted = addresses.filter((address) => String(address.get(name('URI'))).includes('example.4'))
      for (const address of [first(wanted), ...wanted]) address.set(name('URI'), PDFString.of('https://example.org/'))
    }
  ],
  [
    'a citation that is no link',
    [matterhorn, 'P29 citations by number that are no links'],
    (pdf) => first(elements(pdf, 'Link')).set(name('S'), name('Span'))
  ],
  ['no outline', ['P30 outline', 'P30 entries of the outline'], (pdf) => void pdf.catalog.delete(name('Outlines'))],
  [
    'an entry of the outline less',
    ['P30 entries of the outline'],
    (pdf) => {
      const whole = pdf.catalog.lookup(name('Outlines'), PDFDict).lookup(name('First'), PDFDict)
      const section = whole.lookup(name('First'), PDFDict)
      whole.set(name('First'), section.get(name('Next')) as library.PDFObject)
      section.lookup(name('Next'), PDFDict).delete(name('Prev'))
    }
  ],
  [
    'an entry of the outline of another name',
    ['P30 entries of the outline'],
    (pdf) =>
      pdf.catalog
        .lookup(name('Outlines'), PDFDict)
        .lookup(name('First'), PDFDict)
        .set(name('Title'), PDFHexString.fromText('Tides'))
  ],
  ['no page labels', ['P30 page labels'], (pdf) => void pdf.catalog.delete(name('PageLabels'))]
]

const archivalDefects: ReadonlyArray<Defect> = [
  [
    'no output intent',
    ['P24 what its colours mean (output intent)', archival],
    (pdf) => void pdf.catalog.delete(name('OutputIntents'))
  ],
  ['no identifier', ['P24 identifier in the trailer', archival], (pdf) => void delete pdf.context.trailerInfo.ID],
  [
    'a stream in LZW',
    [archival, 'P24 streams compressed by LZW'],
    (pdf) => void pdf.context.register(pdf.context.stream(Uint8Array.of(0x80, 0x40, 0x40), {Filter: 'LZWDecode'}))
  ],
  [
    'a link that is not printed',
    [archival, 'P24 annotations that are not printed'],
    (pdf) => first(links(pdf)).set(name('F'), PDFNumber.of(0))
  ],
  [
    'a file that is elsewhere',
    [archival],
    (pdf) => void pdf.context.register(pdf.context.obj({Type: 'Filespec', F: PDFString.of('other.pdf')}))
  ]
]

describe.skipIf(!canMeasure)('what is measured of objects', () => {
  const {print} = testBrowser()
  const missed = measuring()
  let [made, forArchives]: Array<Made> = []
  beforeAll(async () => {
    made = await sample({print})
    forArchives = await sample({print, front: 'archival: true\n'})
  })

  it('misses nothing in what is well set', async () => {
    expect(await found(made)).toEqual([])
    expect(await found(forArchives)).toEqual([])
    expect(await found(made, () => undefined)).toEqual([])
  })

  it.each(defects)('finds %s', async (_, wanted, spoil) => {
    expect(await found(made, spoil)).toEqual(wanted)
  })

  it.each(archivalDefects)('finds %s in what is for archives', async (_, wanted, spoil) => {
    expect(await found(forArchives, spoil)).toEqual(wanted)
  })

  /** What is missed, by its name. */
  async function found(from: Made | undefined, spoil?: (pdf: Pdf) => void): Promise<ReadonlyArray<string>> {
    const {pdf, html} = first([from ?? []].flat())
    return missed(spoil === undefined ? pdf : await spoilt(pdf, spoil), html)
  }
})
