import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {PDFName} from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {measureFile} from '../../../bench/measure/file.ts'
import {testBrowser} from '../../support/browser.ts'
import {altered, restyled} from './printing.ts'
import type {Made, Making} from './sample.ts'
import {canMeasure, folderOfTest, measuring, sample} from './sample.ts'
import {spoilt} from './spoil.ts'

const long = 'T1 characters in a full line, median'

type Change = Omit<Making, 'print'> & {readonly rules?: string; readonly change?: (html: string) => string}

/** How the sample is set otherwise, and what must be missed then, and nothing else. */
const settings: ReadonlyArray<readonly [string, ReadonlyArray<string>, Change]> = [
  ['lines that are too long', [long], {rules: 'html { font-size: 8.5pt }'}],
  ['lines that are too short', [long], {rules: 'html { font-size: 16pt; line-height: 20pt }'}],
  ['lines that are too long for two columns', [long], {template: 'two-column', rules: 'html { font-size: 8pt }'}],
  ['loose lines', ['T3 loose lines'], {rules: '.body section:nth-of-type(4) > p { word-spacing: 0.5em }'}],
  [
    'a last line of a few letters',
    ['T4 last lines of fewer than 4 characters'],
    {change: (html) => html.replace(/<\/p>(?=\s*<\/section>)/, '<br>it.</p>')}
  ],
  ['letters that are not kerned', ['T5 kerning'], {rules: '* { font-kerning: none !important }'}],
  ['notes that are not kerned', ['T5 kerning'], {rules: '.notes { font-kerning: none }'}],
  [
    'a running head above the title',
    ['T8 running heads above the title'],
    {rules: '@page :first { @top-center { content: "A head" !important } }'}
  ],
  [
    'lines of a copy for reviewers that are near each other',
    ['T9 from line to line, by the size of type'],
    {front: 'review: true\n', dots: 2000, rules: '.body p { line-height: 20pt }'}
  ]
]

describe.skipIf(!canMeasure)('what is measured of lines', () => {
  const {print} = testBrowser()
  const missed = measuring()

  it.each(settings)('finds %s', async (_, wanted, {rules, change = (same) => same, ...making}) => {
    const set = rules === undefined ? altered(print, change) : restyled(print, rules)
    const {pdf, html} = await sample({...making, print: set})
    expect(await missed(pdf, html)).toEqual(wanted)
  })
})

describe.skipIf(!canMeasure)('what is measured of the file itself', () => {
  const {print} = testBrowser()
  const folder = folderOfTest()
  let made: Made
  beforeAll(async () => {
    made = await sample({print})
  })

  it('tells the same bytes from others', async () => {
    const [one, again, other] = [join(folder, 'one.pdf'), join(folder, 'again.pdf'), join(folder, 'other.pdf')]
    const at = Math.floor(made.pdf.length / 2)
    writeFileSync(one, made.pdf)
    writeFileSync(again, (await sample({print})).pdf)
    writeFileSync(
      other,
      Uint8Array.from(made.pdf, (byte, index) => (index === at ? byte ^ 1 : byte))
    )
    expect(await bytesOf(one, again)).toMatchObject({value: 'the same', holds: true})
    expect(await bytesOf(one, other)).toMatchObject({value: 'others', holds: false})
  })

  it('tells its version, the later of those that header and catalog say', async () => {
    const later = await spoilt(made.pdf, ({catalog}) => catalog.set(PDFName.of('Version'), PDFName.of('2.0')))
    const header = made.pdf.slice()
    header.set(new TextEncoder().encode('%PDF-2.0'))
    const versions = [made.pdf, later, header].map(async (pdf) => {
      const path = join(folder, `${pdf.length}${pdf[5]}.pdf`)
      writeFileSync(path, pdf)
      return (await measureFile(path, {})).all.find(({id}) => id === 'P25')?.value
    })
    expect(await Promise.all(versions)).toEqual(['1.7', '2.0', '2.0'])
  })

  async function bytesOf(path: string, again: string) {
    return (await measureFile(path, {again})).all.find(({id}) => id === 'P26')
  }
})
