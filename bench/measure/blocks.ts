import type {PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import {structureRoot} from '../../src/render/pdf/tags/tree.ts'
import {elementOf, kidsOf, typeOf} from './elements.ts'
import type {Painted} from './painted.ts'

const {PDFDict: Dict, PDFName, PDFNumber} = library

/** Text with its place in the order of reading. */
interface Tagged extends Painted {
  readonly inFormula: boolean
  readonly inCode: boolean
  readonly inLink: boolean
  readonly order: number
}

/** What the tags hold: an element and all text that is its own, in the order of reading. */
export interface Block {
  /** Types from the root down to its own: `Document`, `Table`, `TR`, `TD`. */
  readonly path: ReadonlyArray<string>
  readonly element: PDFDict
  /** All that is painted in it; pictures and formulas are not text. */
  readonly texts: ReadonlyArray<Tagged>
  /** Pages that it has anything on, from 1. */
  readonly pages: ReadonlySet<number>
  /** What it holds, as `contentOf` names it. */
  readonly contents: ReadonlySet<string>
}

/** Types that are part of what is around them. */
const inline = new Set([
  'Code',
  'Em',
  'Formula',
  'Lbl',
  'Link',
  'NonStruct',
  'Quote',
  'Reference',
  'Span',
  'Strong',
  'Sub'
])

interface Open {
  path: ReadonlyArray<string>
  element: PDFDict
  texts: Array<Tagged>
  pages: Set<number>
  contents: Set<string>
}

/** Read the elements of a document that hold text or pictures themselves, in the order of reading. */
export function blocksOf(pdf: PDFDocument, texts: ReadonlyArray<Painted>): ReadonlyArray<Block> {
  const numbers = new Map<PDFDict | undefined, number>(pdf.getPages().map(({node}, index) => [node, index + 1]))
  const byContent = grouped(texts, contentOf)
  const blocks: Array<Open> = []
  let order = 0
  const root = structureRoot(pdf, library)
  if (root !== undefined)
    visit(root, {path: [], inFormula: false, inCode: false, inLink: false, page: undefined, block: undefined})
  return blocks.filter(({pages}) => pages.size > 0)

  interface Place {
    readonly path: ReadonlyArray<string>
    readonly inFormula: boolean
    readonly inCode: boolean
    readonly inLink: boolean
    readonly page: PDFDict | undefined
    readonly block: Open | undefined
  }

  function visit(element: PDFDict, place: Place): void {
    const type = element.has(PDFName.of('S')) ? typeOf(element, library) : ''
    const path = [...place.path, type]
    const block = (inline.has(type) ? place.block : undefined) ?? begin(path, element)
    const page = element.lookupMaybe(PDFName.of('Pg'), Dict) ?? place.page
    const inner = {
      path,
      block,
      page,
      inFormula: place.inFormula || type === 'Formula',
      inCode: place.inCode || type === 'Code',
      inLink: place.inLink || type === 'Link'
    }
    for (const kid of kidsOf(element, library)) {
      const child = elementOf(kid, pdf, library)
      if (child !== undefined) visit(child, inner)
      else hold(pdf.context.lookup(kid), inner)
    }
  }

  function begin(path: ReadonlyArray<string>, element: PDFDict): Open {
    const block = {path, element, texts: [], pages: new Set<number>(), contents: new Set<string>()}
    blocks.push(block)
    return block
  }

  function hold(kid: unknown, {block, page, inFormula, inCode, inLink}: Place): void {
    const number = kid instanceof Dict ? kid.lookupMaybe(PDFName.of('MCID'), PDFNumber) : kid
    if (!(number instanceof PDFNumber)) return
    const own = kid instanceof Dict ? kid.lookupMaybe(PDFName.of('Pg'), Dict) : undefined
    const on = numbers.get(own ?? page)
    if (on === undefined) return
    const key = contentOf({page: on, content: number.asNumber()})
    block?.pages.add(on)
    block?.contents.add(key)
    for (const text of byContent.get(key) ?? []) block?.texts.push({...text, inFormula, inCode, inLink, order: order++})
  }
}

/** A name for marked content in a document. */
export function contentOf({page, content}: {readonly page: number; readonly content: number | undefined}): string {
  return `${page}:${content}`
}

/** Whether an element of a type is above the block, or the block is one. */
export function within({path}: Block, ...types: ReadonlyArray<string>): boolean {
  return path.some((type) => types.includes(type))
}

/** Things by what they have in common, in their order. */
export function grouped<Thing, Key>(things: Iterable<Thing>, keyOf: (thing: Thing) => Key): Map<Key, Array<Thing>> {
  const groups = new Map<Key, Array<Thing>>()
  for (const thing of things) {
    const group = groups.get(keyOf(thing))
    if (group === undefined) groups.set(keyOf(thing), [thing])
    else group.push(thing)
  }
  return groups
}
