import type {PDFDict, PDFDocument, PDFObject, PDFRef} from '@cantoo/pdf-lib'
import type {Tag} from './structure.ts'
import type {Library} from './tree.ts'
import {nameOf, structureRoot} from './tree.ts'

/**
 * Give notes the identifiers that PDF/UA-1 (7.9) asks for, and header cells new ones: browsers count what they happen to have painted,
 * which is not the same each time. The tree lists them all (ISO 32000-1, 14.7.2, `IDTree`).
 */
export function identify(pdf: PDFDocument, library: Library, elements: ReadonlyArray<Tag>): void {
  const {PDFHexString, PDFRef, PDFString} = library
  const key = nameOf('ID', library)
  const renamed = new Map<string, PDFObject>()
  const counts = {note: 0, part: 0}
  const identified: Array<Identified> = []
  for (const {dict, type, written} of elements) {
    const old = dict.lookup(key)
    const isNamed = old instanceof PDFString || old instanceof PDFHexString
    const isNote = type === 'Note'
    if (!isNamed && !isNote) continue
    const kind = isNote ? 'note' : 'part'
    counts[kind] += 1
    const name = `${kind}-${String(counts[kind]).padStart(6, '0')}`
    const identifier = PDFString.of(name)
    if (isNamed) renamed.set(old.decodeText(), identifier)
    dict.set(key, identifier)
    if (written instanceof PDFRef) identified.push([name, written])
  }
  if (counts.note + counts.part === 0) return
  const attributes = nameOf('A', library)
  for (const {dict} of elements.filter((each) => each.dict.has(attributes))) renameHeaders(dict, renamed, library)
  list(identified, pdf, library)
}

type Identified = readonly [name: string, element: PDFRef]

/** Have a cell name its header cells (ISO 32000-1, 14.8.5.7) as they are named now. */
function renameHeaders(element: PDFDict, renamed: ReadonlyMap<string, PDFObject>, library: Library): void {
  const {PDFArray, PDFDict, PDFHexString, PDFString} = library
  const given = element.lookup(nameOf('A', library))
  const attributes = given instanceof PDFArray ? given.asArray().map((_, index) => given.lookup(index)) : [given]
  for (const each of attributes) {
    const headers = each instanceof PDFDict ? each.lookup(nameOf('Headers', library)) : undefined
    if (!(headers instanceof PDFArray)) continue
    for (let index = 0; index < headers.size(); index += 1) {
      const old = headers.lookup(index)
      const isNamed = old instanceof PDFString || old instanceof PDFHexString
      const identifier = isNamed ? renamed.get(old.decodeText()) : undefined
      if (identifier !== undefined) headers.set(index, identifier)
    }
  }
}

/** Where the tree holds elements by identifier, in the order of these. */
function list(identified: ReadonlyArray<Identified>, pdf: PDFDocument, library: Library) {
  const {PDFString} = library
  const sorted = [...identified].sort(([one], [next]) => (one < next ? -1 : 1))
  const names = sorted.flatMap(([name, element]) => [PDFString.of(name), element])
  const [first, last] = [names[0], names.at(-2)]
  const leaf = pdf.context.obj({})
  leaf.set(nameOf('Names', library), pdf.context.obj(names))
  if (first !== undefined && last !== undefined) leaf.set(nameOf('Limits', library), pdf.context.obj([first, last]))
  const tree = pdf.context.obj({})
  tree.set(nameOf('Kids', library), pdf.context.obj([pdf.context.register(leaf)]))
  const root = structureRoot(pdf, library)
  remove(root?.get(nameOf('IDTree', library)), pdf, library)
  root?.set(nameOf('IDTree', library), pdf.context.register(tree))
}

/** Take a tree of names out of the file. */
function remove(node: PDFObject | undefined, pdf: PDFDocument, library: Library): void {
  const {PDFArray, PDFDict, PDFRef} = library
  const tree = node && pdf.context.lookup(node)
  const kids = tree instanceof PDFDict ? tree.lookupMaybe(nameOf('Kids', library), PDFArray) : undefined
  for (const kid of kids?.asArray() ?? []) remove(kid, pdf, library)
  if (node instanceof PDFRef) pdf.context.delete(node)
}
