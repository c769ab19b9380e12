import type {Table} from 'mdast'
import type {CompileContext, Extension} from 'mdast-util-from-markdown'
import type {Token} from 'micromark-util-types'
import {dashShares} from '../../../util/column-widths.ts'

/** The line below the head of a pipe table. */
interface Ruler {
  /** Dashes and colons, column by column. */
  readonly dashes: Array<number>
  /** How long it is. */
  readonly length: number
}

/** Widths of columns by the dashes below the head, in a table with a line longer than 72 characters, as pandoc reads them. */
export function pipeWidths(): Extension {
  const rulers = new Map<Table, Ruler>()
  const measure = function (this: CompileContext, {start, end}: Token) {
    const table = tableIn(this)
    const ruler = table && rulers.get(table)
    const last = ruler?.dashes.length ?? 0
    if (ruler !== undefined && last > 0)
      ruler.dashes[last - 1] = (ruler.dashes[last - 1] ?? 0) + end.offset - start.offset
  }
  return {
    enter: {
      tableDelimiterRow(token) {
        const table = tableIn(this)
        if (table !== undefined) rulers.set(table, {dashes: [], length: token.end.column - 1})
      },
      tableDelimiter() {
        const table = tableIn(this)
        if (table !== undefined) rulers.get(table)?.dashes.push(0)
      },
      tableDelimiterFiller: measure,
      tableDelimiterMarker: measure
    },
    transforms: [
      () => {
        for (const [table, {dashes, length}] of rulers) {
          const lines = table.children.map(({position}) => (position?.end.column ?? 1) - 1)
          const widths = dashShares(dashes, Math.max(length, ...lines))
          if (widths !== undefined && widths.length === table.align?.length) table.data = {...table.data, widths}
        }
      }
    ]
  }
}

function tableIn({stack}: CompileContext): Table | undefined {
  return stack.findLast((node): node is Table => node.type === 'table')
}
