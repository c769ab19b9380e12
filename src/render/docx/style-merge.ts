import type {Element, ElementContent} from 'xast'
import {attributeBelow, elementsOf, renameStyles} from './reference-document.ts'
import {w} from './xml.ts'

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

/** What is asked for over a journal's head. */
export interface Wishes {
  readonly language: string
  /** Lines of running text stand as far apart as in our styles. */
  readonly spaced: boolean
}

/** Take another document's styles as they are, found by name since ids differ with Word's language, and add those it lacks. */
export function mergeStyles(own: Element, reference: Element, {language, spaced}: Wishes): MergedStyles {
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
      if (spaced) takeSpacing(same, style)
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

/** What stands behind the spacing in `w:pPr` (ECMA-376-1, 17.3.1.26). */
const behind =
  /^w:(?:ind|contextualSpacing|mirrorIndents|suppressOverlap|jc|text\w+|outlineLvl|divId|cnfStyle|rPr|sectPr|pPrChange)$/

/** Set the lines of a style as far apart as those of another, in place. */
function takeSpacing(style: Element, like: Element): void {
  const wanted = below(like, 'w:pPr')
  const line = wanted && attributeBelow(wanted, 'w:spacing', 'w:line')
  if (line === undefined) return
  const paragraph = below(style, 'w:pPr') ?? inserted(style, w('pPr'), /^w:(?:rPr|tbl\w+|tr\w+|tc\w+)$/)
  const spacing = below(paragraph, 'w:spacing') ?? inserted(paragraph, w('spacing'), behind)
  Object.assign(spacing.attributes, {'w:line': line, 'w:lineRule': 'auto'})
}

function below(node: Element, name: string): Element | undefined {
  return elementsOf(node).find((child) => child.name === name)
}

/** Put a child before the first of those that stand behind it. */
function inserted(parent: Element, child: Element, after: RegExp): Element {
  const at = parent.children.findIndex((each) => each.type === 'element' && after.test(each.name))
  parent.children.splice(at < 0 ? parent.children.length : at, 0, child)
  return child
}

/** Word's own names count without case. */
function keyOf(style: Element): string {
  return `${style.attributes['w:type']} ${(attributeBelow(style, 'w:name') ?? '').toLowerCase()}`
}

function idOf(style: Element): string {
  return String(style.attributes['w:styleId'])
}
