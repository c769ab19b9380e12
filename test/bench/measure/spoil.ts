import type {PDFDict as Dict, PDFPage as Page, PDFDocument as Pdf} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import {typeOf} from '../../../bench/measure/elements.ts'
import type {Scene} from '../../../bench/measure/fragments.ts'
import {sceneOf} from '../../../bench/measure/fragments.ts'
import type {Painted} from '../../../bench/measure/painted.ts'
import {painted} from '../../../bench/measure/painted.ts'
import {save} from '../../../src/render/pdf/save.ts'
import {readContent, writeContent} from '../../../src/render/pdf/tags/content.ts'
import type {PageFont} from '../../../src/render/pdf/tags/page-fonts.ts'
import {pageFonts} from '../../../src/render/pdf/tags/page-fonts.ts'
import {elementsOf} from '../../support/elements.ts'

const {PDFArray, PDFDict, PDFDocument, PDFName} = library
export const name = (text: string) => PDFName.of(text)

/** What is spoilt in a PDF, and what must be missed then, and nothing else. */
export type Defect = readonly [what: string, missed: ReadonlyArray<string>, spoil: (pdf: Pdf, scene: Scene) => void]

/** A PDF with something changed in it that is found by how it is set. */
export function spoiltAsSet(bytes: Uint8Array, spoil: Defect[2]): Promise<Uint8Array> {
  return spoilt(bytes, (pdf) => spoil(pdf, sceneOf(pdf, painted(pdf))))
}

/** A PDF with something changed in it. */
export async function spoilt(bytes: Uint8Array, spoil: (pdf: Pdf) => void): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, {updateMetadata: false})
  spoil(pdf)
  return save(pdf, library)
}

/** Paint other things, by the content of a page. */
export function paint(pdf: Pdf, page: Page, change: (content: string) => string): void {
  writeContent(pdf, page, change(readContent(page, library) ?? ''), library)
}

type Fonts = ReadonlyMap<string, PageFont>

/** Paint some texts otherwise: as `change` has what paints each, `BT … ET`, in a page with fonts. */
export function repaint(
  pdf: Pdf,
  wanted: (text: Painted) => boolean,
  change: (operations: string, fonts: Fonts) => string
): void {
  const {texts} = painted(pdf)
  const fontsOf = pageFonts(library)
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
        return change(operations, fontsOf(page))
      })
    })
  }
  if (found === 0) throw new Error('Nothing is painted otherwise')
}

/** Leave texts out. */
export function erase(pdf: Pdf, wanted: (text: Painted) => boolean): void {
  repaint(pdf, wanted, () => '')
}

/** Paint texts so many points further to the right and further down. */
export function shift(pdf: Pdf, wanted: (text: Painted) => boolean, right: number, down: number): void {
  repaint(pdf, wanted, (operations) =>
    operations.replace(
      /(-?[\d.]+) (-?[\d.]+) Tm$/gm,
      (_, x, y) => `${Number(x) + right / pixel} ${Number(y) + down / pixel} Tm`
    )
  )
}

/** Points of a browser's pixel. */
const pixel = 0.75

/** Have texts end in another sign, which their font has. */
export function retype(pdf: Pdf, wanted: (text: Painted) => boolean, sign: string): void {
  repaint(pdf, wanted, (operations, fonts) => {
    const {texts, space} = first(
      [fonts.get(/\/(\w+) [\d.]+ Tf/.exec(operations)?.[1] ?? '')].flatMap((font) => font ?? [])
    )
    const [code] = first([...texts].filter(([, text]) => text === sign))
    const shown = [...operations.matchAll(/<([\dA-F]{4})> Tj/gi)].filter(
      ([, each = '']) => each.toLowerCase() !== space
    )
    const {index} = first(shown.slice(-1))
    return `${operations.slice(0, index)}<${code.toString(16).padStart(4, '0')}${operations.slice(index + 5)}`
  })
}

/** Have elements hold what others hold. */
export function exchange(one: Dict, other: Dict): void {
  for (const key of ['K', 'Pg'].map(name)) {
    const [mine, theirs] = [one.get(key), other.get(key)]
    if (theirs !== undefined) one.set(key, theirs)
    if (mine !== undefined) other.set(key, mine)
  }
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
