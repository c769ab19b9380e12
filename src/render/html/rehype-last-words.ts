import type {Element, ElementContent, Root, Text} from 'hast'
import {elementsOf} from './elements.ts'
import type {Medium} from './scope.ts'

const blocks = new Set(['dd', 'div', 'figcaption', 'li', 'p'])
const inline = new Set(['a', 'cite', 'em', 'i', 'q', 'span', 'strong'])

/** The space before a last word of no more than three characters. */
const space = / (?=\S{1,3}\s*$)/

/** Keep the last word of a printed block with the one before it, if it is so short that it would look lost on a line of its own. */
export function rehypeLastWords(medium: Medium) {
  return (tree: Root): void => {
    if (medium !== 'print') return
    for (const element of elementsOf(tree)) {
      const text = blocks.has(element.tagName) ? lastTextOf(element) : undefined
      if (text !== undefined) text.value = text.value.slice(0, -tail) + text.value.slice(-tail).replace(space, '\u00a0')
    }
  }
}

/** Characters in which the last word is looked for. */
const tail = 12

/** The text that a block ends with; `undefined` where it ends with something else, such as a formula or code. */
function lastTextOf({children}: Element): Text | undefined {
  const last = children.findLast((child) => !isNothing(child))
  if (last?.type === 'text') return last
  return last?.type === 'element' && inline.has(last.tagName) && !hasClass(last, 'math') ? lastTextOf(last) : undefined
}

/** White space, and the way back from a note, which is not printed. */
function isNothing(child: ElementContent): boolean {
  return child.type === 'text' ? child.value.trim() === '' : child.type !== 'element' || hasClass(child, 'back')
}

function hasClass({properties: {className}}: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}
