import type {Element as HastElement} from 'hast'
import type {Element, ElementContent} from 'xast'
import {m} from '../xml.ts'
import {elementsOf, operatorIn, type Write} from './node.ts'

/** Accents by the sign that MathML sets above, as combining characters. */
const accents: ReadonlyMap<string, string> = new Map([
  ['^', '\u0302'],
  ['ˆ', '\u0302'],
  ['~', '\u0303'],
  ['˜', '\u0303'],
  ['∼', '\u0303'],
  ['ˉ', '\u0304'],
  ['¯', '\u0304'],
  ['˘', '\u0306'],
  ['˙', '\u0307'],
  ['¨', '\u0308'],
  ['˚', '\u030A'],
  ['ˇ', '\u030C'],
  ['`', '\u0300'],
  ['´', '\u0301'],
  ['→', '\u20D7'],
  ['←', '\u20D6'],
  ['⃛', '\u20DB'],
  ['⃜', '\u20DC']
])

const braces = /^[⏞⏟⏜⏝⎴⎵]$/u

/** `munder`, `mover`, `munderover` as accent, bar, brace or limits. */
export function stacked(node: HastElement, write: Write): Array<ElementContent> {
  const [base, first, second] = elementsOf(node)
  const inner = write.one(base)
  if (node.tagName === 'munderover')
    return [limit('limUpp', [limit('limLow', inner, write.one(first))], write.one(second))]
  const above = node.tagName === 'mover'
  const sign = operatorIn(first)
  const accent = sign === undefined || !above ? undefined : accents.get(sign)
  if (accent !== undefined) return [m('acc', {}, [m('accPr', {}, [m('chr', {val: accent})]), m('e', {}, inner)])]
  if (sign !== undefined && /^[‾_―_]$/u.test(sign)) {
    return [m('bar', {}, [m('barPr', {}, [m('pos', {val: above ? 'top' : 'bot'})]), m('e', {}, inner)])]
  }
  if (sign !== undefined && braces.test(sign)) {
    const properties = [m('chr', {val: sign}), ...(above ? [m('pos', {val: 'top'}), m('vertJc', {val: 'bot'})] : [])]
    return [m('groupChr', {}, [m('groupChrPr', {}, properties), m('e', {}, inner)])]
  }
  return [limit(above ? 'limUpp' : 'limLow', inner, write.one(first))]
}

function limit(name: string, base: ReadonlyArray<ElementContent>, limits: ReadonlyArray<ElementContent>): Element {
  return m(name, {}, [m('e', {}, base), m('lim', {}, limits)])
}
