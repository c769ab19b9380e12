import type {PDFDocument} from '@cantoo/pdf-lib'
import {unwrapFormulas} from './formula-content.ts'
import {identify} from './identifiers.ts'
import {describeLinks} from './link-contents.ts'
import {addListBodies} from './list-bodies.ts'
import type {Pages} from './page-contents.ts'
import {repairContents} from './repair-contents.ts'
import {retype} from './retype.ts'
import {mapRoles} from './role-map.ts'
import {shortenNames} from './short-names.ts'
import type {Tag} from './structure.ts'
import {elementsIn} from './structure.ts'
import type {Library} from './tree.ts'

/** What is to be mended, and how it was meant. */
interface Mending {
  /** The structure tree. */
  readonly root: Tag | undefined
  readonly pages: Pages
  /** What links within the article lead to, by identifier. */
  readonly names: ReadonlyMap<string, string>
  /** Those of what was printed. */
  readonly words: ReadonlySet<string>
}

/** Mend what the browser's tags lack of PDF/UA-1 (ISO 14289-1). */
export function repairTags(pdf: PDFDocument, library: Library, {root, pages, names, words}: Mending): void {
  const printed = elementsIn(root)
  retype(printed, library)
  unwrapFormulas(pdf, library, printed)
  const elements = elementsIn(root)
  identify(pdf, library, elements)
  mapRoles(pdf, library, elements)
  addListBodies(elements, library)
  describeLinks(pdf, library, names)
  shortenNames(pdf, library)
  repairContents(pdf, library, {root, pages, words})
}
