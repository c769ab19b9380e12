import type {Element as HastElement} from 'hast'
import type {Element} from 'xast'
import {m} from '../xml.ts'
import {elementsOf, type Write} from './node.ts'

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
        Array.from({length: columns}, (_, index) => m('e', {}, write.one(cells[index])))
      )
    )
  ])
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
