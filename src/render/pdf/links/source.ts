import type {PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import type {Library} from '../tags/tree.ts'

/** Makes an annotation that leads to an address, as browsers make them; `undefined` for a place that the document does not name. */
export function sourceOf(
  address: string | undefined,
  {catalog, context}: PDFDocument,
  {PDFDict, PDFName, PDFString}: Library
): (() => PDFDict) | undefined {
  if (address === undefined) return undefined
  const common = {Type: 'Annot', Subtype: 'Link', F: 4, Border: [0, 0, 0]}
  if (!address.startsWith('#')) {
    return () => context.obj({...common, A: {Type: 'Action', S: 'URI', URI: PDFString.of(escaped(address))}})
  }
  const named = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  const name = [address.slice(1), unescaped(address.slice(1))].map((each) => PDFName.of(each))
  const found = name.find((each) => named?.has(each) === true)
  return found === undefined ? undefined : () => context.obj({...common, Dest: found})
}

/** Brackets and backslashes of a string (ISO 32000-1, 7.3.4.2). */
function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&')
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
