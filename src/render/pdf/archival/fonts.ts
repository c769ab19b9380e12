import type {PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import type {Finding} from '../check/index.ts'
import {contentOf} from '../tags/content.ts'
import type {Library} from '../tags/tree.ts'

/** Whether fonts are embedded, and their codes lead to glyphs and to characters (6.2.11; 6.2.11.7 for the levels A and U). */
export function* checkFonts({context}: PDFDocument, library: Library): Generator<Finding> {
  const {PDFDict, PDFName} = library
  for (const [, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font'))
      yield* checkFont(object, library)
}

/** Whether codes stand for characters of private use, which level A wants said in other words (6.7.3.6). */
export function hasPrivateCharacters({context}: PDFDocument, library: Library): boolean {
  const {PDFDict, PDFName, PDFRawStream} = library
  return context.enumerateIndirectObjects().some(([, object]) => {
    const map = object instanceof PDFDict ? object.lookup(PDFName.of('ToUnicode')) : undefined
    return map instanceof PDFRawStream && />\s*<(?:E[\dA-F]|F[0-8])[\dA-F]{2}>/i.test(contentOf(map, library) ?? '')
  })
}

function* checkFont(font: PDFDict, library: Library): Generator<Finding> {
  const {PDFDict, PDFName, PDFStream} = library
  const kind = font.lookup(PDFName.of('Subtype'))
  const name = font.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? 'without a name'
  const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
  if (kind !== PDFName.of('Type0') && kind !== PDFName.of('Type3')) {
    const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)) === true)
    if (!isEmbedded) yield {condition: '6.2.11.4', what: `the font ${name} is not embedded`}
  }
  const glyphs = font.lookup(PDFName.of('CIDToGIDMap'))
  if (kind === PDFName.of('CIDFontType2') && glyphs !== PDFName.of('Identity') && !(glyphs instanceof PDFStream))
    yield {condition: '6.2.11.3', what: `the font ${name} does not say which glyphs its codes stand for`}
  if (kind === PDFName.of('CIDFontType0') || kind === PDFName.of('CIDFontType2')) return
  const encoding = font.lookup(PDFName.of('Encoding'))
  if (kind === PDFName.of('Type0') && encoding !== PDFName.of('Identity-H') && !(encoding instanceof PDFStream))
    yield {condition: '6.2.11.3', what: `the codes of the font ${name} are those of another file`}
  yield* checkCharacters(font, name, library)
}

function* checkCharacters(font: PDFDict, name: string, library: Library): Generator<Finding> {
  const map = font.lookup(library.PDFName.of('ToUnicode'))
  const text = map instanceof library.PDFRawStream ? contentOf(map, library) : undefined
  if (text === undefined)
    yield {condition: '6.2.11.7', what: `the font ${name} does not say which characters its codes stand for`}
  else if (/>\s*<(?:0000|FEFF|FFFE)>/i.test(text))
    yield {condition: '6.2.11.7', what: `codes of the font ${name} stand for no character`}
}
