import type {PDFDict as Dict, PDFPage as Page, PDFDocument as Pdf} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import type {Painted} from '../../../bench/measure/painted.ts'
import {painted} from '../../../bench/measure/painted.ts'
import {save} from '../../../src/render/pdf/save.ts'
import {readContent, writeContent} from '../../../src/render/pdf/tags/content.ts'
import {elementsOf, typeOf} from '../../../src/render/pdf/tags/tree.ts'

const {PDFArray, PDFDict, PDFDocument, PDFName} = library
export const name = (text: string) => PDFName.of(text)

/** A PDF with something changed in it. */
export async function spoilt(bytes: Uint8Array, spoil: (pdf: Pdf) => void): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, {updateMetadata: false})
  spoil(pdf)
  return save(pdf, library)
}

/** Paint other things, by the content of a page. */
function paint(pdf: Pdf, page: Page, change: (content: string) => string): void {
  writeContent(pdf, page, change(readContent(page, library) ?? ''), library)
}

/** Paint some texts otherwise: as `change` has what paints each, `BT … ET`. */
export function repaint(pdf: Pdf, wanted: (text: Painted) => boolean, change: (operations: string) => string): void {
  const {texts} = painted(pdf)
  let found = 0
  for (const [index, page] of pdf.getPages().entries()) {
    const here = texts.filter((text) => text.page === index + 1)
    if (!here.some(wanted)) continue
    paint(pdf, page, (content) => {
      let at = 0
      return content.replace(/^BT\n[\s\S]*?\nET$/gm, (operations) => {
        const text = here[at++]
        if (text === undefined || !wanted(text)) return operations
        found += 1
        return change(operations)
      })
    })
  }
  if (found === 0) throw new Error('Nothing is painted otherwise')
}

/** Elements of a type, in the order of reading. */
export function elements(pdf: Pdf, type: string): ReadonlyArray<Dict> {
  return elementsOf(pdf, library).filter((element) => typeOf(element, library) === type)
}

/** The first thing of a list; there is to be one. */
export function first<Thing>(things: ReadonlyArray<Thing>): Thing {
  const [thing] = things
  if (thing === undefined) throw new Error('Nothing is there to be spoilt')
  return thing
}

/** Objects that say what they are. */
export function objects(pdf: Pdf, type: string): ReadonlyArray<Dict> {
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && object.get(name('Type')) === name(type) ? [object] : []))
}

/** Links, page after page. */
export function links(pdf: Pdf): ReadonlyArray<Dict> {
  return pdf.getPages().flatMap(({node}) => {
    const list = node.lookupMaybe(name('Annots'), PDFArray)
    return Array.from({length: list?.size() ?? 0}, (_, at) => list?.lookup(at, PDFDict) as Dict)
  })
}
