import {h} from 'hastscript'
import type {Citation, CrossReference} from '../../model/nodes.ts'
import {authored} from './attributes.ts'
import type {Writer, Written} from './scope.ts'

/** A citation as the style prints it, with an anchor for the way back from its references. */
export function citation(node: Citation, {all, scope}: Writer): Written {
  if (node.children.length === 0) return unresolved(node.items.map(({key}) => key))
  scope.citing += 1
  const children = all(node)
  scope.citing -= 1
  return h(
    'span',
    {...authored(node, ['citation']), ...(node.number === undefined ? {} : {id: `cite-${node.number}`})},
    children
  )
}

/** The words that point at something, with their link. */
export function crossReference(node: CrossReference, {all}: Writer): Written {
  if (node.children.length === 0) return unresolved(node.targets.map(({label}) => label))
  return all(node)
}

/** `[?key]`, where there is nothing to point at. */
export function unresolved(keys: ReadonlyArray<string>): Written {
  return h('strong', {className: ['unresolved']}, `[${keys.map((key) => `?${key}`).join('; ')}]`)
}
