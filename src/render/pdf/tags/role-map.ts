import type {PDFDocument} from '@cantoo/pdf-lib'
import type {Tag} from './structure.ts'
import type {Library} from './tree.ts'
import {structureRoot} from './tree.ts'

/** What types that came with PDF 2.0, which the browser writes, are in PDF 1.7 (ISO 32000-1, 14.8.4). */
const roles: ReadonlyMap<string, string> = new Map([
  ['Aside', 'Div'],
  ['DocumentFragment', 'Div'],
  ['Em', 'Span'],
  ['FENote', 'Note'],
  ['Strong', 'Span'],
  ['Sub', 'Span'],
  ['Title', 'P']
])

/** Say what every type that PDF 1.7 does not know stands for (PDF/UA-1, 7.1). */
export function mapRoles(pdf: PDFDocument, library: Library, elements: Iterable<Tag>): void {
  const {PDFDict, PDFName} = library
  const root = structureRoot(pdf, library)
  const used = new Set<string>()
  for (const {type} of elements) used.add(type)
  const needed = [...roles].filter(([type]) => used.has(type))
  if (root === undefined || needed.length === 0) return
  const map = root.lookupMaybe(PDFName.of('RoleMap'), PDFDict) ?? pdf.context.obj({})
  for (const [type, role] of needed) map.set(PDFName.of(type), PDFName.of(role))
  root.set(PDFName.of('RoleMap'), map)
}
