import {slug} from 'github-slugger'
import type {Link, Nodes, PhrasingContent, Root} from 'mdast'
import {attributesOf} from '../../../model/attributes.ts'
import type {DefinitionTerm, Span} from '../../../model/nodes.ts'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {nearest} from '../../../util/nearest.ts'
import {textOf} from '../../../util/text.ts'
import {walk} from '../../../util/walk.ts'
import {parentsOf, setChildren} from '../transform/blocks.ts'
import {childrenOf} from '../tree/raw.ts'

/** MyST's ``{term}`words <name>` `` becomes a link to what a `{glossary}` says of the name; one that none explains is told. */
export function glossaries(root: Root, report: Report): void {
  const asked = [...walk(root)].some((node) => nameOf(node) !== undefined)
  if (!asked) return
  const terms = new Map([...termsIn(root)].map((term) => [keyOf(textOf(term)), term]))
  const used = new Set<string>()
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    if (!children.some((child) => nameOf(child) !== undefined)) continue
    setChildren(
      parent,
      children.map((child) => {
        const name = nameOf(child)
        if (name === undefined || child.type !== 'span') return child
        const key = keyOf(name)
        if (!terms.has(key)) unexplained(child, name, [...terms.values()].map(textOf), report)
        else used.add(key)
        return terms.has(key) ? linkTo(key, child) : plain(child)
      })
    )
  }
  for (const key of used) anchor(terms.get(key), key)
}

function* termsIn(root: Root): Generator<DefinitionTerm, void> {
  for (const node of walk(root)) {
    if (node.type !== 'div' || !attributesOf(node).classes.includes('glossary')) continue
    for (const inner of walk(node.children)) if (inner.type === 'definitionTerm') yield inner
  }
}

/** Capitals and spaces do not count. */
function keyOf(term: string): string {
  return slug(term.trim())
}

function nameOf(node: Nodes): string | undefined {
  return node.type === 'span' && attributesOf(node).classes.includes('term')
    ? attributesOf(node).pairs.get('term')
    : undefined
}

function linkTo(key: string, {children, position}: Span): PhrasingContent {
  const link: Link = {type: 'link', url: `#term-${key}`, children: children as Link['children']}
  return position === undefined ? link : {...link, position}
}

function plain(span: Span): PhrasingContent {
  const {data: _, ...rest} = span
  return {...rest, data: {attributes: {classes: [], pairs: new Map()}}}
}

function anchor(term: DefinitionTerm | undefined, key: string): void {
  if (term === undefined) return
  const data = {attributes: {id: `term-${key}`, classes: [], pairs: new Map<string, string>()}}
  const span: PhrasingContent = {type: 'span', children: term.children, data}
  term.children = [span]
}

function unexplained(node: Nodes, name: string, known: ReadonlyArray<string>, report: Report): void {
  const reason = `Cannot find the term \`${name}\`, expected it in a \`{glossary}\``
  report({id: 'term-known', severity: 'info', reason, place: placeOf(node), expected: nearest(name, [...known])})
}
