import type {Nodes, Root} from 'mdast'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {walk} from '../../../util/walk.ts'
import {childrenOf} from '../tree/raw.ts'
import {parentsOf, setChildren} from './blocks.ts'

declare module 'mdast' {
  interface RootData {
    /** What the text says that its abbreviations mean. */
    abbreviations?: ReadonlyMap<string, string>
  }
}

/** What `*[HTML]: …` says, which stands in the tree only until it is taken out. */
export interface AbbreviationNode {
  readonly type: 'abbreviation'
  readonly short: string
  readonly long: string
  readonly position: Nodes['position']
}

/** Take what abbreviations mean out of a tree, and keep it as its data; of two the first holds, and the other is told. */
export function abbreviations(root: Root, report: Report): void {
  const found = new Map<string, string>()
  for (const node of walk(root)) {
    const definition = abbreviationOf(node)
    if (definition === undefined) continue
    const {short, long} = definition
    const known = found.get(short)
    if (known === undefined && long !== '') found.set(short, long)
    else if (known !== long || long === '') complain(definition, known, report)
  }
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    const others = children.filter((child) => abbreviationOf(child) === undefined)
    if (others.length < children.length) setChildren(parent, others)
  }
  if (found.size > 0) root.data = {...root.data, abbreviations: found}
}

function complain({short, position}: AbbreviationNode, known: string | undefined, report: Report): void {
  const place = placeOf({type: 'abbreviation', ...(position === undefined ? {} : {position})})
  const reason =
    known === undefined
      ? `Unexpected end of the line, expected what \`${short}\` means`
      : `Unexpected second meaning of \`${short}\`, which is \`${known}\` already`
  report({id: 'abbreviation-defined', severity: 'warning', reason, place, note: 'The first one counts.'})
}

function abbreviationOf(node: Nodes): AbbreviationNode | undefined {
  const type: string = node.type
  return type === 'abbreviation' ? (node as unknown as AbbreviationNode) : undefined
}
