import type {PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import type {Kid, Tag} from '../tags/structure.ts'
import {readStructure} from '../tags/structure.ts'
import type {Library} from '../tags/tree.ts'
import {structureRoot} from '../tags/tree.ts'

/** An element of the structure tree, as the checks read it. */
export interface Element {
  readonly dict: PDFDict
  /** All that it holds, as it is written. */
  readonly holds: ReadonlyArray<Kid>
  /** Its type after role mapping; the type itself where the map leads nowhere. */
  readonly role: string
  readonly parent: Element | undefined
  /** Elements in it; `NonStruct` and `Private` stand for what they hold (ISO 32000-1, Table 333). */
  readonly kids: ReadonlyArray<Element>
}

/** A document that is checked, and its structure, read once. */
export interface Checked {
  readonly pdf: PDFDocument
  readonly library: Library
  /** Of the role map. */
  readonly roles: ReadonlyMap<string, string>
  /** Types as written, each once. */
  readonly types: ReadonlySet<string>
  /** In the order of reading, parents before their children. */
  readonly elements: ReadonlyArray<Element>
}

/** Read the structure of a document. */
export function checkedOf(pdf: PDFDocument, library: Library): Checked {
  const roles = rolesOf(pdf, library)
  const types = new Set<string>()
  const elements: Array<Element> = []
  const root = readStructure(pdf, library)
  const queue: Array<Pending> = []
  if (root !== undefined) enter(root, undefined)
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const {tag, parent} = next
    types.add(tag.type)
    const element: Mutable = {dict: tag.dict, holds: tag.kids, role: roleOf(tag.type, roles), parent, kids: []}
    elements.push(element)
    if (!hides(element)) parent?.kids.push(element)
    // What is hidden has its kids stand in what holds it.
    enter(tag, hides(element) ? (parent ?? element) : element)
  }
  return {pdf, library, roles, types, elements}

  function enter({kids}: Tag, parent: Mutable | undefined): void {
    for (let index = kids.length - 1; index >= 0; index -= 1) {
      const kid = kids[index]
      if (kid?.kind === 'element') queue.push({tag: kid, parent})
    }
  }
}

/** An element that is yet to be read, and what it stands in. */
interface Pending {
  readonly tag: Tag
  readonly parent: Mutable | undefined
}

interface Mutable extends Element {
  readonly kids: Array<Element>
}

function hides({role}: Element): boolean {
  return role === 'NonStruct' || role === 'Private'
}

function rolesOf(pdf: PDFDocument, library: Library): ReadonlyMap<string, string> {
  const {PDFDict, PDFName} = library
  const map = structureRoot(pdf, library)?.lookupMaybe(PDFName.of('RoleMap'), PDFDict)
  const entries = [...(map?.entries() ?? [])].map(([type, role]) => [type.decodeText(), role] as const)
  return new Map(entries.flatMap(([type, role]) => (role instanceof PDFName ? [[type, role.decodeText()]] : [])))
}

function roleOf(type: string, roles: ReadonlyMap<string, string>): string {
  let role = type
  for (let step = 0; step <= roles.size; step += 1) {
    const next = roles.get(role)
    if (next === undefined) return role
    role = next
  }
  return type
}
