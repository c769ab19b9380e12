import type {CslItem} from '../../model/article.ts'
import type {ItemClass} from './item-classes.ts'
import {classesOf, conditionOf} from './item-classes.ts'

/** An element of a style as the engine's parser gives it. */
export interface StyleElement {
  readonly name: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: ReadonlyArray<StyleElement | string>
}

/** The way through a style that the engine goes. */
interface Walk {
  /** The items that come to an element. */
  readonly classes: ReadonlyArray<ItemClass>
  /** Goes into a macro where the engine would, and gives the name that it has there. */
  readonly macro: (name: string, classes: Walk['classes']) => string
  /** Whether the engine makes a macro where it is called first, and nowhere else. */
  readonly isShared: boolean
  readonly isNew: (macro: string) => boolean
}

/**
 * A style without the branches that none of the items can take: it prints the same, and the engine is ready sooner. A
 * branch that goes keeps the calls of macros that come first there: what the engine makes of a macro depends on where it
 * meets it. What works are sorted by gets macros of its own, each for the items that come to it: the engine writes them out
 * at each call, those that they call within them, which is 30,000 steps of APA's style. A style is left whole where items
 * may change their type in the engine.
 */
export function pruned(style: StyleElement, items: Iterable<CslItem>): StyleElement {
  const classes = classesOf(items)
  if (classes === undefined) return style
  const macros = macrosOf(style)
  const met = new Map<string, StyleElement>()
  /** Enter a macro under a name before it is gone into: one that calls itself finds its name, for the engine to complain of. */
  const meet = (macro: StyleElement, name: string, walk: Walk) => {
    met.set(name, macro)
    const made = prunedElement(macro, walk)
    met.set(name, {...made, attrs: {...made.attrs, name}})
  }
  const isNew = (name: string) => macros.has(name) && !met.has(name)
  const printed: Walk = {
    classes,
    macro: (name) => {
      const macro = macros.get(name)
      if (macro !== undefined && isNew(name)) meet(macro, name, printed)
      return name
    },
    isShared: true,
    isNew
  }
  const sorted = (reached: Walk['classes']): Walk => ({
    classes: reached,
    macro: (name, coming) => {
      const macro = macros.get(name)
      if (macro === undefined) return name
      const own = `${name} of ${coming.map(({number}) => number).join()}`
      if (!met.has(own)) meet(macro, own, sorted(coming))
      return own
    },
    isShared: false,
    isNew
  })
  const parts = style.children.filter((child) => typeof child !== 'string' && child.name !== 'macro')
  const left = parts.map((part) => (typeof part === 'string' ? part : prunedElement(part, printed, sorted(classes))))
  return {...style, children: [...left, ...met.values()]}
}

/** By name, of several the first. */
function macrosOf({children}: StyleElement): ReadonlyMap<string, StyleElement> {
  const macros = new Map<string, StyleElement>()
  for (const child of children) {
    if (typeof child === 'string' || child.name !== 'macro') continue
    const {name = ''} = child.attrs
    if (!macros.has(name)) macros.set(name, dated(child))
  }
  return macros
}

/** A macro marked as the engine marks those with a date, of which nothing else is sorted by: it may lose it. */
function dated(macro: StyleElement): StyleElement {
  return hasDate(macro) ? {...macro, attrs: {...macro.attrs, 'macro-has-date': 'true'}} : macro
}

function hasDate({name, children}: StyleElement): boolean {
  return name === 'date' || children.some((child) => typeof child !== 'string' && hasDate(child))
}

/** What is left of an element, and of what is sorted by within it. */
function prunedElement(element: StyleElement, walk: Walk, sorting = walk): StyleElement {
  const {name, attrs, children} = element
  if (name === 'choose') return {...element, children: branches(children, walk)}
  const called = attrs['macro']
  const {macro, classes} = name === 'key' ? sorting : walk
  return {
    ...element,
    attrs: called === undefined ? attrs : {...attrs, macro: macro(called, classes)},
    children: children.map((child) => (typeof child === 'string' ? child : prunedElement(child, walk, sorting)))
  }
}

/** The branches that are left, each with the items that come to it. */
function branches(children: StyleElement['children'], walk: Walk): StyleElement['children'] {
  let coming = walk.classes
  const left = children.flatMap((child) => {
    if (typeof child === 'string') return []
    const outcomes = coming.map(child.name === 'else' ? () => true : conditionOf(child.attrs))
    const taken = coming.filter((_, index) => outcomes[index] !== false)
    coming = coming.filter((_, index) => outcomes[index] !== true)
    return taken.length > 0 ? [prunedElement(child, {...walk, classes: taken})] : firstCalls(child, walk)
  })
  return begun(left)
}

/** `choose` must begin with `if` (CSL 1.0.2, “Choose”). */
function begun(left: ReadonlyArray<StyleElement>): ReadonlyArray<StyleElement> {
  const [first, ...rest] = left
  return first === undefined || first.name === 'else' ? [never, ...left] : [{...first, name: 'if'}, ...rest]
}

const never: StyleElement = {name: 'if', attrs: {type: 'none-of-the-list', match: 'any'}, children: []}

/** An element that nothing comes to, as far as it calls macros that come first there. */
function firstCalls(element: StyleElement, walk: Walk): ReadonlyArray<StyleElement> {
  const {name, attrs} = element
  const called = attrs['macro']
  if (called !== undefined) {
    if (!walk.isShared || !walk.isNew(called)) return []
    walk.macro(called, walk.classes)
    return [element]
  }
  const children = element.children.flatMap((child) => (typeof child === 'string' ? [] : firstCalls(child, walk)))
  return children.length === 0 ? [] : [{...element, children: name === 'choose' ? begun(children) : children}]
}
