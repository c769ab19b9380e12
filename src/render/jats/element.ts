import type {Element} from 'xast'
import {x} from 'xastscript'
import {xmlText} from './inline.ts'

/** An element that holds a text; `undefined` for no text. */
export function text(name: string, value: string | undefined, attributes: Record<string, string> = {}) {
  return value === undefined || value === '' ? undefined : x(name, attributes, xmlText(value))
}

/** Day, month, year, as JATS orders them. */
export function dateParts(date: string): Array<Element> {
  const [year, month, day] = date.split('-')
  return [text('day', day), text('month', month), text('year', year)].filter((part) => part !== undefined)
}
