import type {PDFDict} from '@cantoo/pdf-lib'
import {contentOf} from '../tags/content.ts'
import {nameOf} from '../tags/tree.ts'
import type {Checked} from './checked.ts'
import type {Finding} from './finding.ts'

/** Whether fonts are embedded and their codes known as characters (PDF/UA-1, 7.21), embedded files named (7.11), and no page lies elsewhere (7.20). */
export function* checkObjects(checked: Checked): Generator<Finding> {
  const {pdf, library} = checked
  const {PDFDict, PDFStream} = library
  const [type, font, elsewhere] = [nameOf('Type', library), nameOf('Font', library), nameOf('Ref', library)]
  const [embedded, file, unicode] = [nameOf('EF', library), nameOf('F', library), nameOf('UF', library)]
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream && object.dict.has(elsewhere))
      yield {condition: '30-001', what: 'what a page shows is in another file'}
    if (!(object instanceof PDFDict)) continue
    if (object.get(type) === font) yield* checkFont(object, checked)
    if (object.has(embedded) && !(object.has(file) && object.has(unicode)))
      yield {condition: '21-001', what: 'an embedded file has no name'}
  }
}

function* checkFont(font: PDFDict, {library}: Checked): Generator<Finding> {
  const {PDFArray, PDFDict, PDFName, PDFRawStream, PDFStream} = library
  const kind = font.lookup(PDFName.of('Subtype'))
  // The fonts below a composite one are reached through it.
  if (kind === PDFName.of('CIDFontType0') || kind === PDFName.of('CIDFontType2')) return
  const name = font.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? 'without a name'
  const map = font.lookup(PDFName.of('ToUnicode'))
  if (map instanceof PDFRawStream && />\s*<(?:0000|FEFF|FFFE)>/i.test(contentOf(map, library) ?? ''))
    yield {condition: '31-028', what: `codes of the font ${name} stand for no character`}
  if (!(map instanceof PDFStream))
    yield {condition: '31-027', what: `the font ${name} does not say which characters its codes stand for`}
  if (kind === PDFName.of('Type3')) return
  const below = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict) ?? font
  const descriptor = below.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
  const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)) === true)
  if (!isEmbedded) yield {condition: '31-009', what: `the font ${name} is not embedded`}
}
