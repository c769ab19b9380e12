import type {Image, InlineCode, Link} from 'mdast'
import type {InlineMath} from 'mdast-util-math'
import type {Handle} from 'mdast-util-to-markdown'
import {defaultHandlers} from 'mdast-util-to-markdown'
import type {Span, Subscript, Superscript} from '../../model/nodes.ts'
import {behind} from './attributes.ts'

const span: Handle = (node: Span, _parent, state, info) => {
  const exit = state.enter('label')
  const inside = state.containerPhrasing(node, {...info, before: '[', after: ']'})
  exit()
  const attributes = behind(node)
  return attributes === '' ? inside : `[${inside}]${attributes}`
}

/** Between marks no white space may stand; HTML's elements say the same. */
function script(mark: string, element: string): Handle {
  return (node: Subscript | Superscript, _parent, state, info) => {
    const inside = state.containerPhrasing(node, {...info, before: mark, after: mark})
    return /\s/.test(inside) || inside === '' ? `<${element}>${inside}</${element}>` : mark + inside + mark
  }
}

const inlineMath: Handle = ({value}: InlineMath) =>
  /\$/.test(value.replace(/\\[\s\S]/g, '')) ? `$$${value}$$` : `$${value}$`

const link: Handle = (node: Link, parent, state, info) => {
  const attributes = behind(node)
  // An address in angles takes none.
  if (attributes === '') return defaultHandlers.link(node, parent, state, info)
  return defaultHandlers.link({...node, title: node.title ?? ''}, parent, state, info) + attributes
}

const image: Handle = (node: Image, parent, state, info) =>
  defaultHandlers.image(node, parent, state, info) + behind(node)

const inlineCode: Handle = (node: InlineCode, parent, state) =>
  defaultHandlers.inlineCode(node, parent, state) + behind(node)

/** The library asks what a node would begin with, to know what must be escaped before it. */
function beginning(handle: Handle, first: string): Handle {
  return Object.assign(handle, {peek: () => first})
}

/** What stands in a line of text. */
export const inlineHandlers = {
  image: beginning(image, '!'),
  inlineCode: beginning(inlineCode, '`'),
  inlineMath,
  link,
  span: beginning(span, '['),
  subscript: script('~', 'sub'),
  superscript: script('^', 'sup')
}
