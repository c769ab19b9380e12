import type {PDFHexString} from '@cantoo/pdf-lib'

type Library = typeof import('@cantoo/pdf-lib')

/** A text string in UTF-16 (ISO 32000-1, 7.9.2.2); pdf-lib's own makes a text of each letter. */
export function hexadecimalText(text: string, {PDFHexString}: Library): PDFHexString {
  return PDFHexString.of(Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex').toUpperCase())
}
