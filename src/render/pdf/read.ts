import type {PDFContext, PDFDict, PDFDocument, PDFName, PDFObject, PDFRef} from '@cantoo/pdf-lib'
import type {Values} from './values.ts'
import {Unusual, valuesIn} from './values.ts'

type Library = typeof import('@cantoo/pdf-lib')

/** Read a document. What is not as browsers print it is left to pdf-lib, whose own way takes several times as long. */
export async function read(bytes: Uint8Array, library: Library): Promise<PDFDocument> {
  const options = {updateMetadata: false, parseSpeed: library.ParseSpeeds.Fastest}
  return readPrinted(bytes, library) ?? library.PDFDocument.load(bytes, options)
}

const header = /%PDF-\d\.\d\s+(?:%[^\r\n]*\s+)*/y
/** Most objects are such elements of the structure tree, with no more than one kid. */
const element =
  /\s*(\d+) 0 obj\s*<<\/Type \/StructElem\s*\/S \/(\w+)\s*\/P (\d+) 0 R\s*(?:\/Pg (\d+) 0 R\s*)?\/K (?:(\d+) 0 R|(\d+))\s*>>\s*endobj\b/y
const object = /\s*(\d+) (\d+) obj\b/y
const stream = /\s*stream\r?\n/y
const endOfStream = /\s*endstream\b/y
const endOfObject = /\s*endobj\b/y
const table = /\s*xref\s[\dfn\s]*trailer\s*/y
const end = /\s*startxref\s+\d+\s+%%EOF\s*$/y

/** Read a document as browsers print it: objects one after the other, one table of them; `undefined` if it is otherwise. */
export function readPrinted(bytes: Uint8Array, library: Library): PDFDocument | undefined {
  const context = library.PDFContext.create()
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  try {
    readFile(valuesIn(text, context, library), bytes, context, library)
  } catch (error) {
    if (error instanceof Unusual) return undefined
    throw error
  }
  // As pdf-lib's `load` ends, for which it has no other name; its version is pinned.
  return Reflect.construct(library.PDFDocument, [context, false, false])
}

function readFile(values: Values, bytes: Uint8Array, context: PDFContext, library: Library): void {
  if (values.take(header) === undefined) throw new Unusual()
  // pdf-lib sorts them each time it is asked for all, which takes no time where they are sorted.
  for (const found of objectsIn(values, bytes, context, library)) if (found !== undefined) context.assign(...found)
  const trailer = values.take(table) && values.value()
  const {PDFCatalog, PDFDict, PDFName, PDFNumber} = library
  if (!(trailer instanceof PDFDict) || trailer.has(PDFName.of('Encrypt'))) throw new Unusual()
  const entry = (name: string) => {
    const value = trailer.get(PDFName.of(name))
    return value === undefined ? {} : {[name]: value}
  }
  const size = trailer.lookupMaybe(PDFName.of('Size'), PDFNumber)
  context.trailerInfo = {...(size && {Size: size}), ...entry('Root'), ...entry('Info'), ...entry('ID')}
  const isWhole = values.take(end) !== undefined && context.lookup(context.trailerInfo.Root) instanceof PDFCatalog
  if (!isWhole) throw new Unusual()
}

/** Objects at the places of their numbers. */
function objectsIn(
  values: Values,
  bytes: Uint8Array,
  context: PDFContext,
  library: Library
): ReadonlyArray<readonly [reference: PDFRef, object: PDFObject] | undefined> {
  const elementOf = elementsBy(values, context, library)
  const objects: Array<readonly [reference: PDFRef, object: PDFObject] | undefined> = []
  for (;;) {
    const simple = values.take(element)
    const found = simple ?? values.take(object)
    if (found === undefined) return objects
    const [, number = '', generation = ''] = found
    const index = Number(number)
    // As many objects as bytes are in no file.
    if (index > bytes.length || (simple === undefined && generation !== '0')) throw new Unusual()
    const made = simple === undefined ? objectAt(values, bytes, library) : elementOf(simple)
    objects[index] = [values.reference(number, '0'), made]
  }
}

/** Makes elements of what `element` found. */
function elementsBy(
  values: Values,
  context: PDFContext,
  {PDFDict}: Library
): (found: ReadonlyArray<string | undefined>) => PDFDict {
  const keys = {type: values.name('Type'), S: values.name('S'), P: values.name('P')}
  const [page, kids, structure] = [values.name('Pg'), values.name('K'), values.name('StructElem')]
  return ([, , type = '', parent = '', on, kid, content = '']) => {
    const entries = new Map<PDFName, PDFObject>()
    entries.set(keys.type, structure)
    entries.set(keys.S, values.name(type))
    entries.set(keys.P, values.reference(parent, '0'))
    if (on !== undefined) entries.set(page, values.reference(on, '0'))
    entries.set(kids, kid === undefined ? values.number(content) : values.reference(kid, '0'))
    return PDFDict.fromMapWithContext(entries, context)
  }
}

function objectAt(values: Values, bytes: Uint8Array, {PDFDict, PDFName, PDFNumber, PDFRawStream}: Library): PDFObject {
  let made = values.value()
  if (made instanceof PDFDict && values.take(stream) !== undefined) {
    const length = made.get(PDFName.Length)
    const kind = made.get(PDFName.Type)
    if (!(length instanceof PDFNumber) || kind === PDFName.of('ObjStm') || kind === PDFName.of('XRef'))
      throw new Unusual()
    const from = values.at
    values.at += length.asNumber()
    made = PDFRawStream.of(made, bytes.subarray(from, values.at))
    if (values.take(endOfStream) === undefined) throw new Unusual()
  }
  if (values.take(endOfObject) === undefined) throw new Unusual()
  return made
}
