import type {Root} from 'mdast'
import {attributesOf} from '../../../model/attributes.ts'
import type {Div} from '../../../model/nodes.ts'
import type {TheoremKind} from '../../../model/statement-kind.ts'
import {theoremKinds} from '../../../model/statement-kind.ts'
import {textOf} from '../../../util/text.ts'
import {parentsOf, setChildren} from '../transform/blocks.ts'

/** Quarto's prefixes of what is stated (https://quarto.org/docs/authoring/cross-references.html#theorems-and-proofs). */
const prefixes: ReadonlyMap<string, TheoremKind> = new Map<string, TheoremKind>([
  ['alg', 'algorithm'],
  ['cnj', 'conjecture'],
  ['cor', 'corollary'],
  ['def', 'definition'],
  ['exm', 'example'],
  ['exr', 'exercise'],
  ['lem', 'lemma'],
  ['prp', 'proposition'],
  ['rem', 'remark'],
  ['thm', 'theorem']
])

const nameable: ReadonlySet<string> = new Set([...theoremKinds, 'proof'])

/** `::: {#thm-line}` is a theorem by its label alone; the heading it begins with is its name, and none of the article's. */
export function labelledStatements(root: Root): void {
  for (const parent of parentsOf(root)) if (parent.type === 'div') statement(parent)
}

function statement(div: Div): void {
  const attributes = attributesOf(div)
  const kind = prefixes.get(/^([a-z]{3})[:-]./.exec(attributes.id ?? '')?.[1] ?? '')
  const isNamed = attributes.classes.some((name) => nameable.has(name))
  if (kind === undefined && !isNamed) return
  const [first, ...rest] = div.children
  const heading = first?.type === 'heading' ? textOf(first) : undefined
  const isKnown = isNamed || kind === undefined
  const classes = isKnown ? attributes.classes : [...attributes.classes, kind]
  const name = attributes.pairs.get('name') ?? heading
  const pairs = new Map([...attributes.pairs, ...(name === undefined ? [] : [['name', name] as const])])
  div.data = {...div.data, attributes: {...attributes, classes, pairs}}
  if (heading !== undefined) setChildren(div, rest)
}
