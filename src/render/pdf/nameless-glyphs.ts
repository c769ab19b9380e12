import {deflateSync} from 'node:zlib'
import type {PDFDocument} from '@cantoo/pdf-lib'
import {contentOf} from './tags/content.ts'
import type {Library} from './tags/tree.ts'

/** A code other than that of a lacking glyph, and that it stands for U+0000, in a ToUnicode CMap (ISO 32000-1, 9.10.3). */
const nameless = /(<(?!0000>)[\dA-F]{4}>\s*)<0000>/gi

/**
 * Have glyphs that stand for no character, such as the parts of a large brace, stand for one without width: browsers say U+0000 of
 * them, which is no character (PDF/UA-1, 7.21.7). What they are parts of is said by the formula.
 */
export function nameGlyphs(pdf: PDFDocument, library: Library): void {
  const {PDFDict, PDFName, PDFRawStream, PDFRef} = library
  const mapKey = PDFName.of('ToUnicode')
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const old = object instanceof PDFDict ? object.get(mapKey) : undefined
    const map = old instanceof PDFRef ? pdf.context.lookup(old) : undefined
    const text = map instanceof PDFRawStream ? contentOf(map, library) : undefined
    if (text === undefined || text.search(nameless) === -1) continue
    const named = text.replace(/beginbfchar[\s\S]*?endbfchar/g, (chars) => chars.replace(nameless, '$1<200B>'))
    const made = pdf.context.stream(deflateSync(Buffer.from(named, 'latin1')), {Filter: 'FlateDecode'})
    if (old instanceof PDFRef) pdf.context.assign(old, made)
  }
}
