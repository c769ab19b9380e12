import type {Image, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent} from 'mdast'
import type {Attributes} from '../../../model/attributes.ts'
import {attributesOf} from '../../../model/attributes.ts'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {walk} from '../../../util/walk.ts'
import {parentsOf, setChildren} from '../transform/blocks.ts'
import {setTrailing} from '../tree/attach.ts'
import {descriptionOf, setDescription} from '../tree/descriptions.ts'
import {childrenOf} from '../tree/raw.ts'
import {isDisplay} from './equations.ts'
import {blanked, commandsIn, groupsAt} from './groups.ts'
import {nameOf} from './inline.ts'
import {asTex} from './raw.ts'

/**
 * Give what LaTeX's `\label` names its label: the image in whose caption or behind which it stands, the heading,
 * the caption of a table, the formula. JOSS's `[]{label="x"}` is the same. A label that names nothing is left out, and reported.
 */
export function texLabels(root: Root, report: Report): void {
  for (const parent of parentsOf(root)) unwrapFormulas(parent)
  const described = new Set<Nodes>()
  for (const node of walk(root)) {
    // A caption above its table, by a colon, may still be a definition.
    if (node.type === 'definitionDescription') for (const child of node.children) described.add(child)
    labelled(node, described.has(node), report)
  }
}

function labelled(node: Nodes, isDescribed: boolean, report: Report): void {
  if (node.type === 'image') inDescription(node)
  if (node.type === 'math' || (node.type as string) === 'displayFormula') inFormula(node as {value: string} & Nodes)
  if ('children' in node && childrenOf(node).some((child) => labelOf(child) !== undefined))
    inText(node, isDescribed, report)
}

function unwrapFormulas(parent: Parents): void {
  const children = childrenOf(parent)
  if (!children.some((child) => formulaIn(child) !== undefined)) return
  const unwrapped = children.map((child) => formulaIn(child) ?? child)
  setChildren(parent, unwrapped)
}

function labelOf(node: Nodes | undefined): string | undefined {
  if (node?.type === 'span' && node.children.length === 0) return attributesOf(node).pairs.get('label')
  const tex = asTex(node)
  if (tex?.type !== 'texCommand' || nameOf(tex) !== 'label') return undefined
  return groupsAt(tex.source, '\\label'.length).required[0]?.text.trim()
}

/** `[$$…$$]{label="eq:a"}` of JOSS, and pandoc-crossref's `[$$…$$]{#eq:a}`: the span's attributes are the formula's. */
function formulaIn(node: RootContent): RootContent | undefined {
  if (node.type !== 'span') return undefined
  const [formula, ...others] = node.children
  if (formula === undefined || others.length > 0 || (formula.type as string) !== 'displayFormula') return undefined
  const {id, classes, pairs} = attributesOf(node)
  const label = id ?? pairs.get('label')
  const own = id === undefined ? new Map([...pairs].filter(([name]) => name !== 'label')) : pairs
  formula.data = {...formula.data, attributes: {...(label === undefined ? {} : {id: label}), classes, pairs: own}}
  return formula
}

function inDescription(image: Image): void {
  const children = descriptionOf(image)
  const label = children.map(labelOf).find((each) => each !== undefined)
  if (label === undefined) return
  give(image, label)
  setDescription(image, closed(children.filter((child) => labelOf(child) === undefined)))
}

/** One label in a formula is the formula's; those in LaTeX's displays are their lines'. */
function inFormula(formula: {value: string} & Nodes): void {
  if (isDisplay(formula.value)) return
  const [found, ...others] = commandsIn(formula.value, 'label')
  const label = found?.required[0]?.text.trim()
  if (found === undefined || label === undefined || others.length > 0 || attributesOf(formula).id !== undefined) return
  formula.value = blanked(formula.value, found.at, found.end).trimEnd()
  give(formula, label)
  if (formula.type === 'math') formula.data = {...formula.data, label}
}

function inText(parent: Parents, isDescribed: boolean, report: Report): void {
  const children = childrenOf(parent)
  const kept: Array<RootContent> = []
  for (const child of children) {
    const label = labelOf(child)
    const named = label === undefined ? undefined : bearerIn(parent, kept, isDescribed)
    if (label === undefined) kept.push(child)
    else if (named === 'caption') {
      const value = `{#${label}}`
      kept.splice(0, kept.length, ...(closed(kept as Array<PhrasingContent>) as Array<RootContent>))
      kept.push({type: 'text', value})
      setTrailing(parent, {attributes: attributesFor(undefined, label), length: value.length})
    } else if (named === undefined) unused(child, label, report)
    else give(named, label)
  }
  children.splice(0, children.length, ...(closed(kept as Array<PhrasingContent>) as Array<RootContent>))
}

/** What a label in a text names: the heading, the image before it, or the table whose caption this is. */
function bearerIn(
  parent: Parents,
  before: ReadonlyArray<RootContent>,
  isDescribed: boolean
): 'caption' | Nodes | undefined {
  if (parent.type === 'heading') return parent
  const last = before.filter((node) => node.type !== 'text' || node.value.trim() !== '').at(-1)
  if (last?.type === 'image' || last?.type === 'math' || (last?.type as string) === 'displayFormula') return last
  return parent.type === 'paragraph' && (isDescribed || isTableCaption(parent)) ? 'caption' : undefined
}

function isTableCaption({children: [first]}: Paragraph): boolean {
  return first?.type === 'text' && /^(?:Table)?:\s/.test(first.value)
}

/** No white space is left where a label ended the text. */
function closed(children: ReadonlyArray<PhrasingContent>): Array<PhrasingContent> {
  const last = children.at(-1)
  if (last?.type !== 'text') return [...children]
  const value = last.value.trimEnd()
  return value === '' ? closed(children.slice(0, -1)) : [...children.slice(0, -1), {...last, value}]
}

function give(node: Nodes, label: string): void {
  const given = node.data?.attributes
  if (given?.id !== undefined) return
  node.data = {...node.data, attributes: attributesFor(given, label)}
}

function attributesFor(given: Attributes | undefined, id: string): Attributes {
  return {classes: [], pairs: new Map(), ...given, id}
}

function unused(node: Nodes, label: string, report: Report): void {
  const reason = `Cannot find what \`\\label{${label}}\` names, expected an image, a heading, a formula or a table's caption`
  report({id: 'target-used', severity: 'warning', reason, place: placeOf(node)})
}
