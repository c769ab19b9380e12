import type {PDFDocument, PDFPage} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'

const {PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFString} = library
const name = (text: string) => PDFName.of(text)

/** Annotations of a page. */
export function annotationsOf(page: PDFPage): ReadonlyArray<library.PDFDict> {
  const list = page.node.lookupMaybe(name('Annots'), PDFArray)
  return Array.from({length: list?.size() ?? 0}, (_, at) => list?.lookupMaybe(at, PDFDict)).filter(
    (annotation) => annotation !== undefined
  )
}

/** The address that a link leads to, empty if it leads to none. */
export function addressOf(link: library.PDFDict): string {
  return textOf(link.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI')))
}

/** How many links lead to places within the document that it does not have: to names that nothing bears, to pages that are gone. */
export function deadLinks(pdf: PDFDocument): number {
  const pages = new Set(pdf.getPages().map(({ref}) => ref.toString()))
  const known = namedPlaces(pdf)
  return pdf
    .getPages()
    .flatMap(annotationsOf)
    .filter((link) => isDead(targetOf(link))).length

  function isDead(target: library.PDFObject | undefined): boolean {
    if (target === undefined) return false
    const place = target instanceof PDFArray ? target : known.get(nameOf(target) ?? '')
    const page = place?.get(0)
    return !(page instanceof PDFRef && pages.has(page.toString()))
  }
}

/** Where a link leads to within the document: an array, or the name of one (ISO 32000-1, 12.3.2). */
function targetOf(link: library.PDFDict): library.PDFObject | undefined {
  const action = link.lookupMaybe(name('A'), PDFDict)
  return link.lookup(name('Dest')) ?? (action?.get(name('S')) === name('GoTo') ? action.lookup(name('D')) : undefined)
}

/** Places by their names: those of the catalog, and those of the tree of names. */
function namedPlaces(pdf: PDFDocument): ReadonlyMap<string, library.PDFArray> {
  const known = new Map<string, library.PDFArray>()
  const old = pdf.catalog.lookupMaybe(name('Dests'), PDFDict)
  for (const key of old?.keys() ?? []) note(key.decodeText(), old?.lookup(key))
  const tree = pdf.catalog.lookupMaybe(name('Names'), PDFDict)?.lookupMaybe(name('Dests'), PDFDict)
  if (tree !== undefined) visit(tree)
  return known

  function visit(node: library.PDFDict): void {
    const names = node.lookupMaybe(name('Names'), PDFArray)
    for (let at = 0; at + 1 < (names?.size() ?? 0); at += 2) note(textOf(names?.lookup(at)), names?.lookup(at + 1))
    const kids = node.lookupMaybe(name('Kids'), PDFArray)
    for (let at = 0; at < (kids?.size() ?? 0); at += 1) visit(kids?.lookup(at, PDFDict) as library.PDFDict)
  }

  function note(key: string, place: library.PDFObject | undefined): void {
    const array = place instanceof PDFDict ? place.lookup(name('D')) : place
    if (array instanceof PDFArray) known.set(key, array)
  }
}

function nameOf(target: library.PDFObject): string | undefined {
  return target instanceof PDFName ? target.decodeText() : textOf(target) || undefined
}

/** What a string says; empty for all else. */
export function textOf(value: library.PDFObject | undefined): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}
