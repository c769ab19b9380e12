import type {Root, RootContent, Text} from 'mdast'
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
  readonly literal: Array<number>
  length: number
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
    const data = run.literal.length === 0 ? {} : {data: {literal: run.literal}}
    if (value !== '') out.push({type: 'text', value, ...data, ...(position === undefined ? {} : {position})})
    run = undefined
  }
  for (const child of children) {
    if (child.type !== 'text') {
      end()
      out.push(child)
    } else if (run === undefined) run = begun(child)
    else goOn(run, child)
  }
  end()
  return out
}

function begun(text: Text): Run {
  const run: Run = {parts: [], literal: [], length: 0, first: text, last: text}
  goOn(run, text)
  return run
}

function goOn(run: Run, text: Text): void {
  for (const index of text.data?.literal ?? []) run.literal.push(run.length + index)
  run.parts.push(text.value)
  run.length += text.value.length
  run.last = text
}
