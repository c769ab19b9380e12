import type {Element as HastElement} from 'hast'
import type {Element} from 'xast'
import {m} from '../xml.ts'
import {elementsOf, textIn, type Write} from './node.ts'

/** A row between fences that grow, `\left( … \right)`, as `m:d`; `undefined` for any other. */
export function delimited(node: HastElement, write: Write): Element | undefined {
  const all = elementsOf(node)
  const [first] = all
  const last = all.at(-1)
  if (first === undefined || last === undefined || all.length < 2) return undefined
  if (!isFence(first, 'prefix') || !isFence(last, 'postfix')) return undefined
  const parts: Array<Array<HastElement>> = [[]]
  let separator: string | undefined
  for (const child of all.slice(1, -1)) {
    const sign = isFence(child, 'infix') ? textIn(child.children) : undefined
    if (sign === undefined || (separator !== undefined && separator !== sign)) parts.at(-1)?.push(child)
    else {
      separator = sign
      parts.push([])
    }
  }
  return m('d', {}, [
    m('dPr', {}, [
      m('begChr', {val: textIn(first.children)}),
      ...(separator === undefined ? [] : [m('sepChr', {val: separator})]),
      m('endChr', {val: textIn(last.children)})
    ]),
    ...parts.map((part) => m('e', {}, write.row(part)))
  ])
}

function isFence(node: HastElement, form: string): boolean {
  const {fence, form: own, stretchy} = node.properties
  return (
    node.tagName === 'mo' &&
    own === form &&
    (String(fence) === 'true' || (form === 'infix' && String(stretchy) === 'true'))
  )
}
