import type {Element} from 'hast'
import type {Image, PhrasingContent} from 'mdast'
import type {Attributes} from '../../../model/attributes.ts'
import {textOf} from '../../../util/text.ts'

/** Elements of a line, as nodes of ours around what they hold. */
type Inline = (children: Array<PhrasingContent>, element: Element) => ReadonlyArray<PhrasingContent>

const emphasis: Inline = (children) => [{type: 'emphasis', children}]
const strong: Inline = (children) => [{type: 'strong', children}]
const struck: Inline = (children) => [{type: 'delete', children}]
const code: Inline = (children) => [{type: 'inlineCode', value: textOf(children)}]
/** The element says nothing that we print; what it says of itself stays. */
const span: Inline = (children, element) => spanOf(children, attributesOfElement(element))

/** HTML's title says what it means. */
function abbreviation(children: Array<PhrasingContent>, element: Element): ReadonlyArray<PhrasingContent> {
  const own = attributesOfElement(element, ['title'])
  return spanOf(children, {...own, classes: ['abbr', ...own.classes]})
}

function classed(name: string): Inline {
  return (children, element) => {
    const own = attributesOfElement(element)
    return spanOf(children, {...own, classes: [...new Set([name, ...own.classes])]})
  }
}

/** The elements that stand in a line of text and say something; what is not here is unknown or a block. */
export const inlineElements: ReadonlyMap<string, Inline> = new Map<string, Inline>([
  ['a', (children, element) => anchor(children, element)],
  ['abbr', abbreviation],
  ['acronym', span],
  ['b', strong],
  ['bdi', span],
  ['bdo', span],
  ['big', span],
  ['br', () => [{type: 'break'}]],
  ['cite', emphasis],
  ['code', code],
  ['data', span],
  ['del', struck],
  ['dfn', emphasis],
  ['em', emphasis],
  ['font', span],
  ['i', emphasis],
  ['img', (_children, element) => imageOf(element)],
  ['ins', classed('underline')],
  ['kbd', code],
  ['mark', classed('mark')],
  ['q', (children) => [{type: 'text', value: '“'}, ...children, {type: 'text', value: '”'}]],
  ['rp', () => []],
  ['rt', span],
  ['ruby', span],
  ['s', struck],
  ['samp', code],
  ['small', classed('small')],
  ['span', span],
  ['strike', struck],
  ['strong', strong],
  ['sub', (children) => [{type: 'subscript', children}]],
  ['sup', (children) => [{type: 'superscript', children}]],
  ['time', span],
  ['tt', code],
  ['u', classed('underline')],
  ['var', emphasis],
  ['wbr', () => [{type: 'text', value: '\u200b'}]]
])

function anchor(children: Array<PhrasingContent>, element: Element): ReadonlyArray<PhrasingContent> {
  const {href, title, name} = element.properties
  const attributes = attributesOfElement(element)
  if (typeof href !== 'string' || href === '') {
    const id = attributes.id ?? (typeof name === 'string' ? name : undefined)
    return spanOf(children, id === undefined ? attributes : {...attributes, id})
  }
  const titled = typeof title === 'string' ? {title} : {}
  return [{type: 'link', url: href, ...titled, children, ...dataOf(attributes)}]
}

function imageOf(element: Element): ReadonlyArray<Image> {
  const {src, alt, title} = element.properties
  if (typeof src !== 'string' || src === '') return []
  const attributes = attributesOfElement(element, ['width', 'height'])
  // An image of HTML says its alternative text in so many words.
  const pairs = typeof alt === 'string' ? new Map([...attributes.pairs, ['alt', alt]]) : attributes.pairs
  const titled = typeof title === 'string' ? {title} : {}
  const described = {alt: typeof alt === 'string' ? alt : null}
  return [{type: 'image', url: src, ...titled, ...described, ...dataOf({...attributes, pairs})}]
}

function spanOf(children: Array<PhrasingContent>, attributes: Attributes): ReadonlyArray<PhrasingContent> {
  const {data} = dataOf(attributes)
  return data === undefined ? children : [{type: 'span', children, data}]
}

/** As `data` of a node; none if there is nothing to say. */
export function dataOf(attributes: Attributes): {data?: {attributes: Attributes}} {
  const {id, classes, pairs} = attributes
  return id === undefined && classes.length === 0 && pairs.size === 0 ? {} : {data: {attributes}}
}

/** Identifier, classes, language and direction of an element, and other attributes by name. */
export function attributesOfElement(element: Element, others: ReadonlyArray<string> = []): Attributes {
  const {id, className} = element.properties
  const classes = Array.isArray(className) ? className.map(String) : []
  const pairs = new Map<string, string>()
  for (const name of ['lang', 'dir', ...others]) {
    const value = element.properties[name]
    if (typeof value === 'string' || typeof value === 'number') pairs.set(name, String(value))
  }
  return {...(typeof id === 'string' && id !== '' ? {id} : {}), classes, pairs}
}
