import type {Element} from 'xast'
import {x} from 'xastscript'
import {xmlText} from '../jats/inline.ts'
import {line} from '../metadata/line.ts'

/** An element that holds a line of text; `undefined` where there is none. */
export function element(
  name: string,
  text: string | undefined,
  attributes: Readonly<Record<string, string>> = {}
): Element | undefined {
  const value = text === undefined ? '' : line(text)
  return value === '' ? undefined : x(name, {...attributes}, xmlText(value))
}

/** Without what is `undefined`. */
export function present<T>(list: ReadonlyArray<T | undefined>): Array<T> {
  return list.filter((each) => each !== undefined)
}

/** A date's parts as Crossref orders them. */
export function date(name: string, iso: string | undefined): Element | undefined {
  if (iso === undefined) return undefined
  const [year, month, day] = iso.split('-')
  const parts = present([element('month', month), element('day', day), element('year', year)])
  return x(name, {media_type: 'online'}, parts)
}

/** The `language` attribute, which takes ISO 639-1 codes of two letters. */
export function language(tag: string): Readonly<Record<string, string>> {
  const code = /^[a-z]{2}(?=-|$)/i.exec(tag)?.[0].toLowerCase()
  return code === undefined ? {} : {language: code}
}
