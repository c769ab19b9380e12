import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Nodes} from 'mdast'
import type {Caption, Figure} from '../../model/nodes.ts'
import {numbered} from '../../util/terms.ts'
import {authored} from './attributes.ts'
import type {Writer, Written} from './scope.ts'

/** A float: the caption of a table or listing stands above it, that of a figure below. */
export function figure(node: Figure, writer: Writer): Written {
  const {scope} = writer
  const caption = node.children.find((child) => child.type === 'caption')
  const content = writer.all({...node, children: node.children.filter((child) => child !== caption)} as Nodes)
  const label = labelOf(node, writer)
  const words = [...label, ...(caption === undefined ? [] : writer.all(caption))]
  const captions = words.length === 0 ? [] : [h('figcaption', caption === undefined ? {} : authored(caption), words)]
  const children = node.kind === 'figure' ? [...bare(content), ...captions] : [...captions, ...bare(content)]
  const {id: _, ...properties} = authored(node, [node.kind])
  return h(
    'figure',
    {
      ...properties,
      ...(node.identifier === undefined ? {} : {id: node.identifier}),
      // A printed figure would be tagged as a picture without alternative text around the picture that has it.
      ...(scope.medium === 'print' ? {role: 'group'} : {})
    },
    children
  )
}

/** A caption that is no float's. */
export function caption(node: Caption, {all}: Writer): Written {
  return h('p', authored(node, ['caption']), all(node))
}

/** “Figure 2.”, or “(a)” for a part. */
function labelOf(node: Figure, {scope}: Writer): Array<ElementContent> {
  if (node.part !== undefined) return [h('span', {className: ['label']}, `(${node.part})`), {type: 'text', value: ' '}]
  if (node.number === undefined) return []
  const words = numbered(scope.words[node.kind].caption, node.number)
  return [h('span', {className: ['label']}, `${words}.`), {type: 'text', value: ' '}]
}

/** Pictures stand in their figure without a paragraph around them. */
function bare(children: ReadonlyArray<ElementContent>): Array<ElementContent> {
  return children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName !== 'p') return [child]
    const isPictures = child.children.every((inner) =>
      inner.type === 'text' ? inner.value.trim() === '' : isPicture(inner)
    )
    return isPictures ? child.children : [child]
  })
}

function isPicture(node: ElementContent): boolean {
  if (node.type !== 'element') return false
  const {className} = node.properties
  return node.tagName === 'img' || (Array.isArray(className) && className.includes('missing'))
}
