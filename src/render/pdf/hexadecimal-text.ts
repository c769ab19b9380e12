import type {PDFHexString, PDFObject} from '@cantoo/pdf-lib'

type Library = typeof import('@cantoo/pdf-lib')

/** A text string in UTF-16 (ISO 32000-1, 7.9.2.2); pdf-lib's own makes a text of each letter. */
export function hexadecimalText(text: string, {PDFHexString}: Library): PDFHexString {
  return PDFHexString.of(Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex').toUpperCase())
}

/** What a text string says; `undefined` for what is none. pdf-lib's own makes a text and a number of each two digits. */
export function textIn(value: PDFObject | undefined, {PDFHexString, PDFString}: Library): string | undefined {
  if (value instanceof PDFString) return value.decodeText()
  if (!(value instanceof PDFHexString)) return undefined
  const digits = value.asString()
  const bytes = Buffer.from(digits, 'hex')
  // What is no digit ends what is read.
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0 && 2 * bytes.length === digits.length
  return isUtf16 ? bytes.subarray(2).swap16().toString('utf16le') : value.decodeText()
}
