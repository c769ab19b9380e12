import type {Code, Heading, Image, Parents, Table} from 'mdast'
import type {Math as DisplayMath} from 'mdast-util-math'
import type {Handle, Info, State} from 'mdast-util-to-markdown'
import {defaultHandlers} from 'mdast-util-to-markdown'
import type {Attributes} from '../../model/attributes.ts'
import {attributesOf} from '../../model/attributes.ts'
import type {
  Bibliography,
  Caption,
  DefinitionDescription,
  DefinitionList,
  DefinitionTerm,
  Div,
  Figure
} from '../../model/nodes.ts'
import {behind, inBraces} from './attributes.ts'
import {listItem} from './list-item.ts'

const heading: Handle = (node: Heading, parent, state, info) =>
  defaultHandlers.heading(node, parent, state, info) + behind(node, ' ')

const math: Handle = (node: DisplayMath) => `$$\n${node.value}\n$$${behind(node, ' ')}`

const code: Handle = (node: Code, parent, state, around) => {
  const {classes, ...rest} = attributesOf(node)
  const {lang} = node
  const named = lang === null || lang === undefined || classes.includes(lang) ? classes : [lang, ...classes]
  const braces = inBraces({...rest, classes: named})
  const [first = '', ...others] = braces.split(' ')
  const said = {lang: first || null, meta: others.join(' ') || null}
  const fenced = node.data?.attributes === undefined ? node : {...node, ...said}
  // Indented code has nowhere to put them.
  return defaultHandlers.code(fenced, parent, state, around)
}

const div: Handle = (node: Div, _parent, state, info) => fenced(behind(node), node, state, info)

const bibliography: Handle = (node: Bibliography) => `::: ${behind(node) || '{#refs}'}\n:::`

const definitionList: Handle = ({children}: DefinitionList, _parent, state, info) =>
  children
    .map((child, index) => {
      const set = child.type === 'definitionTerm' ? index > 0 : child.spread
      return `${set ? '\n' : ''}${state.handle(child, undefined, state, info)}`
    })
    .join('\n')

const definitionTerm: Handle = (node: DefinitionTerm, _parent, state, info) =>
  state.containerPhrasing(node as unknown as Heading, {...info, before: '\n', after: '\n'})

const definitionDescription: Handle = (node: DefinitionDescription, _parent, state, info) =>
  state.indentLines(state.containerFlow(node as unknown as Div, info), (line, index, blank) =>
    index === 0 ? `:   ${line}` : blank ? '' : `    ${line}`
  )

function fenced(attributes: string, node: Parents, state: State, info: Info): string {
  const inside = state.containerFlow(node as Div, info)
  return attributes === '' ? inside : `::: ${attributes}\n\n${inside}\n\n:::`
}

const caption: Handle = (node: Caption, _parent, state, info) => state.containerPhrasing(node, info)

const figure: Handle = (node: Figure, _parent, state, info) => {
  const attributes = attributesOf(node)
  const content = node.children.filter((child) => child.type !== 'caption')
  const own = node.children.find((child) => child.type === 'caption')
  const [only] = content
  const exit = only?.type === 'paragraph' ? state.enter('label') : () => undefined
  const words = own === undefined ? '' : state.containerPhrasing(own, info)
  exit()
  if (content.length === 1 && only !== undefined) {
    if (only.type === 'table' && own !== undefined) return captioned(only, words, attributes, state, info)
    if (only.type === 'code') return code(only, undefined, state, info)
    const [image, ...others] = only.type === 'paragraph' ? only.children : []
    if (image?.type === 'image' && others.length === 0) return pictured(image, words, attributes, state, info)
  }
  return fenced(inBraces(attributes), node, state, info)
}

function captioned(table: Table, words: string, attributes: Attributes, state: State, info: Info): string {
  return `${state.handle(table, undefined, state, info)}\n\n: ${words}${inBraces(attributes, ' ')}`
}

function pictured(image: Image, words: string, attributes: Attributes, state: State, info: Info): string {
  const bare = defaultHandlers.image({...image, alt: ''}, undefined, state, info)
  return `![${words}${bare.slice(2)}${inBraces(attributes)}`
}

/** What stands by itself. */
export const blockHandlers = {
  bibliography,
  caption,
  code,
  definitionDescription,
  definitionList,
  definitionTerm,
  div,
  figure,
  heading,
  listItem,
  math
}
