import type {Element as HastElement} from 'hast'
import type {Element} from 'xast'
import {m} from '../xml.ts'
import {elementsOf, operatorIn, type Write} from './node.ts'
import {textRun} from './run.ts'

/** `mtable` as a matrix; aligned equations are one whose columns stand close, right and left by turns. */
export function array(node: HastElement, write: Write): Element {
  const rows = elementsOf(node).map((row) => elementsOf(row))
  const columns = Math.max(1, ...rows.map((cells) => cells.length))
  const close = hasClass(node, 'tml-jot') ? [m('cGpRule', {val: 3}), m('cGp', {val: 0})] : []
  const alignments = Array.from({length: columns}, (_, index) => alignmentOf(rows, index))
  return m('m', {}, [
    m('mPr', {}, [
      ...close,
      m(
        'mcs',
        {},
        alignments.map((alignment) => m('mc', {}, [m('mcPr', {}, [m('count', {val: 1}), m('mcJc', {val: alignment})])]))
      )
    ]),
    ...(rows.length === 0 ? [[]] : rows).map((cells) =>
      m(
        'mr',
        {},
        Array.from({length: columns}, (_, index) => m('e', {}, cell(cells[index], write)))
      )
    )
  ])
}

/** A cell; before a relation that opens it something without width stands for what is left of it, which LibreOffice asks for. */
function cell(node: HastElement | undefined, write: Write): ReturnType<Write['one']> {
  const first = firstOf(node)
  const opens = relation.test(operatorIn(first) ?? '')
  return opens ? [textRun('\u200b', 'nor'), ...write.one(node)] : write.one(node)
}

const relation = /^[=<>+×⋅·±∓≠≤≥≈≡∼≃≅≪≫∝≔≜⊂⊃⊆⊇∈∉→←↔⇒⇐⇔↦]$/u

/** The first of what a cell holds, in any number of rows, but for spaces. */
function firstOf(node: HastElement | undefined): HastElement | undefined {
  if (node === undefined || !/^m(?:td|row|style|padded)$/.test(node.tagName)) return node
  return firstOf(
    elementsOf(node).find(({tagName, children}) => tagName !== 'mspace' && (tagName !== 'mrow' || children.length > 0))
  )
}

function alignmentOf(rows: ReadonlyArray<ReadonlyArray<HastElement>>, column: number): string {
  const cell = rows.find((cells) => cells[column] !== undefined)?.[column]
  if (cell === undefined) return 'center'
  return hasClass(cell, 'tml-right') ? 'right' : hasClass(cell, 'tml-left') ? 'left' : 'center'
}

function hasClass(node: HastElement, name: string): boolean {
  const {className} = node.properties
  return Array.isArray(className) && className.includes(name)
}
