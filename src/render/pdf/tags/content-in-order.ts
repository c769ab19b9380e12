import type {Kid, MarkedContent, Tag} from './structure.ts'

/** Types that do not end a line. */
const transparent = new Set(['Code', 'Em', 'Formula', 'Link', 'NonStruct', 'Quote', 'Span', 'Strong', 'Sub'])

/** What is yet to be visited; no kid where a block ends. */
interface Pending {
  readonly kid: Kid | undefined
  readonly inFormula: boolean
}

/**
 * Marked content in the order of the structure tree, which is that of reading; `undefined` where a block begins or ends,
 * and after each part of a formula: it has no lines.
 */
export function contentInOrder(root: Tag | undefined): ReadonlyArray<MarkedContent | undefined> {
  const found: Array<MarkedContent | undefined> = []
  const queue: Array<Pending> = []
  if (root !== undefined) queue.push({kid: root, inFormula: false})
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const {kid, inFormula} = next
    if (kid === undefined) found.push(undefined)
    else if (kid.kind === 'element') open(kid, inFormula)
    else if (kid.kind === 'content') {
      found.push(kid)
      if (inFormula) found.push(undefined)
    }
  }
  return found

  function open({type, kids}: Tag, isWithin: boolean): void {
    const inFormula = isWithin || type === 'Formula'
    if (!transparent.has(type)) {
      queue.push({kid: undefined, inFormula})
      found.push(undefined)
    }
    for (let index = kids.length - 1; index >= 0; index -= 1) queue.push({kid: kids[index], inFormula})
  }
}
