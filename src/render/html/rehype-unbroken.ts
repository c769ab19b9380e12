import type {Element, ElementContent, Root, RootContent, Text} from 'hast'
import {elementsOf} from './elements.ts'

/** Punctuation, and the rest of a word up to its first hyphen: “.”, “)”, “th”, “-dimensional”; not letters of scripts that break anywhere. */
const after =
  /^[\p{Pe}\p{Pf}\p{Po}]*(?:[\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}\p{N}]{1,8})?[-\u2010]?[\p{Pe}\p{Pf}\p{Po}]*/u
/** Brackets and quotation marks that open. */
const before = /[\p{Ps}\p{Pi}]{1,4}$/u

/** As `inlineMath` writes it. */
type Formula = Element & {tagName: 'span'}

const unbrokenStyle = 'white-space: nowrap'

/**
 * Keep formulas on one line with what belongs to them, such as the full stop after them: a browser may end a line before and after what
 * is no text, whatever stands there (CSS Text 3, 5.1).
 */
export function rehypeUnbroken() {
  return (tree: Root): void => {
    for (const parent of [tree, ...elementsOf(tree)]) {
      if (parent.children.some(isFormula)) parent.children = unbroken(parent.children) as Array<ElementContent>
    }
  }
}

function unbroken(children: ReadonlyArray<RootContent>): Array<RootContent> {
  const made: Array<RootContent> = []
  for (const child of children) {
    const last = made.at(-1)
    if (isFormula(child)) made.push(...afterText(last, child, made))
    else if (child.type === 'text' && last !== undefined && endsInFormula(last))
      made.push(...withText(last, child, made))
    else made.push(child)
  }
  return made
}

/** A formula, on one line with what opens before it. */
function afterText(
  last: RootContent | undefined,
  formula: Element,
  made: Array<RootContent>
): ReadonlyArray<RootContent> {
  const [tail = ''] = last?.type === 'text' ? (before.exec(last.value) ?? []) : []
  if (last?.type !== 'text' || tail === '') return [formula]
  made.pop()
  return [...texts(last.value.slice(0, -tail.length)), line([...texts(tail), formula])]
}

/** A text, the beginning of which is on one line with the formula before it. */
function withText(last: Element, {value}: Text, made: Array<RootContent>): ReadonlyArray<RootContent> {
  const [head = ''] = after.exec(value) ?? []
  if (head === '') return texts(value)
  made.pop()
  return [line([...(isFormula(last) ? [last] : last.children), ...texts(head)]), ...texts(value.slice(head.length))]
}

/** TeX that could not be read stands there as it is written, and may be broken. */
function isFormula(node: RootContent): node is Formula {
  if (node.type !== 'element') return false
  const {className} = node.properties
  const isWritten = node.children.some((child) => child.type === 'element' && child.tagName === 'code')
  return node.tagName === 'span' && Array.isArray(className) && className.includes('math') && !isWritten
}

/** A formula, or one with what opens before it. */
function endsInFormula(node: RootContent): node is Formula {
  if (node.type !== 'element') return false
  const inner = node.children.at(-1)
  return isFormula(node) || (node.properties['style'] === unbrokenStyle && inner !== undefined && isFormula(inner))
}

function texts(value: string): Array<Text> {
  return value === '' ? [] : [{type: 'text', value}]
}

function line(children: Array<ElementContent>): Element {
  return {type: 'element', tagName: 'span', properties: {style: unbrokenStyle}, children}
}
