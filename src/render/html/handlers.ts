import type {Handlers} from '../../model/nodes.ts'
import {block} from './block.ts'
import {citation, crossReference} from './citation.ts'
import {caption, figure} from './figure.ts'
import {image} from './image.ts'
import {inline} from './inline.ts'
import {link} from './link.ts'
import {inlineMath, math} from './math.ts'
import {footnoteReference} from './note.ts'
import {bibliography, reference} from './references.ts'
import type {Writer, Written} from './scope.ts'
import {heading, section} from './section.ts'
import {table, tableCell, tableRow} from './table.ts'

/** How each node is written in HTML. */
export const handlers: Handlers<Writer, Written> = {
  ...block,
  ...inline,
  bibliography,
  caption,
  citation,
  crossReference,
  figure,
  footnoteReference,
  heading,
  image,
  inlineMath,
  link,
  math,
  reference,
  section,
  table,
  tableCell,
  tableRow
}
