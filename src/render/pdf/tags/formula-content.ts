import type {PDFArray, PDFDict, PDFDocument, PDFObject, PDFRef} from '@cantoo/pdf-lib'
import type {Library} from './tree.ts'
import {elementOf, kidsOf, nameOf, structureRoot, typeOf} from './tree.ts'

/**
 * Have formulas hold what is painted of them themselves: browsers wrap each letter and each row of MathML into elements that say nothing
 * (`NonStruct`; ISO 32000-1, 14.8.4.2), three of four that an article has. What marks more than one page or says more is kept.
 */
export function unwrapFormulas(
  pdf: PDFDocument,
  library: Library,
  elements: ReadonlyMap<PDFDict, PDFRef | undefined>
): void {
  const homes = new Map<PDFObject, PDFRef>()
  for (const [element, self] of elements) {
    if (self === undefined || typeOf(element, library) !== 'Formula') continue
    const kids = contentOf(element, pdf, library)
    if (kids === undefined) continue
    element.set(nameOf('K', library), pdf.context.obj([...kids.content]))
    if (kids.page !== undefined) element.set(nameOf('Pg', library), kids.page)
    for (const wrapper of kids.wrappers) {
      homes.set(wrapper, self)
      pdf.context.delete(wrapper)
    }
  }
  if (homes.size > 0) rehouse(homes, pdf, library)
}

interface Content {
  /** Numbers of marked content on one page. */
  readonly content: ReadonlyArray<PDFObject>
  readonly page: PDFObject | undefined
  readonly wrappers: ReadonlyArray<PDFRef>
}

/** What the wrappers within a formula hold; `undefined` where they are more than wrappers. */
function contentOf(formula: PDFDict, pdf: PDFDocument, library: Library): Content | undefined {
  const {PDFNumber, PDFRef} = library
  const page = nameOf('Pg', library)
  const content: Array<PDFObject> = []
  const wrappers: Array<PDFRef> = []
  const pages = new Set<PDFObject>()
  const queue: Array<{readonly kid: PDFObject; readonly within: PDFDict}> = []
  const enter = (within: PDFDict) => {
    for (const kid of kidsOf(within, library).reverse()) queue.push({kid, within})
  }
  enter(formula)
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const {kid, within} = next
    if (kid instanceof PDFNumber) {
      const place = within.get(page)
      if (place !== undefined) pages.add(place)
      content.push(kid)
      continue
    }
    const element = elementOf(kid, pdf, library)
    if (element === undefined || !(kid instanceof PDFRef) || !isWrapper(element, library)) return undefined
    wrappers.push(kid)
    enter(element)
  }
  return pages.size > 1 ? undefined : {content, page: [...pages][0], wrappers}
}

/** What a wrapper has; a language, an alternative text or attributes would be lost. */
const ofWrappers = ['Type', 'S', 'P', 'K', 'Pg']

function isWrapper(element: PDFDict, library: Library): boolean {
  if (typeOf(element, library) !== 'NonStruct') return false
  const known = ofWrappers.filter((key) => element.get(nameOf(key, library), true) !== undefined)
  return element.keys().length === known.length
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
