import type {PDFDict, PDFDocument, PDFObject} from '@cantoo/pdf-lib'
import type {Library} from './tree.ts'
import {nameOf, structureRoot, typeNamed} from './tree.ts'

/** An element of the structure tree, read once. Who changes one changes its dictionary too. */
export interface Tag {
  readonly kind: 'element'
  readonly dict: PDFDict
  /** As what holds it has it: a reference, or itself. */
  readonly written: PDFObject
  /** Its own page, or that of what holds it. */
  readonly page: PDFDict | undefined
  /** Such as `LI`; empty for the root of the tree, which is no element. */
  type: string
  parent: Tag | undefined
  kids: ReadonlyArray<Kid>
}

/** A piece of marked content: its number, and the page it is on. */
export interface MarkedContent {
  readonly kind: 'content'
  readonly written: PDFObject
  readonly number: number
  readonly page: PDFDict | undefined
}

/** What is neither, such as a reference to an annotation. */
interface Other {
  readonly kind: 'other'
  readonly written: PDFObject
  readonly object: PDFObject | undefined
}

/** What an element holds, in its order. An element that stands in two places is held by the first that is read. */
export type Kid = MarkedContent | Other | Tag

/** Read the structure tree (ISO 32000-1, 14.7.2) from its root; `undefined` if the document is not tagged. */
export function readStructure(pdf: PDFDocument, library: Library): Tag | undefined {
  const {PDFArray, PDFDict, PDFName, PDFNumber, PDFRef} = library
  const {context} = pdf
  const [kidsKey, typeKey, pageKey] = [nameOf('K', library), nameOf('S', library), nameOf('Pg', library)]
  const numberKey = nameOf('MCID', library)
  const dict = structureRoot(pdf, library)
  if (dict === undefined) return undefined
  const root: Tag = {kind: 'element', dict, written: dict, page: undefined, type: '', parent: undefined, kids: []}
  const seen = new Set<PDFDict>([dict])
  const queue: Array<Tag> = [root]
  let lastPage: PDFObject | undefined
  let lastFound: PDFDict | undefined
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) next.kids = kidsOf(next)
  return root

  function kidsOf(tag: Tag): Array<Kid> {
    const all: Array<Kid> = []
    const written = tag.dict.get(kidsKey)
    const kids = written instanceof PDFRef ? context.lookup(written) : written
    if (kids instanceof PDFArray) for (let index = 0; index < kids.size(); index += 1) add(kids.get(index), tag, all)
    else if (written !== undefined) add(written, tag, all)
    return all
  }

  function add(written: PDFObject, parent: Tag, kids: Array<Kid>): void {
    const kid = kidOf(written, parent)
    if (kid.kind === 'element') {
      if (seen.has(kid.dict)) return
      seen.add(kid.dict)
      queue.push(kid)
    }
    kids.push(kid)
  }

  function kidOf(written: PDFObject, parent: Tag): Kid {
    const object = written instanceof PDFRef ? context.lookup(written) : written
    if (object instanceof PDFNumber) return {kind: 'content', written, number: object.asNumber(), page: parent.page}
    if (!(object instanceof PDFDict)) return {kind: 'other', written, object}
    const page = pageOf(object) ?? parent.page
    const name = object.get(typeKey)
    if (name !== undefined) {
      const type = typeNamed(context.lookup(name, PDFName))
      return {kind: 'element', dict: object, written, page, type, parent, kids: []}
    }
    const number = object.lookup(numberKey)
    if (!(number instanceof PDFNumber)) return {kind: 'other', written, object}
    return {kind: 'content', written, number: number.asNumber(), page}
  }

  /** What follows each other is mostly on one page. */
  function pageOf(dict: PDFDict): PDFDict | undefined {
    const page = dict.get(pageKey)
    if (page === undefined) return undefined
    if (page !== lastPage) {
      lastPage = page
      const object = context.lookup(page)
      lastFound = object instanceof PDFDict ? object : undefined
    }
    return lastFound
  }
}

/** Every element below, parents before their children, in the order of reading. */
export function elementsIn(root: Tag | undefined): ReadonlyArray<Tag> {
  const found: Array<Tag> = []
  const queue = root === undefined ? [] : [root]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next !== root) found.push(next)
    const {kids} = next
    for (let index = kids.length - 1; index >= 0; index -= 1) {
      const kid = kids[index]
      if (kid?.kind === 'element') queue.push(kid)
    }
  }
  return found
}

/** Give an element another type. */
export function become(tag: Tag, type: string, library: Library): void {
  tag.type = type
  tag.dict.set(nameOf('S', library), nameOf(type, library))
}

/** Have an element hold other kids. */
export function hold(tag: Tag, kids: ReadonlyArray<Kid>, library: Library): void {
  tag.kids = kids
  const written = library.PDFArray.withContext(tag.dict.context)
  for (const kid of kids) written.push(kid.written)
  tag.dict.set(nameOf('K', library), written)
}

/** Put kids into a new element, which stands in another. */
export function wrapped(type: string, kids: ReadonlyArray<Kid>, parent: Tag, library: Library): Tag {
  const {context} = parent.dict
  const dict = context.obj({Type: 'StructElem', S: type})
  dict.set(nameOf('P', library), parent.written)
  const written = context.register(dict)
  const tag: Tag = {kind: 'element', dict, written, page: parent.page, type, parent, kids: []}
  hold(tag, kids, library)
  for (const kid of kids) {
    if (kid.kind !== 'element') continue
    kid.parent = tag
    kid.dict.set(nameOf('P', library), written)
  }
  return tag
}
