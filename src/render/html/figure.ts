import type {Element, ElementContent} from 'hast'
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
  const shown = beside(bare(content))
  const children = node.kind === 'figure' ? [...shown, ...captions] : [...captions, ...shown]
  const share = node.share === undefined ? [] : [scope.styles.classOf(shareOf(node.share)), 'part']
  const {id: _, ...properties} = authored(node, [node.kind, ...share])
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

/** A declaration of how wide a part is. */
function shareOf(share: number): string {
  return `width:${Math.round(share * 10_000) / 100}%`
}

/** Parts that share lines stand in a box that breaks them. */
function beside(children: ReadonlyArray<ElementContent>): Array<ElementContent> {
  const out: Array<ElementContent> = []
  let row: Element | undefined
  for (const child of children) {
    if (child.type === 'text' && child.value.trim() === '') continue
    if (!isPart(child)) row = undefined
    else if (row === undefined) {
      row = h('div', {className: ['parts']})
      out.push(row)
    }
    if (row === undefined) out.push(child)
    else row.children.push(child)
  }
  return out
}

function isPart(node: ElementContent): boolean {
  const names = node.type === 'element' && node.tagName === 'figure' ? node.properties['className'] : undefined
  return Array.isArray(names) && names.includes('part')
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
