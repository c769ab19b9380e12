import type {Element} from 'hast'

/** Elements whose first child is what the others are scripts of. */
const scripted: ReadonlySet<string> = new Set([
  'msub',
  'msup',
  'msubsup',
  'munder',
  'mover',
  'munderover',
  'mmultiscripts'
])

/** Signs that keep their room, as TeX's large operators do. */
const large = /^[∏∐∑∫-∳⋀-⋃⨀-⨜]$/u

/**
 * Set relations and operators in scripts without room around them, as TeX does (“The TeXbook”, chapter 18: of all spaces but
 * those of large operators none is left in scripts); MathML gives them the room of the line. Changes the formula.
 */
export function tightScripts(math: Element): Element {
  const open: Array<readonly [element: Element, isScript: boolean]> = [[math, false]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [element, isScript] = next
    const children = element.children.filter((child) => child.type === 'element')
    for (const [index, child] of children.entries()) {
      if (isScript && child.tagName === 'mo' && children.length > 1) tighten(child)
      open.push([child, isScript || (index > 0 && scripted.has(element.tagName))])
    }
  }
  return math
}

function tighten({properties, children: [text]}: Element): void {
  if (text?.type === 'text' && large.test(text.value)) return
  properties['lspace'] ??= '0'
  properties['rspace'] ??= '0'
}
