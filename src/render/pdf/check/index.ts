import type {PDFDocument} from '@cantoo/pdf-lib'
import type {Library} from '../tags/tree.ts'
import {checkAnnotations} from './annotations.ts'
import {checkedOf} from './checked.ts'
import {checkContent} from './content.ts'
import {checkDocument} from './document.ts'
import {checkElements} from './elements.ts'
import type {Finding} from './finding.ts'
import {checkNesting} from './nesting.ts'
import {checkObjects} from './objects.ts'
import {checkRoles} from './roles.ts'
import {checkTables} from './tables.ts'

export type {Finding} from './finding.ts'

const checks = [
  checkDocument,
  checkRoles,
  checkNesting,
  checkTables,
  checkElements,
  checkAnnotations,
  checkObjects,
  checkContent
] as const

/**
 * Check a PDF against conditions of the Matterhorn Protocol 1.1, under which it fails PDF/UA-1 (ISO 14289-1): those that a machine
 * can tell and that are implemented here. To find none is no proof of conformance: most conditions ask for a person's judgement.
 */
export function check(pdf: PDFDocument, library: Library): ReadonlyArray<Finding> {
  const checked = checkedOf(pdf, library)
  return checks.flatMap((each) => [...each(checked)])
}
