import * as library from '@cantoo/pdf-lib'
import {readContent} from '../../src/render/pdf/tags/content.ts'
import {contentInOrder} from '../../src/render/pdf/tags/content-in-order.ts'
import {operations} from '../../src/render/pdf/tags/operations.ts'
import {pageFonts} from '../../src/render/pdf/tags/page-fonts.ts'
import {shownStrings} from '../../src/render/pdf/tags/shown-strings.ts'
import {readStructure} from '../../src/render/pdf/tags/structure.ts'

const {PDFHexString, PDFString} = library

/** The text of a PDF in the order of the tags, blocks on lines of their own. */
export function pdfText(pdf: library.PDFDocument): string {
  const fontsOf = pageFonts(library)
  const texts = new Map<library.PDFDict, Map<number, string>>()
  for (const page of pdf.getPages()) texts.set(page.node, textsOf(readContent(page, library) ?? '', fontsOf(page)))
  const pieces = [...contentInOrder(readStructure(pdf, library))].map((content) =>
    content?.page === undefined ? '\n' : (texts.get(content.page)?.get(content.number) ?? '')
  )
  return pieces.join('')
}

/** All that is painted on a page, tagged or not, in the order of painting. */
export function paintedText(page: library.PDFPage): string {
  return [...textsOf(readContent(page, library) ?? '', pageFonts(library)(page)).values()].join('')
}

function textsOf(content: string, fonts: ReturnType<ReturnType<typeof pageFonts>>): Map<number, string> {
  const texts = new Map<number, string>()
  let [number, font] = [-1, '']
  for (const {operator, start, end, name} of operations(content)) {
    const operands = content.slice(start, end - operator.length).trim()
    if (operator === 'BDC') number = Number(/MCID (\d+)/.exec(operands)?.[1] ?? number)
    if (operator === 'Tf') font = name ?? ''
    if (operator !== 'Tj') continue
    const bytes = shownStrings(operands).flatMap(({operand}) => {
      const inner = operand.slice(1, -1)
      return [...(operand.startsWith('<') ? PDFHexString.of(inner) : PDFString.of(inner)).asBytes()]
    })
    const codes = Array.from(
      {length: bytes.length / 2},
      (_, index) => (bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0)
    )
    const text = codes.map((code) => fonts.get(font)?.texts.get(code) ?? '').join('')
    texts.set(number, (texts.get(number) ?? '') + text)
  }
  return texts
}
