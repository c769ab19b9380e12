import type {Element as HastElement} from 'hast'
import type {Element} from 'xast'
import {m} from '../xml.ts'
import {elementsOf, operatorIn, type Write} from './node.ts'
import {textRun} from './run.ts'

/** A sum, an integral or another large operator, with its limits. */
export interface Nary {
  readonly operator: string
  readonly under: HastElement | undefined
  readonly over: HastElement | undefined
  /** Limits stand above and below, not beside. */
  readonly stacks: boolean
}

const large = /^[∏∐∑∫∬∭∮∯∰∱∲∳⋀⋁⋂⋃⨀⨁⨂⨃⨄⨅⨆⨌]$/u

/** The large operator that an element is, with or without limits. */
export function naryOf(node: HastElement): Nary | undefined {
  const [only, ...others] = elementsOf(node)
  if (node.tagName === 'mrow' && only !== undefined && others.length === 0) return naryOf(only)
  const base = /^m(?:sub|sup|under|over)/.test(node.tagName) ? only : node
  const operator = operatorIn(base)
  if (operator === undefined || !large.test(operator)) return undefined
  const [first, second] = others
  const stacks = /^m(?:under|over)/.test(node.tagName)
  if (base === node) return {operator, under: undefined, over: undefined, stacks}
  if (/^m(?:sup|over)$/.test(node.tagName)) return {operator, under: undefined, over: first, stacks}
  return {operator, under: first, over: second, stacks}
}

/** `m:nary` over what follows; one that nothing follows would show an empty box without the space put there. */
export function nary({operator, under, over, stacks}: Nary, rest: ReadonlyArray<HastElement>, write: Write): Element {
  const hidden = (name: string, part: HastElement | undefined) => (part === undefined ? [m(name, {val: 1})] : [])
  const content = write.row(rest)
  return m('nary', {}, [
    m('naryPr', {}, [
      m('chr', {val: operator}),
      m('limLoc', {val: stacks ? 'undOvr' : 'subSup'}),
      ...hidden('subHide', under),
      ...hidden('supHide', over)
    ]),
    m('sub', {}, write.one(under)),
    m('sup', {}, write.one(over)),
    m('e', {}, content.length === 0 ? [textRun('\u200B', 'p')] : content)
  ])
}
