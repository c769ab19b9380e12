import type {Edit} from './edits.ts'
import type {Operation} from './operations.ts'

const painting = new Set(['Tj', 'TJ', "'", '"'])

/**
 * What takes away the soft hyphens that browsers paint, without ink, before the hyphen at the end of a line:
 * programs that read the text would have both.
 */
export function softHyphenCuts(content: string, operations: Iterable<Operation>): ReadonlyArray<Edit> {
  const cuts: Array<Edit> = []
  let isInside = false
  for (const {operator, start, end} of operations) {
    if (operator === 'BDC' && /\/ActualText\s*<feff00ad>/i.test(content.slice(start, end))) isInside = true
    else if (!isInside || !(operator === 'EMC' || painting.has(operator))) continue
    cuts.push({at: start, end, text: ''})
    if (operator === 'EMC') isInside = false
  }
  return cuts
}
