import type {Source} from '../../model/manuscript.ts'
import type {ImageType} from '../../util/image-type.ts'
import type {Context} from '../format.ts'
import {nameOf} from './escape.ts'
import {picturePage} from './picture-page.ts'

/** The pictures of one file. */
export interface Pictures {
  /** The path of a picture beside the file, in ASCII, each picture its own. */
  path(source: Source, type: ImageType | 'pdf'): string
  /** The files, with what LaTeX cannot read made PDF. */
  files(print: Context['print']): Promise<ReadonlyMap<string, Uint8Array>>
}

/** What pdfLaTeX, XeLaTeX and LuaLaTeX read. */
const readable: ReadonlyMap<ImageType | 'pdf', string> = new Map([
  ['jpeg', 'jpg'],
  ['png', 'png']
])

/** Gather pictures as they occur. */
export function createPictures(): Pictures {
  const paths = new Map<Source, string>()
  const sources = new Map<string, {readonly source: Source; readonly type: ImageType | 'pdf'}>()
  return {
    path(source, type) {
      const known = paths.get(source)
      if (known !== undefined) return known
      const base = nameOf((source.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')).replace(/[^\w-]+/g, '-')
      const extension = readable.get(type) ?? 'pdf'
      let path = `figures/${base}.${extension}`
      for (let count = 2; sources.has(path); count++) path = `figures/${base}-${count}.${extension}`
      paths.set(source, path)
      sources.set(path, {source, type})
      return path
    },
    async files(print) {
      const files = new Map([...sources].map(([path, {source}]) => [path, source.bytes]))
      const waiting = [...sources].filter(([, {type}]) => type !== 'pdf' && !readable.has(type))
      // The browser draws one page while another is written.
      const drawn = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const [path, {source, type}] = next
          if (type !== 'pdf') files.set(path, await asPdf(source.bytes, type, print))
        }
      }
      await Promise.all([drawn(), drawn()])
      return files
    }
  }
}

/** A picture printed on a page of its own size; without the times at which it was made. */
async function asPdf(bytes: Uint8Array, type: ImageType, print: Context['print']): Promise<Uint8Array> {
  const printing = print({html: picturePage(bytes, type)})
  const [printed, {PDFDocument, PDFHeader}] = await Promise.all([printing, import('@cantoo/pdf-lib')])
  const source = await PDFDocument.load(printed, {updateMetadata: false})
  const picture = await PDFDocument.create({updateMetadata: false})
  const [page] = await picture.copyPages(source, [0])
  if (page !== undefined) picture.addPage(page)
  // LaTeX writes PDF 1.5 and warns of pictures in a later one.
  picture.context.header = PDFHeader.forVersion(1, 5)
  return picture.save({updateFieldAppearances: false})
}
