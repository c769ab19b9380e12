import type {RootContent} from 'mdast'
import {attributesOf} from '../../../model/attributes.ts'
import type {Div} from '../../../model/nodes.ts'
import {asRaw} from '../tree/raw.ts'

/** Give MyST's `(label)=` to the block after it; one that has a label already stands in a division with the other. */
export function named(node: RootContent, label: string): RootContent {
  const raw = asRaw(node)
  if (raw?.type === 'divFence') {
    const {attributes} = raw
    if (attributes !== undefined && attributes.id === undefined)
      Object.assign(raw, {attributes: {...attributes, id: label}})
    return node
  }
  const own = attributesOf(node)
  if (own.id !== undefined) return around(node, label)
  const attributes = {...own, id: label}
  if (node.type === 'heading') return {...node, data: {...node.data, attributes}}
  if (node.type === 'math') return {...node, data: {...node.data, attributes, label}}
  if (node.type === 'figure' || node.type === 'div') {
    if (node.type === 'figure') node.label = label
    node.data = {...node.data, attributes}
    return node
  }
  const image = node.type === 'paragraph' && node.children.length === 1 ? node.children[0] : undefined
  if (image?.type === 'image') {
    image.data = {...image.data, attributes: {...attributesOf(image), id: label}}
    return node
  }
  return around(node, label)
}

function around(node: RootContent, label: string): Div {
  const at = node.position === undefined ? {} : {position: node.position}
  return {type: 'div', children: [node], data: {attributes: {id: label, classes: [], pairs: new Map()}}, ...at}
}
