import type {Nodes} from 'mdast'
import type {ElementContent} from 'xast'
import {x} from 'xastscript'
import type {Macros} from '../../model/macro.ts'
import {xmlText} from '../jats/inline.ts'
import {prefixedMathml} from '../jats/mathml.ts'

const elements: ReadonlyMap<string, string> = new Map([
  ['emphasis', 'i'],
  ['strong', 'b'],
  ['subscript', 'sub'],
  ['superscript', 'sup']
])

/** A line of text in the markup that Crossref allows in titles (`face_markup`); calls of notes stay out. */
export function faces(nodes: ReadonlyArray<Nodes>, macros: Macros): Array<ElementContent> {
  return nodes.flatMap((node) => face(node, macros))
}

function face(node: Nodes, macros: Macros): Array<ElementContent> {
  switch (node.type) {
    case 'text':
      return [text(node.value)]
    case 'inlineCode':
      return [x('tt', xmlText(node.value))]
    case 'inlineMath':
      return [prefixedMathml(node.value, false, macros) ?? text(node.value)]
    case 'image':
      return [text(node.alt ?? '')]
    case 'break':
      return [text(' ')]
    default: {
      const content = 'children' in node ? faces(node.children, macros) : []
      const name = elements.get(node.type)
      return name === undefined || content.length === 0 ? content : [x(name, content)]
    }
  }
}

function text(value: string): ElementContent {
  return {type: 'text', value: xmlText(value)}
}
