import type {Code, RootContent} from 'mdast'
import type {Div} from '../../../model/nodes.ts'
import type {Directive, Reader} from './directive.ts'
import {attributesOfDirective, positioned} from './directive.ts'

/** What our own divs call the options of docutils (https://docutils.sourceforge.io/docs/ref/rst/directives.html#csv-table). */
const names: ReadonlyMap<string, string> = new Map([
  ['delim', 'delimiter'],
  ['file', 'file'],
  ['header-rows', 'header-rows'],
  ['stub-columns', 'header-cols'],
  ['widths', 'widths']
])

/** `{csv-table} title`: the rows stand in the body or in the `file`, the head in `header`. */
export function dataTable(directive: Directive, reader: Reader): ReadonlyArray<RootContent> {
  const {argument, body, options, code} = directive
  const {id, classes} = attributesOfDirective(directive)
  const pairs = new Map<string, string>()
  for (const [option, name] of names) {
    const value = options.get(option)
    if (value !== undefined) pairs.set(name, value)
  }
  const head = options.get('header')
  pairs.set('header-rows', String(Number(pairs.get('header-rows') ?? 0) + (head === undefined ? 0 : 1)))
  const align = options.get('align')
  if (align !== undefined) pairs.set('align', align)
  const words = reader.inline(argument)
  const caption: ReadonlyArray<RootContent> =
    words.length === 0 ? [] : [{type: 'paragraph', children: words, ...positioned(directive)}]
  const value = [...(head === undefined ? [] : [head]), ...(pairs.has('file') ? [] : [body.text])].join('\n')
  const at = bodyPosition(directive, head === undefined ? 0 : 1)
  const rows: ReadonlyArray<Code> = value.trim() === '' ? [] : [{type: 'code', lang: 'csv', meta: null, value, ...at}]
  const attributes = {...(id === undefined ? {} : {id}), classes: ['csv-table', ...classes], pairs}
  const div: Div = {type: 'div', children: [...caption, ...rows] as Div['children'], data: {attributes}}
  return [{...div, ...(code.position === undefined ? {} : {position: code.position})}]
}

/** A fence whose first line is at the place of the body's. */
function bodyPosition({body: {shift}, code}: Directive, before: number): Pick<Code, 'position'> {
  if (code.position === undefined) return {}
  return {position: {...code.position, start: {...code.position.start, line: shift.line - 1 - before}}}
}
