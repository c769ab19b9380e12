import type {Nodes, PhrasingContent, Root} from 'mdast'
import {attributesOf} from '../../model/attributes.ts'
import type {Meta} from '../../model/meta.ts'
import type {CitationItem} from '../../model/nodes.ts'
import {walk} from '../../util/walk.ts'
import {copyTree} from '../copy.ts'
import {setLine} from './line.ts'

/**
 * Set the text of an article as its language has it: quotation marks, apostrophes, dashes, ellipses, and spaces that hold.
 * Titles keep their spaces, for they are also records. `smart: false` leaves everything as typed.
 */
export function typography(meta: Meta, texts: ReadonlyArray<Nodes>): void {
  if (meta.smart === false) return
  const {language} = meta
  for (const line of [meta.title, meta.subtitle ?? []]) setLine(line, {language, spaced: false})
  for (const tree of given([
    meta.abstract,
    meta.graphicalAbstract,
    meta.plainSummary,
    ...(meta.statements?.values() ?? [])
  ]))
    setTree(tree, language)
  for (const [tag, {title = [], subtitle = [], abstract}] of meta.translations) {
    for (const line of [title, subtitle]) setLine(line, {language: tag, spaced: false})
    if (abstract !== undefined) setTree(abstract, tag)
  }
  for (const tree of texts) setTree(tree, language)
}

/** The same for what stands before and after the works of citations, which styles put into words of their own. */
export function affixTypography(meta: Meta, texts: ReadonlyArray<Nodes>): void {
  if (meta.smart === false) return
  for (const node of walk(texts))
    if (node.type === 'citation') node.items = node.items.map((item) => setItem(item, meta.language))
}

function setItem(item: CitationItem, language: string): CitationItem {
  const set = (nodes: ReadonlyArray<PhrasingContent>) => {
    const copies = nodes.map(copyTree)
    setLine(copies, {language, spaced: false})
    return copies
  }
  return {...item, prefix: set(item.prefix), suffix: set(item.suffix)}
}

/** Every line of a tree; a division may be in another language. */
function setTree(tree: Nodes, outer: string): void {
  const open: Array<{node: Nodes; language: string}> = [{node: tree, language: outer}]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const {node, language: around} = next
    if (!('children' in node) || node.type === 'bibliography') continue
    const language = attributesOf(node).pairs.get('lang') ?? around
    if (isLine(node)) setLine(node.children, {language, spaced: node.type !== 'heading'})
    else for (const child of node.children) open.push({node: child, language})
  }
}

type LineNode = Extract<Nodes, {children: Array<PhrasingContent>}>

function isLine(node: Nodes): node is LineNode {
  switch (node.type) {
    case 'caption':
    case 'definitionTerm':
    case 'heading':
    case 'paragraph':
      return true
    case 'tableCell':
      return node.data?.blocks !== true
    default:
      return false
  }
}

function given(trees: ReadonlyArray<Root | undefined>): ReadonlyArray<Root> {
  return trees.filter((tree) => tree !== undefined)
}
