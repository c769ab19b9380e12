import type {Edit} from './edits.ts'
import type {Operation} from './operations.ts'

const construction = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])
/** A path goes on after these, to be painted or not. */
const clipping = new Set(['W', 'W*'])
const nesting = new Map([
  ['BMC', 1],
  ['BDC', 1],
  ['EMC', -1]
])
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
  let depth = 0
  // Marked content may not begin between the parts of a path.
  let path: number | undefined
  for (const {operator, start, end, name} of operations) {
    depth = Math.max(0, depth + (nesting.get(operator) ?? 0))
    if (construction.has(operator)) {
      path ??= start
      continue
    }
    const begin = path ?? start
    if (!clipping.has(operator)) path = undefined
    if (depth > 0 || !(painting.has(operator) || (operator === 'Do' && isUntagged(name ?? '')))) continue
    marks.push({at: begin, text: '/Artifact BMC '}, {at: end, text: ' EMC'})
  }
  return marks
}
