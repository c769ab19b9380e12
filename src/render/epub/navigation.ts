import type {Element, Root} from 'hast'
import {h} from 'hastscript'
import type {Terms} from '../../util/terms.ts'
import {walk} from '../../util/walk.ts'
import type {Entry} from './outline.ts'
import {xhtml} from './xhtml.ts'

/** Landmarks beside the text itself, by their `epub:type`. */
const landmarks = ['bibliography', 'endnotes'] as const

/** What the navigation names. */
export interface Book {
  readonly title: string
  readonly language: string
  readonly words: Terms
  readonly tree: Root
  readonly outline: ReadonlyArray<Entry>
}

/** The navigation document (EPUB 3.3, 7): table of contents and landmarks. */
export function navigation({title, language, words, tree, outline}: Book): string {
  const names = {bibliography: words.references, endnotes: words.notes}
  const marks = landmarks.flatMap((type) => {
    const id = firstOf(tree, type)
    return id === undefined ? [] : [mark(type, `text.xhtml#${encodeURIComponent(id)}`, names[type])]
  })
  return xhtml(title, language, [
    h('nav', {'epub:type': 'toc', role: 'doc-toc', id: 'toc', ariaLabelledBy: ['toc-label']}, [
      h('h1', {id: 'toc-label'}, words.contents),
      h('ol', [h('li', [h('a', {href: 'text.xhtml'}, title), ...list(outline)])])
    ]),
    h('nav', {'epub:type': 'landmarks', hidden: true}, [h('ol', [mark('bodymatter', 'text.xhtml', title), ...marks])])
  ])
}

function list(entries: ReadonlyArray<Entry>): Array<Element> {
  if (entries.length === 0) return []
  const items = entries.map(({id, title, entries: inner}) =>
    h('li', [h('a', {href: `text.xhtml#${encodeURIComponent(id)}`}, title), ...list(inner)])
  )
  return [h('ol', items)]
}

function mark(type: string, href: string, name: string): Element {
  return h('li', [h('a', {'epub:type': type, href}, name)])
}

function firstOf(tree: Root, type: string): string | undefined {
  for (const node of walk(tree)) {
    if (node.type !== 'element' || node.properties['epub:type'] !== type) continue
    if (typeof node.properties['id'] === 'string') return node.properties['id']
  }
  return undefined
}
