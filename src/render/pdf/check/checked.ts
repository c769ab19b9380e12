import type {PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import type {Library} from '../tags/tree.ts'
import {elementOf, elementsOf, kidsOf, structureRoot, typeOf} from '../tags/tree.ts'

/** An element of the structure tree, as the checks read it. */
export interface Element {
  readonly dict: PDFDict
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
  const made = new Map<PDFDict, Mutable>()
  for (const dict of elementsOf(pdf, library)) {
    const type = typeOf(dict, library)
    types.add(type)
    made.set(dict, {dict, role: roleOf(type, roles), parent: undefined, kids: []})
  }
  for (const element of made.values()) adopt(element, made, pdf, library)
  const elements = [...made.values()]
  // The innermost first: what they hide is then at hand.
  for (const element of elements.toReversed())
    element.kids = element.kids.flatMap((kid) => (hides(kid) ? kid.kids : [kid]))
  for (const element of elements) if (!hides(element)) for (const kid of element.kids) kid.parent = element
  return {pdf, library, roles, types, elements}
}

/** Let elements know what they hold, and what holds them. */
function adopt(element: Mutable, made: ReadonlyMap<PDFDict, Mutable>, pdf: PDFDocument, library: Library): void {
  for (const kid of kidsOf(element.dict, library)) {
    const below = elementOf(kid, pdf, library)
    const child = below && made.get(below)
    if (child === undefined || child.parent !== undefined) continue
    child.parent = element
    element.kids.push(child)
  }
}

interface Mutable {
  dict: PDFDict
  role: string
  parent: Mutable | undefined
  kids: Array<Mutable>
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
