import type {Root, RootContent} from 'mdast'
import type {Div} from '../../../model/nodes.ts'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {across} from '../tree/place.ts'
import type {DivFence} from '../tree/raw.ts'
import {asRaw, childrenOf} from '../tree/raw.ts'
import {parentsOf} from './blocks.ts'

/** Pair the fences of divs among siblings; one that is not closed goes on to the end of its parent. */
export function divs(root: Root, report: Report): void {
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    if (children.some((child) => asRaw(child)?.type === 'divFence')) {
      const paired = pairedIn(children, report)
      children.length = 0
      for (const child of paired) children.push(child)
    }
  }
}

interface Open {
  readonly fence: DivFence
  readonly div: Div
}

function pairedIn(children: ReadonlyArray<RootContent>, report: Report): ReadonlyArray<RootContent> {
  const out: Array<RootContent> = []
  const open: Array<Open> = []
  const here = () => open.at(-1)?.div.children ?? out
  for (const child of children) {
    const raw = asRaw(child)
    if (raw?.type !== 'divFence') here().push(child)
    else if (raw.attributes !== undefined) {
      const div: Div = {type: 'div', children: [], data: {attributes: raw.attributes}}
      if (raw.position !== undefined) div.position = raw.position
      here().push(div)
      open.push({fence: raw, div})
    } else close(open.pop(), raw, report)
  }
  const last = children.at(-1)
  for (const {fence, div} of open) {
    extend(div, last)
    const note = 'It goes on to the end of what it stands in; close it with `:::` on a line of its own.'
    report({
      id: 'div-closed',
      severity: 'error',
      reason: 'Cannot find the end of this `:::` block',
      place: placeOf(fence),
      note
    })
  }
  return out
}

function close(opened: Open | undefined, fence: DivFence, report: Report): void {
  if (opened !== undefined) {
    extend(opened.div, fence)
    return
  }
  const note = 'It is left out; remove it, or open a block with `::: name` above it.'
  report({
    id: 'div-closed',
    severity: 'warning',
    reason: 'Unexpected `:::`, expected an open block',
    place: placeOf(fence),
    note
  })
}

function extend(div: Div, last: {readonly position?: Div['position']} | undefined): void {
  const position = across(div.position, last?.position)
  if (position !== undefined) div.position = position
}
