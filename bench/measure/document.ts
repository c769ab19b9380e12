import type {PDFDocument, PDFObject} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import {check} from '../../src/render/pdf/check/index.ts'
import {deadLinks, textOf} from './links.ts'
import type {Measure} from './measure.ts'
import {measure} from './measure.ts'
import {run} from './tool.ts'

const {PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream} = library
const name = (text: string) => PDFName.of(text)

/** What a PDF is by its objects. */
export function measureDocument(pdf: PDFDocument, path: string): ReadonlyArray<Measure> {
  const qpdf = run('qpdf', ['--check', path])
  const images = run('pdfimages', ['-list', path])
  const findings = check(pdf, library)
  const conditions = [...new Set(findings.map(({condition}) => condition))].join(', ')
  const odd = oddities(pdf)
  const fonts = fontsOf(pdf)
  const apart = disagreements(pdf)
  const astray = deadLinks(pdf)
  return [
    measure('P20', 'qpdf finds', qpdf && (qpdf.well ? 'nothing' : 'faults'), 'nothing', qpdf?.well),
    measure('P20', 'encryption, scripts, forms', odd.join(', ') || 'none', 'none', odd.length === 0),
    measure('P21', 'Info and XMP disagree on', apart.join(', ') || 'nothing', 'nothing', apart.length === 0),
    measure('P22', 'conditions of the Matterhorn Protocol met', conditions || 'none', 'none', findings.length === 0),
    measure('P23', 'fonts of Type 3', String(fonts.type3), '0', fonts.type3 === 0),
    measure('P23', 'families of fonts', fonts.families.join(', '), 'one for text', textFamilies(fonts.families) <= 1),
    measure(
      'P24',
      'identifier in the trailer',
      pdf.context.trailerInfo.ID ? 'yes' : 'no',
      'yes',
      Boolean(pdf.context.trailerInfo.ID)
    ),
    measure('P29', 'links within that lead nowhere', String(astray), '0', astray === 0),
    measure(
      'P30',
      'outline',
      pdf.catalog.has(name('Outlines')) ? 'yes' : 'no',
      'yes',
      pdf.catalog.has(name('Outlines'))
    ),
    ...(images === undefined
      ? [measure('P31', 'resolution of pictures', undefined, '', undefined)]
      : resolution(images.text))
  ]
}

function oddities(pdf: PDFDocument): ReadonlyArray<string> {
  const objects = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => dictionariesIn(object))
  const acts = objects.some((each) => each.has(name('AA')) || each.get(name('S')) === name('JavaScript'))
  const names = pdf.catalog.lookupMaybe(name('Names'), PDFDict)
  return [
    ...(pdf.catalog.has(name('AcroForm')) ? ['a form'] : []),
    ...(acts || names?.has(name('JavaScript')) === true ? ['scripts'] : [])
  ]
}

/** A dictionary and those that are written within it. */
function dictionariesIn(object: PDFObject): ReadonlyArray<library.PDFDict> {
  if (object instanceof PDFArray) return object.asArray().flatMap(dictionariesIn)
  return object instanceof PDFDict ? [object, ...object.values().flatMap(dictionariesIn)] : []
}

function fontsOf(pdf: PDFDocument): {type3: number; families: ReadonlyArray<string>} {
  const fonts = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && object.get(name('Type')) === name('Font') ? [object] : []))
  const type3 = fonts.filter((font) => font.get(name('Subtype')) === name('Type3')).length
  const names = fonts.flatMap((font) => font.lookupMaybe(name('BaseFont'), PDFName)?.decodeText() ?? [])
  return {type3, families: [...new Set(names.map((each) => each.replace(/^[A-Z]{6}\+|-.*$/g, '')))].sort()}
}

/** How many families are neither for formulas nor for code, nor have the letters that the others lack: Tinos, and fonts of machines. */
function textFamilies(families: ReadonlyArray<string>): number {
  return new Set(families.filter((family) => !/math|mono|^(?:dejavu|liberation|noto|tinos)/i.test(family))).size
}

/** Title, authors, subject and keywords stand in two places, and are to be the same; there is to be a title. */
function disagreements(pdf: PDFDocument): ReadonlyArray<string> {
  const info = pdf.context.lookupMaybe(pdf.context.trailerInfo.Info, PDFDict)
  const stream = pdf.catalog.lookup(name('Metadata'))
  const packet = stream instanceof PDFRawStream ? new TextDecoder().decode(stream.contents) : ''
  const said = (tag: string) => {
    const inner = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(packet)?.[1] ?? ''
    return [...inner.matchAll(/<rdf:li[^>]*>([^<]*)</g)].map(([, text = '']) => unescaped(text))
  }
  const [title = ''] = said('dc:title')
  const pairs = [
    ['title', textOf(info?.lookup(name('Title'))), title],
    ['authors', textOf(info?.lookup(name('Author'))), said('dc:creator').join(', ')],
    ['subject', textOf(info?.lookup(name('Subject'))), said('dc:description')[0] ?? ''],
    ['keywords', textOf(info?.lookup(name('Keywords'))), said('dc:subject').join(', ')]
  ] as const
  return pairs.flatMap(([what, one, other]) => (one === other && (what !== 'title' || one !== '') ? [] : [what]))
}

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"'}
  return text.replace(/&(?:#x([0-9a-f]+)|(\w+));/gi, (whole, code, entity) =>
    code === undefined ? (named[entity] ?? whole) : String.fromCodePoint(Number.parseInt(code, 16))
  )
}

function resolution(list: string): ReadonlyArray<Measure> {
  const rows = list.split('\n').slice(2).filter(Boolean)
  const all = rows.map((row) => Number(row.trim().split(/\s+/).at(-4))).filter(Number.isFinite)
  const least = Math.min(...all)
  return all.length === 0
    ? [measure('P31', 'resolution of pictures', 'there are none', '', true)]
    : [measure('P31', 'least resolution of a picture', `${least} dpi`, '300 dpi', least >= 300)]
}

/** Numbers of pages by which the document names them. */
export function labelled(pdf: PDFDocument): Measure {
  const labels = pdf.catalog.lookupMaybe(name('PageLabels'), PDFDict)?.lookupMaybe(name('Nums'), PDFArray)
  const first = labels?.lookupMaybe(0, PDFNumber)
  return measure('P30', 'page labels', first === undefined ? 'no' : 'yes', 'yes', first !== undefined)
}
