import type {Citation, CrossReference} from '../../model/nodes.ts'
import {textOf} from '../../util/text.ts'
import {breakable} from './escape.ts'
import type {State} from './state.ts'

/**
 * A citation in the words of the style. Where LaTeX's own `\cite` gives the same words it is written so;
 * else `\citewords{keys}{words}`, which names the works to BibTeX and prints the words.
 */
export function citation(node: Citation, state: State): string {
  if (node.children.length === 0)
    return unresolved(
      node.items.map(({key}) => key),
      state
    )
  if (state.inHeading) return simple(node, state) ?? state.all(node.children)
  const names = node.items.flatMap(({key}) => state.works.get(key)?.name ?? [])
  return simple(node, state) ?? `\\citewords{${names.join(',')}}{${state.all(node.children)}}`
}

/** The words that point at something. */
export function crossReference(node: CrossReference, state: State): string {
  if (node.children.length === 0)
    return unresolved(
      node.targets.map(({label}) => label),
      state
    )
  return state.all(node.children)
}

/** `[?key]`, where there is nothing to point at. */
export function unresolved(keys: ReadonlyArray<string>, state: State): string {
  const words = `[${keys.map((key) => `?${key}`).join('; ')}]`
  return `\\textbf{${breakable(words, state.text(words))}}`
}

/** `[1]` and `[1, p. 2]`, as `\cite` prints them where references are numbered in the order of the list. */
function simple({items, children}: Citation, state: State): string | undefined {
  const [item, ...others] = items
  if (item === undefined || others.length > 0) return undefined
  const work = state.works.get(item.key)
  if (work === undefined) return undefined
  const {place, name} = work
  const words = textOf(children)
  if (words === `[${place}]`) return `\\cite{${name}}`
  const lead = `[${place}, `
  if (!words.startsWith(lead) || !words.endsWith(']') || children.length !== 3) return undefined
  return `\\cite[{${state.text(words.slice(lead.length, -1))}}]{${name}}`
}
