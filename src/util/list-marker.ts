import type {List} from 'mdast'
import type {ListNumbering, NumberStyle} from '../model/list-numbering.ts'
import {letters} from './letters.ts'
import {romanOf} from './roman.ts'

const usual: ListNumbering = {style: 'decimal', delimiter: 'period'}

/** How an ordered list counts; `1.` unless it says otherwise. */
export function numberingOf({data}: List): ListNumbering {
  return data?.numbering ?? usual
}

/** The number of an item with what stands around it: `1.`, `b)`, `(iv)`. Items are counted from 0. */
export function markerOf(list: List, index: number): string {
  const {style, delimiter} = numberingOf(list)
  const number = countedIn(style, (list.start ?? 1) + index)
  return `${delimiter === 'parentheses' ? '(' : ''}${number}${delimiter === 'period' ? '.' : ')'}`
}

/** A number from 1 in a style; digits where the style has none for it. */
function countedIn(style: NumberStyle, number: number): string {
  if (style === 'decimal' || number < 1 || number > 3999) return String(number)
  const upper = style.endsWith('alpha') ? letters(number) : romanOf(number)
  return style.startsWith('lower') ? upper.toLowerCase() : upper
}
