import type {PDFName as Name, PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import type {Library} from './tree.ts'

/** How many bytes a name may have (ISO 32000-1, annex C.2). */
const longest = 127

/** Give places whose names are too long, such as Cyrillic headings in percent signs, short ones; links lead there by those. */
export function shortenNames(pdf: PDFDocument, library: Library): void {
  const {PDFArray, PDFDict, PDFName} = library
  const places = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  const names = places === undefined ? new Map<Name, Name>() : shortNames(places, library)
  for (const [long, short] of names) {
    const place = places?.get(long)
    if (place !== undefined) places?.set(short, place)
    places?.delete(long)
  }
  if (names.size === 0) return
  for (const {node} of pdf.getPages()) {
    const annotations = node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const annotation = annotations?.lookup(index, PDFDict)
      const target = annotation?.get(PDFName.of('Dest'))
      const short = target instanceof PDFName ? names.get(target) : undefined
      if (short !== undefined) annotation?.set(PDFName.of('Dest'), short)
    }
  }
}

function shortNames(places: PDFDict, {PDFName}: Library): ReadonlyMap<Name, Name> {
  const taken = new Set(places.keys())
  const long = places.keys().filter((name) => name.asBytes().length > longest)
  let number = 0
  return new Map(
    long.map((name) => {
      do number += 1
      while (taken.has(PDFName.of(`place-${number}`)))
      return [name, PDFName.of(`place-${number}`)]
    })
  )
}
