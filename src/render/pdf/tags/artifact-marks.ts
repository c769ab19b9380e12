import type {Edit} from './edits.ts'
import type {Operation} from './operations.ts'

const construction = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])
/** A path goes on after these, to be painted or not. */
const clipping = new Set(['W', 'W*'])
/** Says of text how it reads, and not what it is part of (ISO 32000-1, 14.8.2.3.3, 14.9.4). */
const reading = new Set(['ActualText', 'ReversedChars'])
const painting = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'ID', 'Tj', 'TJ', "'", '"'])

/**
 * Marks around what a content stream paints outside the structure tree, such as running heads, rules and line numbers: artifacts
 * (ISO 32000-1, 14.8.2.2; PDF/UA-1, 7.1). `isUntagged` tells of an XObject whether nothing in it is tagged.
 */
export function artifactMarks(
  operations: Iterable<Operation>,
  isUntagged: (name: string) => boolean
): ReadonlyArray<Edit> {
  const marks: Array<Edit> = []
  // Of the marked content that is open, whether it is tagged or an artifact.
  const open: Array<boolean> = []
  // Marked content may not begin between the parts of a path.
  let path: number | undefined
  for (const operation of operations) {
    const {operator, start, end, name} = operation
    nest(open, operation)
    if (construction.has(operator)) {
      path ??= start
      continue
    }
    const begin = path ?? start
    if (!clipping.has(operator)) path = undefined
    if (open.includes(true) || !(painting.has(operator) || (operator === 'Do' && isUntagged(name ?? '')))) continue
    marks.push({at: begin, text: '/Artifact BMC '}, {at: end, text: ' EMC'})
  }
  return marks
}

function nest(open: Array<boolean>, {operator, name = ''}: Operation): void {
  if (operator === 'BMC' || operator === 'BDC') open.push(!reading.has(name))
  else if (operator === 'EMC') open.pop()
}
