import type {PDFDocument, PDFObject, PDFRef} from '@cantoo/pdf-lib'
import {deflated, settle} from './compressed.ts'
import type {Place} from './cross-references.ts'
import {crossReferences} from './cross-references.ts'

type Library = typeof import('@cantoo/pdf-lib')

/** Objects that are compressed together: more make a smaller file and are written sooner, fewer are sooner found by one who reads a page. */
const objectsPerStream = 200

type Numbered = readonly [reference: PDFRef, object: PDFObject]

/**
 * The file's bytes, objects compressed in streams (ISO 32000-1, 7.5.7) by other threads. They are those that pdf-lib writes, which
 * measures each object twice before it writes it and compresses one stream after the other.
 */
export async function save(pdf: PDFDocument, library: Library): Promise<Uint8Array> {
  await pdf.flush()
  const {context} = pdf
  const [alone, others] = divided(context.enumerateIndirectObjects(), library)
  const packing = groupsOf(others).map(packed)
  const file = writer(context.header.toString())
  for (const [reference, object] of alone) {
    if (object instanceof library.PDFRawStream) await settle(object, library)
    file.object(reference.objectNumber, reference.generationNumber, ...partsOf(object, library))
  }
  let last = context.largestObjectNumber
  for (const {first, group, bytes} of packing) {
    const contents = await bytes
    last += 1
    const about = {Filter: 'FlateDecode', Type: 'ObjStm', N: group.length, First: first, Length: contents.length}
    file.object(last, 0, context.obj(about).toString(), ...streamed(contents))
    for (const [index, [{objectNumber}]] of group.entries())
      file.places.push({number: objectNumber, kind: 'within', where: last, which: index})
  }
  return file.end(last + 1, async (places) => {
    const {bytes, widths, index} = crossReferences(places)
    const contents = await deflated(bytes)
    const {Root, Info, ID} = context.trailerInfo
    const Length = contents.length
    const trailer = {
      Size: last + 2,
      Root,
      Info,
      ID,
      Filter: 'FlateDecode',
      Type: 'XRef',
      Length,
      W: widths,
      Index: index
    }
    return [context.obj(trailer).toString(), ...streamed(contents)]
  })
}

/** What stands by itself in the file, and what may be compressed with others. */
function divided(
  objects: ReadonlyArray<Numbered>,
  {PDFCatalog, PDFInvalidObject, PDFName, PDFPageLeaf, PDFPageTree, PDFStream}: Library
): readonly [alone: ReadonlyArray<Numbered>, others: ReadonlyArray<Numbered>] {
  const kinds = [PDFStream, PDFInvalidObject, PDFCatalog, PDFPageTree, PDFPageLeaf]
  const isTable = (object: PDFObject) =>
    object instanceof PDFStream && tables.has(String(object.dict.get(PDFName.Type)))
  const kept = objects.filter(([, object]) => !isTable(object))
  const isAlone = ([{generationNumber}, object]: Numbered) =>
    generationNumber !== 0 || kinds.some((kind) => object instanceof kind)
  return [kept.filter(isAlone), kept.filter((each) => !isAlone(each))]
}

/** Types of streams that say where the objects of a file are, and hold them: the new file has its own. */
const tables: ReadonlySet<string> = new Set(['/ObjStm', '/XRef'])

function groupsOf(objects: ReadonlyArray<Numbered>): ReadonlyArray<ReadonlyArray<Numbered>> {
  return Array.from({length: Math.ceil(objects.length / objectsPerStream)}, (_, index) =>
    objects.slice(index * objectsPerStream, (index + 1) * objectsPerStream)
  )
}

interface Packed {
  readonly group: ReadonlyArray<Numbered>
  /** Where the first object begins. */
  readonly first: number
  readonly bytes: Promise<Uint8Array>
}

/** Objects as a stream has them: their numbers and places, then themselves. */
function packed(group: ReadonlyArray<Numbered>): Packed {
  let table = ''
  let text = ''
  for (const [{objectNumber}, object] of group) {
    table += `${objectNumber} ${text.length} `
    text += `${object.toString()}\n`
  }
  return {group, first: table.length, bytes: deflated(Buffer.from(table + text, 'latin1'))}
}

type Part = string | Uint8Array

function partsOf(object: PDFObject, {PDFName, PDFNumber, PDFStream}: Library): ReadonlyArray<Part> {
  if (!(object instanceof PDFStream)) return [object.toString()]
  const contents = object.getContents()
  object.dict.set(PDFName.of('Length'), PDFNumber.of(contents.length))
  return [object.dict.toString(), ...streamed(contents)]
}

function streamed(contents: Uint8Array): ReadonlyArray<Part> {
  return ['\nstream\n', contents, '\nendstream']
}

/** A file that is written part by part. */
function writer(header: string) {
  const places: Array<Place> = []
  const parts: Array<Uint8Array> = []
  let size = 0
  function write(...given: ReadonlyArray<Part>): void {
    for (const part of given) {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
      parts.push(bytes)
      size += bytes.length
    }
  }
  function object(number: number, generation: number, ...body: ReadonlyArray<Part>): void {
    places.push({number, kind: 'alone', where: size, which: generation})
    write(`${number} ${generation} obj\n`, ...body, '\nendobj\n\n')
  }
  write(`${header}\n\n`)
  return {
    /** Of the objects so far. */
    places,
    object,
    /** The bytes, once the table of objects is written, which holds itself as `number`. */
    async end(
      number: number,
      table: (places: ReadonlyArray<Place>) => Promise<ReadonlyArray<Part>>
    ): Promise<Uint8Array> {
      const start = size
      const body = await table([...places, {number, kind: 'alone', where: start, which: 0}])
      write(`${number} 0 obj\n`, ...body, `\nendobj\n\nstartxref\n${start}\n%%EOF`)
      const {buffer, byteOffset, length} = Buffer.concat(parts)
      // A copy of a piece of a `Buffer` would be the piece itself.
      return new Uint8Array(buffer, byteOffset, length)
    }
  }
}
