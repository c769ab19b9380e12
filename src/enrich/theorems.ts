import type {Nodes, PhrasingContent, RootContent} from 'mdast'
import {attributesOf} from '../model/attributes.ts'
import type {Div} from '../model/nodes.ts'
import type {TheoremKind} from '../model/statement-kind.ts'
import {theoremKinds} from '../model/statement-kind.ts'
import {admonitionWord} from '../util/terms/admonitions.ts'
import type {Terms} from '../util/terms.ts'
import {numbered, terms} from '../util/terms.ts'
import {walk} from '../util/walk.ts'
import type {Identifiers} from './identifiers.ts'
import {isUnnumbered} from './unnumbered.ts'

/**
 * Number theorems and their like, each kind from 1, and begin each with its name: “Theorem 1 (Pythagoras).”
 * Their statement is a division of their class; a solution says what it solves, an untitled admonition what it is. A proof has a name, its own or the usual one, and no number.
 */
export function theorems(texts: ReadonlyArray<Nodes>, identifiers: Identifiers, language: string): void {
  const words = terms(language)
  const counts = new Map<TheoremKind, number>()
  for (const node of walk(texts)) {
    if (node.type !== 'div') continue
    unnumbered(node, words, language)
    const {id, classes, pairs} = attributesOf(node)
    if (classes.includes('proof') && id !== undefined)
      Object.assign(node, {label: id, identifier: identifiers.ofLabel(id)})
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

/** What begins with a word and is not counted. */
function unnumbered(div: Div, words: Terms, language: string): void {
  const {classes, pairs} = attributesOf(div)
  if (div.admonition !== undefined)
    div.children.unshift({type: 'paragraph', children: [bold(admonitionWord(div.admonition, language))]})
  if (classes.includes('solution')) begin(div, solved(div, words.solution))
  if (classes.includes('proof')) begin(div, italic(`${(pairs.get('name') ?? words.proof).replace(/\.$/, '')}.`))
}

/** “Solution to Exercise 1.”, with a link to it. */
function solved({position, data}: Div, pattern: string): PhrasingContent {
  const label = data?.attributes?.pairs.get('of')
  const [before = '', after = ''] = pattern.split('#')
  const text = (value: string): PhrasingContent => ({type: 'text', value})
  if (label === undefined) return italic(`${before.replace(/ \(?$| to $/, '')}.`)
  const at = position === undefined ? {} : {position}
  const targets = [{label, ...at}]
  const reference: PhrasingContent = {
    type: 'crossReference',
    targets,
    bare: false,
    capitalised: false,
    children: [],
    ...at
  }
  return {type: 'emphasis', children: [text(before), reference, text(`${after}.`)]}
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
