import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'

/** What Temml builds before it writes it as markup: an element, what stands for its children, or a text. */
export type TemmlNode = TemmlElement | TemmlText

interface TemmlElement {
  /** The name of an element of MathML; an HTML element and a fragment have none. */
  readonly type?: string
  /** Where an anchor leads to. */
  readonly href?: string
  /** Absent from a fragment and an anchor. */
  readonly attributes?: Readonly<Record<string, unknown>>
  readonly classes: ReadonlyArray<string>
  readonly style?: Readonly<Record<string, string>>
  readonly children: ReadonlyArray<TemmlNode>
}

interface TemmlText {
  readonly text: string
}

/** Temml's tree as the nodes that a browser would read from its markup. */
export function contentOf(node: TemmlNode): Array<ElementContent> {
  if ('text' in node) return textOf(node)
  const name = nameOf(node)
  return name === undefined ? childrenOf(node) : [element(name, node)]
}

function nameOf({type, href, attributes}: TemmlElement): string | undefined {
  if (href !== undefined) return 'a'
  return type ?? (attributes === undefined ? undefined : 'span')
}

function element(tagName: string, node: TemmlElement): Element {
  const attributes = attributesOf(node)
  const properties = Object.keys(attributes).length === 0 ? {} : h(tagName, attributes).properties
  return {type: 'element', tagName, properties, children: childrenOf(node)}
}

function attributesOf({href, attributes = {}, classes, style = {}}: TemmlElement): Record<string, string> {
  const own: Record<string, string> = href === undefined ? {} : {href}
  for (const [name, value] of Object.entries(attributes)) own[name] = String(value)
  if (classes.length > 0) own['class'] ??= classes.filter((name) => name !== '').join(' ')
  const css = Object.entries(style).map(([name, value]) => `${hyphenated(name)}:${value};`)
  if (css.length > 0) own['style'] ??= css.join('')
  return own
}

function hyphenated(name: string): string {
  return name.replace(/[A-Z]/g, '-$&').toLowerCase()
}

/** Texts side by side are one. */
function childrenOf({children}: TemmlElement): Array<ElementContent> {
  const read: Array<ElementContent> = []
  for (const node of children.flatMap(contentOf)) {
    const before = read.at(-1)
    if (node.type === 'text' && before?.type === 'text') before.value += node.value
    else read.push(node)
  }
  return read
}

/** HTML knows no U+0000, and one end of a line. */
function textOf({text}: TemmlText): Array<ElementContent> {
  const value = String(text).replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD')
  return value === '' ? [] : [{type: 'text', value}]
}
