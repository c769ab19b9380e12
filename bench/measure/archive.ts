import {readFileSync} from 'node:fs'
import type {PDFDocument} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import {within} from './blocks.ts'
import type {Scene} from './fragments.ts'
import type {Measure} from './measure.ts'
import {absent, measure, none} from './measure.ts'
import {annotationsOf} from './notes.ts'

const {PDFArray, PDFDict, PDFName, PDFNumber, PDFString, PDFHexString} = library
const name = (text: string) => PDFName.of(text)

/** What an archive asks for, and what leads from the document to others. */
export function measureArchive(pdf: PDFDocument, scene: Scene): ReadonlyArray<Measure> {
  const intents = pdf.catalog.lookupMaybe(name('OutputIntents'), PDFArray)
  const lzw = pdf.context.enumerateIndirectObjects().filter(([, object]) => filterOf(object).includes('LZWDecode'))
  const unprinted = pdf
    .getPages()
    .flatMap(annotationsOf)
    .filter((link) => link.lookup(name('F')) !== PDFNumber.of(4))
  const flags = unprinted.filter((link) => link.lookupMaybe(name('F'), PDFNumber)?.asNumber() !== 4)
  return [
    isForArchives(pdf)
      ? measure('P24', 'what its colours mean (output intent)', intents ? 'yes' : 'no', 'yes', intents !== undefined)
      : absent('P24', 'what its colours mean (output intent)', 'not asked for: it is not for archives'),
    none(
      'P24',
      'streams compressed by LZW',
      lzw.map(([reference]) => reference.toString())
    ),
    none(
      'P24',
      'annotations that are not printed',
      flags.map(() => 'a link')
    ),
    measure('P25', 'version of PDF; PDF/UA-2 needs 2.0', versionOf(pdf), '', undefined),
    none('P29', 'DOIs in lists that are no links', doisWithoutLinks(pdf, scene)),
    outline(pdf, scene)
  ]
}

/** Whether the metadata claims PDF/A. */
function isForArchives(pdf: PDFDocument): boolean {
  const stream = pdf.catalog.lookup(name('Metadata'))
  return stream instanceof library.PDFRawStream && new TextDecoder().decode(stream.contents).includes('pdfaid')
}

/** Whether another build made the same bytes. */
export function measureAgain(path: string, again: string): Measure {
  const same = readFileSync(path).equals(readFileSync(again))
  return measure('P26', 'bytes of another build', same ? 'the same' : 'others', 'the same', same)
}

function versionOf(pdf: PDFDocument): string {
  const written = pdf.catalog.lookup(name('Version'))
  return written instanceof PDFName
    ? written.decodeText()
    : String(pdf.context.header).replace(/^%PDF-|\s[\s\S]*$/g, '')
}

function filterOf(object: library.PDFObject): string {
  return object instanceof library.PDFStream ? String(object.dict.lookup(name('Filter'))) : ''
}

function doisWithoutLinks(pdf: PDFDocument, {blocks}: Scene): ReadonlyArray<string> {
  const addresses = pdf.getPages().flatMap((page) =>
    annotationsOf(page).map((link) => {
      const address = link.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI'))
      const text = address instanceof PDFString || address instanceof PDFHexString ? address.decodeText() : ''
      return plain(decodeURIComponent(text.replace(/%(?![\da-f]{2})/gi, '%25')))
    })
  )
  const all = addresses.join('\n')
  const entries = blocks.filter((block) => within(block, 'LBody'))
  const texts = entries.map(({lines}) => lines.map(({text}) => text).join(''))
  const dois = texts.flatMap((text) => text.match(/(?<![\d.])10\.\d{4,9}\/[^\s,;)\]]+/g) ?? [])
  return dois.filter((doi) => !all.includes(plain(doi).slice(0, 16)))
}

/** Without what a line's end may take from it. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[-\u2010\u00ad.]/g, '')
}

/** As many entries as there are headings. */
function outline(pdf: PDFDocument, {blocks}: Scene): Measure {
  const headings = blocks.filter((block) => /^H\d?$/.test(block.path.at(-1) ?? '')).length
  const root = pdf.catalog.lookupMaybe(name('Outlines'), PDFDict)
  const entries = root === undefined ? 0 : entriesOf(root)
  return measure(
    'P30',
    'entries of the outline',
    String(entries),
    `${headings}, as there are headings`,
    entries === headings
  )
}

function entriesOf(parent: library.PDFDict): number {
  let count = 0
  for (let entry = parent.lookupMaybe(name('First'), PDFDict); entry; entry = entry.lookupMaybe(name('Next'), PDFDict))
    count += 1 + entriesOf(entry)
  return count
}
