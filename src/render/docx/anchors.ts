import type {Element, ElementContent} from 'xast'
import {w} from './xml.ts'

/** The bookmarks of a document. */
export interface Anchors {
  /** The bookmark that an identifier of the article is known by. */
  nameOf(identifier: string): string
  /** The bookmark around the number alone of what an identifier names. */
  numberOf(identifier: string): string
  /** Put a bookmark around content; one that there is already is not put again. */
  around(name: string, content: ReadonlyArray<ElementContent>): Array<ElementContent>
}

/** A bookmark's name is at most 40 characters, letters, digits and `_` (Word’s own limit), and no two differ in case alone. */
const longest = 40

export function createAnchors(): Anchors {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const placed = new Set<string>()
  const name = (identifier: string, prefix: string) => {
    const key = `${prefix}${identifier}`
    const known = names.get(key)
    if (known !== undefined) return known
    const base = `${prefix}${identifier.toWellFormed().replace(/[^\p{L}\p{N}]+/gu, '_')}`
    let made = cut(base, longest)
    for (let count = 2; taken.has(made.toLowerCase()); count++) made = `${cut(base, longest - 7)}_${count}`
    taken.add(made.toLowerCase())
    names.set(key, made)
    return made
  }
  return {
    nameOf: (identifier) => name(identifier, 'a_'),
    numberOf: (identifier) => name(identifier, 'n_'),
    around(known, content) {
      if (placed.has(known)) return [...content]
      placed.add(known)
      const id = placed.size
      return [w('bookmarkStart', {id, name: known}), ...content, w('bookmarkEnd', {id})]
    }
  }
}

/** Put a bookmark at the beginning of the first paragraph of blocks. */
export function anchored(name: string | undefined, anchors: Anchors, blocks: Array<ElementContent>) {
  const first = name === undefined ? undefined : firstParagraph(blocks)
  if (name === undefined || first === undefined) return blocks
  const at = isNamed(first.children[0], 'w:pPr') ? 1 : 0
  first.children.splice(at, 0, ...anchors.around(name, []))
  return blocks
}

function firstParagraph(nodes: ReadonlyArray<ElementContent>): Element | undefined {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    if (node.name === 'w:p') return node
    const inner = node.name.startsWith('w:t') ? firstParagraph(node.children) : undefined
    if (inner !== undefined) return inner
  }
  return undefined
}

function isNamed(node: ElementContent | undefined, name: string): boolean {
  return node?.type === 'element' && node.name === name
}

function cut(text: string, length: number): string {
  return text.slice(0, length).toWellFormed().replaceAll('\uFFFD', '')
}
