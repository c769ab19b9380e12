import type {Element, ElementContent} from 'xast'
import {attributeBelow, elementsOf, renameStyles} from './reference-document.ts'

/** Styles of a journal's document with ours beneath them, and what it calls ours. */
export interface MergedStyles {
  readonly root: Element
  /** Its ids, by ours. */
  readonly names: ReadonlyMap<string, string>
}

/** What a style says that holds in its own document alone: its list, and the language of the text. */
function fitted(node: Element, language: string): Element {
  if (node.name === 'w:lang')
    return {...node, attributes: {'w:val': language, 'w:eastAsia': language, 'w:bidi': language}}
  const children = node.children.flatMap((child): Array<ElementContent> => {
    if (child.type !== 'element') return [child]
    return child.name === 'w:numPr' ? [] : [fitted(child, language)]
  })
  return {...node, children}
}

/** Take another document's styles as they are, found by name since ids differ with Word's language, and add those it lacks. */
export function mergeStyles(own: Element, reference: Element, language: string): MergedStyles {
  const theirs = fitted(reference, language)
  const known = new Map(
    elementsOf(theirs).flatMap((style) => (style.name === 'w:style' ? [[keyOf(style), style] as const] : []))
  )
  const ids = new Set([...known.values()].map(idOf))
  const names = new Map<string, string>()
  const added: Array<Element> = []
  for (const style of elementsOf(own).filter(({name}) => name === 'w:style')) {
    const same = known.get(keyOf(style))
    if (same !== undefined) {
      names.set(idOf(style), idOf(same))
      continue
    }
    let id = idOf(style)
    while (ids.has(id)) id = `${id}1`
    names.set(idOf(style), id)
    const {'w:default': _, ...attributes} = style.attributes
    added.push({...style, attributes: {...attributes, 'w:styleId': id}})
  }
  renameStyles(added, names)
  return {root: {...theirs, children: [...theirs.children, ...added]}, names}
}

/** Word's own names count without case. */
function keyOf(style: Element): string {
  return `${style.attributes['w:type']} ${(attributeBelow(style, 'w:name') ?? '').toLowerCase()}`
}

function idOf(style: Element): string {
  return String(style.attributes['w:styleId'])
}
