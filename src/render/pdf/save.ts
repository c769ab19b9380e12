import type {PDFCrossRefStream, PDFDocument} from '@cantoo/pdf-lib'

type Library = typeof import('@cantoo/pdf-lib')

/** Objects that are compressed together: more make a smaller file and are written sooner, fewer are sooner found by one who reads a page. */
const objectsPerStream = 200

/** The file's bytes, objects compressed in streams (ISO 32000-1, 7.5.7). */
export async function save(pdf: PDFDocument, library: Library): Promise<Uint8Array> {
  quicken(library.PDFCrossRefStream)
  await pdf.flush()
  return library.PDFStreamWriter.forContext(
    pdf.context,
    Number.POSITIVE_INFINITY,
    true,
    objectsPerStream
  ).serializeToBuffer()
}

interface Entries {
  readonly entries: Array<{readonly ref: {readonly objectNumber: number}}>
}

/**
 * Have the table of objects find where one belongs by halves. pdf-lib looks through all of it for each, which takes longer than all else
 * for a book of some hundred pages; its version is pinned, for this knows its insides.
 */
function quicken({prototype}: typeof PDFCrossRefStream): void {
  Object.assign(prototype, {
    appendEntry(this: Entries, entry: Entries['entries'][number]) {
      const {entries} = this
      let [low, high] = [0, entries.length]
      if (high > 0 && (entries[high - 1]?.ref.objectNumber ?? 0) <= entry.ref.objectNumber) low = high
      while (low < high) {
        const middle = (low + high) >> 1
        if ((entries[middle]?.ref.objectNumber ?? 0) > entry.ref.objectNumber) high = middle
        else low = middle + 1
      }
      entries.splice(low, 0, entry)
    }
  })
}
