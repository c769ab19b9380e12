import {createHash} from 'node:crypto'
import {deflateSync} from 'node:zlib'
import type {PDFDict, PDFDocument, PDFRef} from '@cantoo/pdf-lib'
import type {Attachment} from './attachments.ts'
import {dateOf} from './info.ts'

type Library = typeof import('@cantoo/pdf-lib')

/** Write a file into a document (ISO 32000-1, 7.11.4), of a day as ISO 8601 has it; gives the specification that stands for it. */
export function embed(
  pdf: PDFDocument,
  library: Library,
  {name, bytes, type, about, relationship}: Attachment,
  date: string | undefined
): PDFRef {
  const {PDFHexString, PDFName, PDFString} = library
  const {context} = pdf
  const parameters = context.obj({Size: bytes.length})
  parameters.set(PDFName.of('CheckSum'), PDFHexString.of(createHash('md5').update(bytes).digest('hex')))
  if (date !== undefined)
    for (const key of ['CreationDate', 'ModDate']) parameters.set(PDFName.of(key), PDFString.of(dateOf(date)))
  const stream = context.stream(deflateSync(bytes), {Type: 'EmbeddedFile', Filter: 'FlateDecode'})
  stream.dict.set(PDFName.of('Subtype'), PDFName.of(type))
  stream.dict.set(PDFName.of('Params'), parameters)
  const file = context.register(stream)
  const specification = context.obj({Type: 'Filespec', EF: {F: file, UF: file}, AFRelationship: relationship})
  specification.set(PDFName.of('F'), PDFString.of(plain(name)))
  specification.set(PDFName.of('UF'), PDFHexString.fromText(name))
  specification.set(PDFName.of('Desc'), PDFHexString.fromText(about))
  return context.register(specification)
}

/** Attach files to a document: they are listed by name, and associated with the whole of it (ISO 32000-2, 14.13). */
export function attach(
  pdf: PDFDocument,
  library: Library,
  attachments: ReadonlyArray<Attachment>,
  date: string | undefined
): void {
  if (attachments.length === 0) return
  const {PDFDict, PDFHexString, PDFName} = library
  const {catalog, context} = pdf
  const files = attachments.map((each) => ({
    key: hexadecimal(each.name, library),
    ref: embed(pdf, library, each, date)
  }))
  // Keys of a name tree stand in the order of their bytes (ISO 32000-1, 7.9.6).
  const sorted = files.toSorted((one, next) => (one.key < next.key ? -1 : 1))
  const names = context.obj({})
  names.set(PDFName.of('Names'), context.obj(sorted.flatMap(({key, ref}) => [PDFHexString.of(key), ref])))
  const trees: PDFDict = catalog.lookupMaybe(PDFName.of('Names'), PDFDict) ?? context.obj({})
  trees.set(PDFName.of('EmbeddedFiles'), context.register(names))
  catalog.set(PDFName.of('Names'), trees)
  catalog.set(PDFName.of('AF'), context.obj(files.map(({ref}) => ref)))
}

function hexadecimal(text: string, {PDFHexString}: Library): string {
  return PDFHexString.fromText(text).asString()
}

/** A name for readers that know no Unicode. */
function plain(name: string): string {
  return name.replace(/[^\w.-]/g, '_')
}
