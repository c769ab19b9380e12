import type {PDFDocument, PDFObject, PDFPage, PDFRef} from '@cantoo/pdf-lib'
import {PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString} from '@cantoo/pdf-lib'

/** A place on a page, which is counted from 0; points from its lower left corner. */
export interface Spot {
  readonly page: number
  readonly x: number
  readonly y: number
}

export interface PrintedLink extends Spot {
  /** Of the place in the document that it leads to, or the address. */
  readonly name: string
  readonly width: number
  readonly height: number
}

/** Of each note its place, and that of the first link that calls it, by what the PDF says of its destinations. */
export function notesOf(pdf: PDFDocument): ReadonlyArray<{readonly call: Spot; readonly place: Spot}> {
  const calls = new Map<string, Spot>()
  for (const link of linksOf(pdf))
    if (link.name.startsWith('note-') && !calls.has(link.name)) calls.set(link.name, link)
  return [...calls].map(([name, call]) => ({call, place: placeOf(name, pdf)}))
}

/** Where a destination is. */
export function placeOf(name: string, pdf: PDFDocument): Spot {
  const found = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.lookup(PDFName.of(name), PDFArray)
  const page = pdf.getPages().findIndex(({ref}) => ref === (found?.get(0) as PDFRef))
  const [x = 0, y = 0] = [2, 3].map((index) => found?.lookup(index, PDFNumber).asNumber())
  return {page, x, y}
}

/** The links of all pages, by their annotations. */
export function linksOf(pdf: PDFDocument): ReadonlyArray<PrintedLink> {
  return pdf.getPages().flatMap((page, index) => linksOn(page).map((link) => ({...link, page: index})))
}

function linksOn({node}: PDFPage): ReadonlyArray<Omit<PrintedLink, 'page'>> {
  const annotations = node.lookupMaybe(PDFName.of('Annots'), PDFArray)
  return (annotations?.asArray() ?? []).flatMap((reference) => {
    const link = node.context.lookup(reference, PDFDict)
    const [x = 0, y = 0, right = 0, top = 0] = [0, 1, 2, 3].map((index) =>
      link.lookup(PDFName.of('Rect'), PDFArray).lookup(index, PDFNumber).asNumber()
    )
    const action = link.lookupMaybe(PDFName.of('A'), PDFDict)
    const name = nameOf(action === undefined ? link.lookup(PDFName.of('Dest')) : action.lookup(PDFName.of('URI')))
    return name === undefined ? [] : [{name, x, y, width: right - x, height: top - y}]
  })
}

function nameOf(object: PDFObject | undefined): string | undefined {
  if (object instanceof PDFName || object instanceof PDFString || object instanceof PDFHexString)
    return object.decodeText()
  return undefined
}
