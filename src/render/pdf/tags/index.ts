import type {PDFDocument} from '@cantoo/pdf-lib'
import {addArtifacts} from './artifacts.ts'
import {describeLinks} from './link-contents.ts'
import {addListBodies} from './list-bodies.ts'
import {mapRoles} from './role-map.ts'
import type {Library} from './tree.ts'

/** Mend what the browser's tags lack of PDF/UA-1 (ISO 14289-1); `names` says what links within the article lead to. */
export function repairTags(pdf: PDFDocument, library: Library, names: ReadonlyMap<string, string>): void {
  mapRoles(pdf, library)
  addListBodies(pdf, library)
  describeLinks(pdf, library, names)
  addArtifacts(pdf, library)
}
