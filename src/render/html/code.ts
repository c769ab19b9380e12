import type {Element, ElementContent, Properties} from 'hast'
import {h} from 'hastscript'
import type {Code} from 'mdast'
import {attributesOf} from '../../model/attributes.ts'
import {authored} from './attributes.ts'
import type {Writer} from './scope.ts'

/** Code in the colours of its language, with pandoc’s `.numberLines` and `startFrom`; numbers are no part of the text. */
export function code(node: Code, {scope}: Writer): Element {
  const children = scope.highlight(node) ?? [{type: 'text', value: node.value}]
  const {classes, pairs} = attributesOf(node)
  const numbered = classes.some((name) => /^(?:number-?lines|line-?numbers?)$/i.test(name))
  const first = Number(pairs.get('startFrom') ?? pairs.get('start-from') ?? 1)
  const start = Number.isSafeInteger(first) ? first - 1 : 0
  const counter = numbered ? [scope.styles.classOf(`counter-reset:line ${start}`)] : []
  const properties = {...authored(node, [...(numbered ? ['numbered'] : []), ...counter]), tabIndex: 0}
  return h('pre', properties, h('code', languageOf(node), numbered ? lines(children) : children))
}

function languageOf({lang}: Code): Properties {
  return lang === null || lang === undefined ? {} : {className: [`language-${lang}`]}
}

/** Each line in a span; what goes over several lines is closed at the end of each and opened again. */
function lines(children: ReadonlyArray<ElementContent>): Array<ElementContent> {
  const split = splitLines(children)
  return split.flatMap((line, index) => [
    h('span', {className: ['line']}, line),
    ...(index < split.length - 1 ? [{type: 'text' as const, value: '\n'}] : [])
  ])
}

function splitLines(children: ReadonlyArray<ElementContent>): Array<Array<ElementContent>> {
  const out: Array<Array<ElementContent>> = [[]]
  for (const child of children) {
    const parts = child.type === 'element' ? splitElement(child) : splitText(child)
    for (const [index, part] of parts.entries()) {
      if (index > 0) out.push([])
      if (part !== undefined) out.at(-1)?.push(part)
    }
  }
  return out
}

/** Highlighting nests a few levels only. */
function splitElement(element: Element): Array<ElementContent | undefined> {
  return splitLines(element.children).map((children) => (children.length === 0 ? undefined : {...element, children}))
}

function splitText(node: Exclude<ElementContent, Element>): Array<ElementContent | undefined> {
  return node.value.split('\n').map((value) => (value === '' ? undefined : {type: 'text', value}))
}
