import type {Root, RootContent, Text} from 'mdast'
import type {CrossReference} from '../../../model/nodes.ts'
import {childrenOf} from '../tree/raw.ts'
import {parentsOf, setChildren} from './blocks.ts'

/**
 * The marks of pandoc-xnos (https://github.com/tomduck/pandoc-fignos) before a reference, and its braces around one: `*@fig:a`
 * begins a sentence, `+@fig:a` is its word and number in any case, `!@fig:a` the number alone; `{@fig:a}B` keeps letters apart.
 */
export function referenceMarks(root: Root): void {
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    if (!children.some((child) => child.type === 'crossReference')) continue
    for (const [index, child] of children.entries()) {
      const before = children[index - 1]
      if (child.type === 'crossReference' && before?.type === 'text') take(child, before, children[index + 1])
    }
    setChildren(
      parent,
      children.filter((child) => child.type !== 'text' || child.value !== '')
    )
  }
}

function take(reference: CrossReference, before: Text, after: RootContent | undefined): void {
  const braced = after?.type === 'text' && after.value.startsWith('}') ? /\{([*+!]?)$/.exec(before.value) : null
  const [found = '', mark] = braced ?? /(?<![^\s([])([*+!])$/.exec(before.value) ?? []
  if (found === '') return
  before.value = before.value.slice(0, -found.length)
  if (braced !== null && after?.type === 'text') after.value = after.value.slice(1)
  if (mark === '!') reference.bare = true
  if (mark === '*') reference.capitalised = true
}
