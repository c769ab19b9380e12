import * as fc from 'fast-check'
import type {Element, ElementContent, Properties} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {expect, test} from 'vitest'
import {markupOf} from '../../../src/render/html/markup.ts'

const text = fc.string({unit: fc.constantFrom(...'a é<>&"\'`=\0\n;', 'amp', '#x3C')})
const keys = [
  'id',
  'className',
  'href',
  'hidden',
  'download',
  'dataA',
  'ariaLabel',
  'accept',
  'rowSpan',
  'lang',
  'a<b',
  'style'
]
const value = fc.oneof(
  text,
  fc.constantFrom('', 'hidden', 'download', null, undefined, true, false, 0, 3, Number.NaN),
  fc.array(fc.oneof(text, fc.integer()), {maxLength: 3})
)
const properties = fc.dictionary(fc.constantFrom(...keys), value) as fc.Arbitrary<Properties>
const names = ['a', 'br', 'div', 'IMG', 'math', 'mi', 'noscript', 'script', 'style', 'svg', 'textarea', 'title']
const {node} = fc.letrec<{node: ElementContent; element: Element}>((tie) => ({
  node: fc.oneof(
    {depthSize: 'small'},
    fc.record({type: fc.constant('text' as const), value: text}),
    fc.record({type: fc.constant('comment' as const), value: text}),
    tie('element')
  ),
  element: fc.record({
    type: fc.constant('element' as const),
    tagName: fc.constantFrom(...names),
    properties,
    children: fc.array(tie('node'), {maxLength: 3})
  })
}))

test('writes every tree as hast-util-to-html does', () => {
  fc.assert(
    fc.property(fc.array(node, {maxLength: 4}), (children) => {
      expect(markupOf(children)).toBe(toHtml({type: 'root', children}))
    }),
    {numRuns: 500}
  )
})
