import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'

const inItems: ReadonlySet<string> = new Set(['def-list', 'list', 'p'])
const alone: ReadonlySet<string> = new Set(['p'])

/** What stands in a list’s item: paragraphs and lists; anything else gets a paragraph about it (JATS 1.3, `list-item`). */
export function itemContent(children: ReadonlyArray<ElementContent>): Array<ElementContent> {
  return wrapped(children, inItems)
}

/** What stands in a note, a definition or an abstract: paragraphs alone (JATS 1.3, `fn`, `def`, `abstract`). */
export function paragraphs(children: ReadonlyArray<ElementContent>): Array<ElementContent> {
  return wrapped(children, alone)
}

function wrapped(children: ReadonlyArray<ElementContent>, allowed: ReadonlySet<string>): Array<ElementContent> {
  return unsectioned(loose(children)).map((child) =>
    isElement(child) && allowed.has(child.name) ? child : x('p', [child])
  )
}

/** What stands in a section: what follows a section in it belongs to that one (JATS 1.3, `sec`). */
export function sectioned(children: ReadonlyArray<ElementContent>): Array<ElementContent> {
  const found: Array<ElementContent> = []
  for (const child of children) {
    const last = found.at(-1)
    if (last !== undefined && isSection(last) && !isSection(child)) {
      last.children = sectioned([...last.children, child])
    } else found.push(child)
  }
  return found
}

/** What stands where no section may: its title becomes a paragraph. */
export function unsectioned(children: ReadonlyArray<ElementContent>): Array<ElementContent> {
  return children.flatMap((child): Array<ElementContent> => {
    if (!isSection(child)) return [child]
    const {id} = child.attributes
    const isHead = (inner: ElementContent) => isElement(inner) && (inner.name === 'label' || inner.name === 'title')
    const words = child.children.filter(isHead).flatMap((inner) => (isElement(inner) ? inner.children : []))
    const title = x('p', typeof id === 'string' ? {id} : {}, [x('bold', words)])
    return [title, ...unsectioned(child.children.filter((inner) => !isHead(inner)))]
  })
}

function isSection(node: ElementContent): node is Element {
  return isElement(node) && node.name === 'sec'
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element'
}

/** What runs on in a line. */
const phrases: ReadonlySet<string> = new Set(
  'bold ext-link inline-formula inline-graphic italic monospace sc strike styled-content sub sup underline xref'.split(
    ' '
  )
)

/** What stands where no text may: each run of it gets a paragraph. */
export function loose(children: ReadonlyArray<ElementContent>): Array<ElementContent> {
  const found: Array<ElementContent> = []
  let run: Array<ElementContent> = []
  const end = () => {
    if (run.some((child) => child.type !== 'text' || child.value.trim() !== '')) found.push(x('p', run))
    run = []
  }
  for (const child of children) {
    if (child.type === 'text' || phrases.has(nameOf(child))) run.push(child)
    else {
      end()
      found.push(child)
    }
  }
  end()
  return found
}

/** The name of an element; empty for anything else. */
export function nameOf(node: ElementContent): string {
  return node.type === 'element' ? node.name : ''
}
