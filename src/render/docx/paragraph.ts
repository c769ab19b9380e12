import type {Nodes} from 'mdast'
import type {Element, ElementContent} from 'xast'
import {step} from './numbering.ts'
import type {Marker, State} from './state.ts'
import {w} from './xml.ts'

/** Nodes as blocks: runs between paragraphs and tables become paragraphs of their own. */
export function blocks(nodes: ReadonlyArray<Nodes>, state: State): Array<ElementContent> {
  return gathered(state.all(nodes, state), state)
}

/** Content as blocks. */
export function gathered(content: ReadonlyArray<ElementContent>, state: State): Array<ElementContent> {
  const out: Array<ElementContent> = []
  let open: Array<ElementContent> = []
  const close = () => {
    if (open.length > 0) out.push(paragraph(open, state))
    open = []
  }
  for (const node of content) {
    if (!isBlock(node)) {
      open.push(node)
      continue
    }
    close()
    if (isTable(node) && isTable(out.at(-1))) out.push(paragraph([], {...state, style: 'TableEnd'}))
    out.push(node)
  }
  close()
  return out
}

/** Text that must be in one paragraph, such as a heading or a caption, whatever stands in it. */
export function line(nodes: ReadonlyArray<Nodes>, state: State): Array<ElementContent> {
  return flat(state.all(nodes, state))
}

/** One paragraph in the style of its place; it takes the marker of its list item, if that waits. */
export function paragraph(content: ReadonlyArray<ElementContent>, state: State): Element {
  return w('p', {}, [w('pPr', {}, properties(state)), ...content])
}

/** An element that cannot stand in a paragraph. */
function isBlock(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && (node.name === 'w:p' || node.name === 'w:tbl')
}

function isTable(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.name === 'w:tbl'
}

/** Runs out of paragraphs and tables. */
function flat(content: ReadonlyArray<ElementContent>): Array<ElementContent> {
  return content.flatMap((node) => {
    if (node.type !== 'element') return [node]
    if (/^w:(?:p|tbl|tr|tc)$/.test(node.name)) return flat(node.children)
    return /^w:(?:p|tbl|tr|tc)Pr$|^w:tblGrid$/.test(node.name) ? [] : [node]
  })
}

/** A number or bullet hangs out; its list says so itself unless it stands elsewhere. */
function indentation(left: number, marker: Marker | undefined): Array<Element> {
  if (marker === undefined) return left > 0 ? [w('ind', {left})] : []
  return left === step * (marker.level + 1) ? [] : [w('ind', {left, hanging: step})]
}

/** `w:pPr`'s children, in the order that ECMA-376-1, 17.3.1.26 wants. */
function properties(state: State): Array<Element> {
  const {style, indent, alignment, keepNext, marker, face} = state
  const numbered = marker !== undefined && !marker.taken
  if (numbered) marker.taken = true
  return [
    w('pStyle', {val: numbered && style === 'BodyText' ? 'ListParagraph' : style}),
    ...(keepNext === true ? [w('keepNext')] : []),
    ...(numbered ? [w('numPr', {}, [w('ilvl', {val: marker.level}), w('numId', {val: marker.list})])] : []),
    ...(face.rightToLeft === true ? [w('bidi')] : []),
    ...indentation(indent, numbered ? marker : undefined),
    ...(alignment === undefined ? [] : [w('jc', {val: alignment})])
  ]
}
