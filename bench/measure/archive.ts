import {readFileSync} from 'node:fs'
import type {PDFDocument} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import {checkArchival} from '../../src/render/pdf/archival/index.ts'
import {within} from './blocks.ts'
import type {Scene} from './fragments.ts'
import {addressOf, annotationsOf, textOf} from './links.ts'
import type {Measure} from './measure.ts'
import {absent, measure, none} from './measure.ts'

const {PDFArray, PDFDict, PDFName, PDFNumber} = library
const name = (text: string) => PDFName.of(text)

/** What an archive asks for, and what leads from the document to others. */
export function measureArchive(pdf: PDFDocument, scene: Scene): ReadonlyArray<Measure> {
  const intents = pdf.catalog.lookupMaybe(name('OutputIntents'), PDFArray)
  const lzw = pdf.context.enumerateIndirectObjects().filter(([, object]) => filterOf(object).includes('LZWDecode'))
  const flags = pdf
    .getPages()
    .flatMap(annotationsOf)
    .filter((link) => link.lookupMaybe(name('F'), PDFNumber)?.asNumber() !== 4)
  const clauses = [...new Set(checkArchival(pdf, library).map(({condition}) => condition))]
  return [
    isForArchives(pdf)
      ? measure('P24', 'what its colours mean (output intent)', intents ? 'yes' : 'no', 'yes', intents !== undefined)
      : absent('P24', 'what its colours mean (output intent)', 'not asked for: it is not for archives'),
    isForArchives(pdf)
      ? none('P24', 'clauses of PDF/A not kept', clauses)
      : absent('P24', 'clauses of PDF/A not kept', 'not asked for: it is not for archives'),
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

/** The later of what header and catalog say (ISO 32000-1, 7.2.2). */
function versionOf(pdf: PDFDocument): string {
  const written = pdf.catalog.lookupMaybe(name('Version'), PDFName)?.decodeText() ?? ''
  const header = String(pdf.context.header).replace(/^%PDF-|\s[\s\S]*$/g, '')
  return [written, header].sort().at(-1) ?? ''
}

function filterOf(object: library.PDFObject): string {
  return object instanceof library.PDFStream ? String(object.dict.lookup(name('Filter'))) : ''
}

function doisWithoutLinks(pdf: PDFDocument, {blocks}: Scene): ReadonlyArray<string> {
  const addresses = pdf
    .getPages()
    .flatMap((page) =>
      annotationsOf(page).map((link) => plain(decodeURIComponent(addressOf(link).replace(/%(?![\da-f]{2})/gi, '%25'))))
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

/** The entries of the outline say what the headings say, in their order. */
function outline(pdf: PDFDocument, {blocks}: Scene): Measure {
  const headings = blocks.filter((block) => /^H\d?$/.test(block.path.at(-1) ?? ''))
  const root = pdf.catalog.lookupMaybe(name('Outlines'), PDFDict)
  const entries = root === undefined ? [] : entriesOf(root)
  const said = headings.map(patternOf)
  const other = entries.find((entry, index) => said[index]?.test(letters(entry)) === false)
  const holds = entries.length === headings.length && other === undefined
  return measure(
    'P30',
    'entries of the outline',
    other === undefined ? String(entries.length) : `${entries.length}, one is no heading: “${other}”`,
    `${headings.length}, as there are headings`,
    holds
  )
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** What an entry says of a heading: its letters, and anything where it has a formula. */
function patternOf({texts}: Scene['blocks'][number]): RegExp {
  const parts = texts.map(({text, inFormula}) => (inFormula ? '.*' : letters(text)))
  return new RegExp(`^${parts.join('')}$`, 'u')
}

function entriesOf(parent: library.PDFDict): ReadonlyArray<string> {
  const all: Array<string> = []
  for (let entry = parent.lookupMaybe(name('First'), PDFDict); entry; entry = entry.lookupMaybe(name('Next'), PDFDict))
    all.push(textOf(entry.lookup(name('Title'))), ...entriesOf(entry))
  return all
}
