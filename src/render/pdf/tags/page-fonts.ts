import type {PDFPage, PDFStream} from '@cantoo/pdf-lib'
import {contentOf} from './content.ts'
import type {Library} from './tree.ts'

/** What the codes of a font, two bytes each, stand for; and its code of a space, four hexadecimal digits. */
export interface PageFont {
  readonly texts: ReadonlyMap<number, string>
  readonly space: string | undefined
  /** What operands of `Tj` were found to say, by those: most show one glyph, the same as others. */
  readonly said: Map<string, Said>
}

/** A text, and where its last white space stands in it; negative if it has none. */
export interface Said {
  readonly text: string
  readonly space: number
}

/** Reads the fonts of a page by their names in its resources; each font of the document is read once. */
export function pageFonts(library: Library): (page: PDFPage) => ReadonlyMap<string, PageFont> {
  const {PDFDict, PDFName, PDFRawStream} = library
  const read = new Map<PDFStream, PageFont>()
  return (page) => {
    const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict)
    const found = new Map<string, PageFont>()
    for (const name of fonts?.keys() ?? []) {
      const stream = fonts?.lookupMaybe(name, PDFDict)?.lookup(PDFName.of('ToUnicode'))
      if (!(stream instanceof PDFRawStream)) continue
      const font = read.get(stream) ?? fontOf(contentOf(stream, library) ?? '')
      read.set(stream, font)
      found.set(name.decodeText(), font)
    }
    return found
  }
}

/** Read a ToUnicode CMap (ISO 32000-1, 9.10.3). */
function fontOf(map: string): PageFont {
  const texts = new Map<number, string>()
  for (const [, body = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>/g))
      texts.set(hexadecimal(code), utf16(text))
  }
  for (const [, body = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', text = ''] of body.matchAll(/<(\w{4})>\s*<(\w{4})>\s*<(\w+)>/g)) {
      const [first, base] = [hexadecimal(from), utf16(text)]
      const last = base.charCodeAt(base.length - 1)
      for (let code = first; code <= hexadecimal(to); code += 1)
        texts.set(code, base.slice(0, -1) + String.fromCharCode(last + code - first))
    }
  }
  const [space] = [...texts].find(([, text]) => text === ' ') ?? []
  return {texts, space: space?.toString(16).padStart(4, '0'), said: new Map()}
}

function hexadecimal(digits: string): number {
  return Number.parseInt(digits, 16)
}

function utf16(digits: string): string {
  return String.fromCharCode(...(digits.match(/\w{4}/g) ?? []).map(hexadecimal))
}
