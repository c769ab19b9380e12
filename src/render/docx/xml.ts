import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import {xmlOf} from '../epub/xhtml.ts'

/** The namespaces of WordprocessingML's parts (ECMA-376-1, 2016, transitional), and of the extensions that Word reads. */
export const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:m': 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture'
}

type Values = Readonly<Record<string, number | string | undefined>>

/** An element of WordprocessingML; its attributes take the prefix too, unless they have one. */
export function w(name: string, values: Values = {}, children: ReadonlyArray<ElementContent> = []): Element {
  return prefixed('w', name, values, children)
}

/** An element of Office Math (ECMA-376-1, 22.1). */
export function m(name: string, values: Values = {}, children: ReadonlyArray<ElementContent> = []): Element {
  return prefixed('m', name, values, children)
}

/** A part as a file. */
export function part(root: Element): Uint8Array {
  return new TextEncoder().encode(xmlOf({type: 'root', children: [root]}))
}

function prefixed(prefix: string, name: string, values: Values, children: ReadonlyArray<ElementContent>): Element {
  const entries = Object.entries(values).map(([key, value]) => [key.includes(':') ? key : `${prefix}:${key}`, value])
  return x(`${prefix}:${name}`, Object.fromEntries(entries), [...children])
}
