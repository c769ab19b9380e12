import type {PDFArray, PDFDocument, PDFObject, PDFRef} from '@cantoo/pdf-lib'
import type {Kid, MarkedContent, Tag} from './structure.ts'
import {hold} from './structure.ts'
import type {Library} from './tree.ts'
import {nameOf, structureRoot} from './tree.ts'

/**
 * Have formulas hold what is painted of them themselves: browsers wrap each letter and each row of MathML into elements that say nothing
 * (`NonStruct`; ISO 32000-1, 14.8.4.2), three of four that an article has. What marks more than one page or says more is kept.
 */
export function unwrapFormulas(pdf: PDFDocument, library: Library, elements: ReadonlyArray<Tag>): void {
  const homes = new Map<PDFObject, PDFRef>()
  for (const element of elements) {
    const self = element.written
    if (element.type !== 'Formula' || !(self instanceof library.PDFRef)) continue
    const kids = contentOf(element, library)
    if (kids === undefined) continue
    hold(element, kids.content, library)
    if (kids.page !== undefined) element.dict.set(nameOf('Pg', library), kids.page)
    for (const wrapper of kids.wrappers) {
      homes.set(wrapper, self)
      pdf.context.delete(wrapper)
    }
  }
  if (homes.size > 0) rehouse(homes, pdf, library)
}

interface Content {
  /** Numbers of marked content on one page. */
  readonly content: ReadonlyArray<MarkedContent>
  readonly page: PDFObject | undefined
  readonly wrappers: ReadonlyArray<PDFRef>
}

/** What the wrappers within a formula hold; `undefined` where they are more than wrappers. */
function contentOf(formula: Tag, library: Library): Content | undefined {
  const {PDFNumber, PDFRef} = library
  const page = nameOf('Pg', library)
  const content: Array<MarkedContent> = []
  const wrappers: Array<PDFRef> = []
  const pages = new Set<PDFObject>()
  const queue: Array<Kid> = []
  const enter = ({dict, kids}: Tag) => {
    for (let index = kids.length - 1; index >= 0; index -= 1) queue.push(kids[index] as Kid)
    const place = kids.some(({written}) => written instanceof PDFNumber) ? dict.get(page) : undefined
    if (place !== undefined) pages.add(place)
  }
  enter(formula)
  for (let kid = queue.pop(); kid !== undefined; kid = queue.pop()) {
    const {written} = kid
    if (kid.kind === 'content' && written instanceof PDFNumber) {
      content.push(kid)
      continue
    }
    if (kid.kind !== 'element' || !(written instanceof PDFRef) || !isWrapper(kid, library)) return undefined
    wrappers.push(written)
    enter(kid)
  }
  return pages.size > 1 ? undefined : {content, page: [...pages][0], wrappers}
}

/** What a wrapper has; a language, an alternative text or attributes would be lost. */
const ofWrappers = ['Type', 'S', 'P', 'K', 'Pg']

function isWrapper({dict, type}: Tag, library: Library): boolean {
  if (type !== 'NonStruct') return false
  const known = ofWrappers.filter((key) => dict.get(nameOf(key, library), true) !== undefined)
  return dict.keys().length === known.length
}

/** Have the parent tree (ISO 32000-1, 14.7.4.4) name the formulas instead of their wrappers. */
function rehouse(homes: ReadonlyMap<PDFObject, PDFRef>, pdf: PDFDocument, library: Library): void {
  const {PDFArray, PDFDict, PDFName} = library
  const tree = structureRoot(pdf, library)?.lookupMaybe(PDFName.of('ParentTree'), PDFDict)
  const queue = tree === undefined ? [] : [tree]
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray)
    for (const kid of kids?.asArray() ?? []) queue.push(pdf.context.lookup(kid, PDFDict))
    const numbers = node.lookupMaybe(PDFName.of('Nums'), PDFArray)
    if (numbers !== undefined) replace(numbers)
  }

  function replace(numbers: PDFArray): void {
    numbers.asArray().forEach((value, index) => {
      const home = homes.get(value)
      if (home !== undefined) numbers.set(index, home)
      else if (index % 2 === 1) {
        const parents = pdf.context.lookup(value)
        if (parents instanceof PDFArray) replace(parents)
      }
    })
  }
}
