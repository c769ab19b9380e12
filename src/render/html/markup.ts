import type {Element, Properties, RootContent} from 'hast'
import {toHtml} from 'hast-util-to-html'

/** Which elements and attributes there are. */
type Space = 'html' | 'svg'

/**
 * HTML's tree as markup, as hast-util-to-html writes it, which is asked once how it writes an attribute or an element,
 * and then no more: a page repeats a few of them thousands of times. What is rare is left to it.
 */
export function markupOf(children: ReadonlyArray<RootContent>, space: Space = 'html'): string {
  let text = ''
  for (const child of children) {
    if (child.type === 'text') text += textOf(child.value)
    else if (child.type !== 'element' || others.has(child.tagName)) text += toHtml(child, {space})
    else text += elementOf(child, child.tagName === 'svg' ? 'svg' : space)
  }
  return text
}

/** What holds text that is not escaped, content of another kind, or HTML within SVG. */
const others: ReadonlySet<string> = new Set(['desc', 'foreignObject', 'script', 'style', 'template', 'title'])

function elementOf({tagName, properties, children}: Element, space: Space): string {
  const content = markupOf(children, space)
  const start = `<${tagName}${attributesOf(properties, space)}>${content}`
  return content === '' && isVoid(tagName, space) ? start : `${start}</${tagName}>`
}

const voids = new Map<string, boolean>()

function isVoid(tagName: string, space: Space): boolean {
  const name = `${space} ${tagName}`
  const known = voids.get(name)
  if (known !== undefined) return known
  const made = !toHtml({type: 'element', tagName, properties: {}, children: []}, {space}).endsWith(`</${tagName}>`)
  voids.set(name, made)
  return made
}

function attributesOf(properties: Properties, space: Space): string {
  let text = ''
  for (const key in properties) {
    const value = properties[key]
    if (value !== null && value !== undefined) text += attributeOf(key, value, space)
  }
  return text
}

/** With a space before it; empty where the value says that there is none. */
function attributeOf(key: string, value: NonNullable<Properties[string]>, space: Space): string {
  const {name, spaced} = formOf(key, space)
  const words = spaced && Array.isArray(value) ? value.join(' ').trim() : value
  if (typeof words !== 'string' || words === '' || words === name) return asked(key, value, space)
  return ` ${name}="${escaped(words)}"`
}

interface Form {
  readonly name: string
  /** Whether a list of values has spaces between them. */
  readonly spaced: boolean
}

const forms = {html: new Map<string, Form>(), svg: new Map<string, Form>()}

function formOf(key: string, space: Space): Form {
  const known = forms[space].get(key)
  if (known !== undefined) return known
  const [, name = ''] = /^ (.*)="-"$/s.exec(asked(key, '-', space)) ?? []
  const made = {name, spaced: asked(key, ['-', '-'], space) === ` ${name}="- -"`}
  forms[space].set(key, made)
  return made
}

function asked(key: string, value: Properties[string], space: Space): string {
  const tree: Element = {type: 'element', tagName: 'a', properties: {[key]: value}, children: []}
  return toHtml(tree, {space}).slice('<a'.length, -'></a>'.length)
}

function textOf(value: string): string {
  return /[<&]/.test(value) ? value.replace(/[<&]/g, reference) : value
}

function escaped(value: string): string {
  return dangerous.test(value) ? value.replace(/[\0"&'`]/g, reference) : value
}

const dangerous = /[\0"&'`]/

function reference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`
}
