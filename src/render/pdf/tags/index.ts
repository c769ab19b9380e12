import type {PDFDocument} from '@cantoo/pdf-lib'
import {unwrapFormulas} from './formula-content.ts'
import {identify} from './identifiers.ts'
import {describeLinks} from './link-contents.ts'
import {addListBodies} from './list-bodies.ts'
import {repairContents} from './repair-contents.ts'
import {retype} from './retype.ts'
import {mapRoles} from './role-map.ts'
import {shortenNames} from './short-names.ts'
import type {Library} from './tree.ts'
import {referencedElements} from './tree.ts'

/** Mend what the browser's tags lack of PDF/UA-1 (ISO 14289-1); `names` says what links within the article lead to, `words` are those of what was printed. */
export function repairTags(
  pdf: PDFDocument,
  library: Library,
  names: ReadonlyMap<string, string>,
  words: ReadonlySet<string>
): void {
  unwrapFormulas(pdf, library, retype(pdf, library))
  const elements = referencedElements(pdf, library)
  identify(pdf, library, elements)
  mapRoles(pdf, library, elements.keys())
  addListBodies(pdf, library, elements.keys())
  describeLinks(pdf, library, names)
  shortenNames(pdf, library)
  repairContents(pdf, library, words)
}
