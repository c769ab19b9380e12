import type {Root, RootContent} from 'mdast'
import {across} from '../tree/place.ts'
import {childrenOf} from '../tree/raw.ts'
import {parentsOf, setChildren} from './blocks.ts'

/** Join texts side by side, and drop empty ones. */
export function texts(root: Root): void {
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    const uneven = children.some(
      (child, index) => child.type === 'text' && (child.value === '' || children[index - 1]?.type === 'text')
    )
    if (uneven) setChildren(parent, joined(children))
  }
}

interface Run {
  readonly parts: Array<string>
  readonly first: RootContent
  last: RootContent
}

function joined(children: ReadonlyArray<RootContent>): ReadonlyArray<RootContent> {
  const out: Array<RootContent> = []
  let run: Run | undefined
  const end = () => {
    if (run === undefined) return
    const position = across(run.first.position, run.last.position)
    const value = run.parts.join('')
    if (value !== '') out.push(position === undefined ? {type: 'text', value} : {type: 'text', value, position})
    run = undefined
  }
  for (const child of children) {
    if (child.type !== 'text') {
      end()
      out.push(child)
    } else if (run === undefined) run = {parts: [child.value], first: child, last: child}
    else {
      run.parts.push(child.value)
      run.last = child
    }
  }
  end()
  return out
}
