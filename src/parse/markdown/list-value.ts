import type {ListNumbering, NumberDelimiter, NumberStyle} from '../../model/list-numbering.ts'
import {numberOfRoman} from '../../util/roman.ts'

export interface ListValue {
  readonly numbering: ListNumbering
  /** The number of an item that begins a list. */
  readonly start: number
  /** The label of an example, empty if it has none. */
  readonly example?: string
}

/**
 * What the mark of an item says: `a.`, `iv)`, `(2)`, `#.`, `(@label)`; `undefined` if no list begins with it.
 * One letter is one of the alphabet, but for `i`; in a list of `before`, it goes on as that counts.
 * `(c)` begins no list: it is a claim to a copyright.
 */
export function listValue(mark: string, before?: ListNumbering): ListValue | undefined {
  const [, open = '', value = '', close = ''] = /^(\()?([^()]+)([.)])$/.exec(mark) ?? []
  const delimiter = delimiterOf(open, close)
  if (value === '' || delimiter === undefined || (before !== undefined && before.delimiter !== delimiter))
    return undefined
  if (value.startsWith('@')) return delimiter === 'parentheses' ? example(value.slice(1), before) : undefined
  if (before === undefined ? /^\(c\)$/i.test(mark) : before.isExamples === true) return undefined
  return counted(value, delimiter, before)
}

function delimiterOf(open: string, close: string): NumberDelimiter | undefined {
  if (open === '(') return close === ')' ? 'parentheses' : undefined
  return close === '.' ? 'period' : 'parenthesis'
}

function counted(value: string, delimiter: NumberDelimiter, before: ListNumbering | undefined): ListValue | undefined {
  for (const style of stylesOf(value, before)) {
    const start = numberIn(style, value)
    if (start !== undefined) return {numbering: {style, delimiter}, start}
  }
  return undefined
}

function example(label: string, before: ListNumbering | undefined): ListValue | undefined {
  if (before !== undefined && before.isExamples !== true) return undefined
  const delimiter: NumberDelimiter = 'parentheses'
  return {numbering: {style: 'decimal', delimiter, isExamples: true}, start: 1, example: label}
}

/** The ways in which a value may count, the likeliest first. */
function stylesOf(value: string, before: ListNumbering | undefined): ReadonlyArray<NumberStyle> {
  if (before !== undefined) return [before.style]
  if (/^(?:#|\d+)$/.test(value)) return ['decimal']
  const size = value === value.toLowerCase() ? 'lower' : 'upper'
  return /^i$/i.test(value) || value.length > 1 ? [`${size}-roman`] : [`${size}-alpha`]
}

function numberIn(style: NumberStyle, value: string): number | undefined {
  if (value === '#') return 1
  if (style === 'decimal') return /^\d{1,9}$/.test(value) ? Number(value) : undefined
  if (value !== (style.startsWith('lower') ? value.toLowerCase() : value.toUpperCase())) return undefined
  if (style.endsWith('roman')) return numberOfRoman(value)
  return /^[a-z]$/i.test(value) ? value.toLowerCase().charCodeAt(0) - 96 : undefined
}
