import type {Nodes, PhrasingContent, RootContent} from 'mdast'
import {attributesOf} from '../model/attributes.ts'
import type {Div, TheoremKind} from '../model/nodes.ts'
import {theoremKinds} from '../model/nodes.ts'
import {numbered, terms} from '../util/terms.ts'
import {walk} from '../util/walk.ts'
import type {Identifiers} from './identifiers.ts'
import {isUnnumbered} from './unnumbered.ts'

/**
 * Number theorems and their like, each kind from 1, and begin each with its name: “Theorem 1 (Pythagoras).”
 * Their statement is a division of their class; a proof has a name, its own or the usual one, and no number.
 */
export function theorems(texts: ReadonlyArray<Nodes>, identifiers: Identifiers, language: string): void {
  const words = terms(language)
  const counts = new Map<TheoremKind, number>()
  for (const node of walk(texts)) {
    if (node.type !== 'div') continue
    const {id, classes, pairs} = attributesOf(node)
    if (classes.includes('proof')) begin(node, italic(`${(pairs.get('name') ?? words.proof).replace(/\.$/, '')}.`))
    const kind = theoremKinds.find((known) => classes.includes(known))
    if (kind === undefined) continue
    node.kind = kind
    if (id !== undefined) Object.assign(node, {label: id, identifier: identifiers.ofLabel(id)})
    if (!isUnnumbered(node)) {
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      node.number = String(count)
    }
    begin(node, bold(titleOf(words[kind].caption, node.number, pairs.get('name') ?? pairs.get('title'))))
  }
}

function titleOf(pattern: string, number: string | undefined, name: string | undefined): string {
  const title = number === undefined ? pattern.replace(/[ -]?#[ -]?/, '') : numbered(pattern, number)
  const [first = ''] = title
  return `${first.toUpperCase()}${title.slice(first.length)}${name === undefined ? '' : ` (${name})`}.`
}

/** Put words before the first of a division. */
function begin(div: Div, lead: PhrasingContent): void {
  const [first, ...rest] = div.children
  if (first?.type === 'paragraph') first.children = [lead, {type: 'text', value: ' '}, ...first.children]
  else {
    const paragraph: RootContent = {type: 'paragraph', children: [lead]}
    div.children = [paragraph, ...(first === undefined ? [] : [first]), ...rest]
  }
}

function bold(value: string): PhrasingContent {
  return {type: 'strong', children: [{type: 'text', value}]}
}

function italic(value: string): PhrasingContent {
  return {type: 'emphasis', children: [{type: 'text', value}]}
}
