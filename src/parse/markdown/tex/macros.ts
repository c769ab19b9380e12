import type {Nodes, PhrasingContent, Root, RootContent} from 'mdast'
import type {Macros} from '../../../model/macro.ts'
import {walk} from '../../../util/walk.ts'
import {parentsOf, setChildren} from '../transform/blocks.ts'
import {childrenOf} from '../tree/raw.ts'
import type {Definition} from './definitions.ts'
import {definitionsIn, macrosOf} from './definitions.ts'
import {blanked} from './groups.ts'
import type {TexNode} from './raw.ts'

declare module 'mdast' {
  interface RootData {
    /** Macros that the text defines, for its formulas: `\\R` → `\\mathbb{R}`. */
    macros?: Macros
  }
}

/** A definition, which stands in the tree only until `takeMacros`. */
interface MacroNode {
  readonly type: 'texMacro'
  readonly definition: Definition
}

/** `\newcommand{\R}{\mathbb{R}}` as a definition; what defines no command of letters is text. */
export function macroNode(node: TexNode): Array<PhrasingContent> {
  const [definition] = definitionsIn(node.source)
  if (definition === undefined) return [{type: 'text', value: node.source}]
  const macro: MacroNode = {type: 'texMacro', definition}
  return [macro as unknown as PhrasingContent]
}

/**
 * Take the definitions out of a tree, those in formulas too, and keep them as its data: later ones go before. Paragraphs and
 * formulas that hold nothing else, or held nothing but commands of layout, go with them.
 */
export function takeMacros(root: Root): void {
  const found = [...walk(root)].flatMap((node) => (isFormula(node) ? taken(node) : (macroOf(node)?.definition ?? [])))
  const parents = parentsOf(root)
  for (const isGone of [isEmpty, isBlank]) {
    for (const parent of parents) {
      const children = childrenOf(parent)
      if (!children.some(isGone)) continue
      setChildren(
        parent,
        children.filter((child) => !isGone(child))
      )
    }
  }
  if (found.length > 0) root.data = {...root.data, macros: macrosOf(found)}
}

interface Formula {
  value: string
}

function isFormula(node: Nodes): node is Extract<Nodes, {type: 'inlineMath' | 'math'}> {
  const type: string = node.type
  return type === 'math' || type === 'inlineMath' || type === 'displayFormula'
}

/** What a formula defines holds in all, as MathJax has it. */
function taken(formula: Formula): ReadonlyArray<Definition> {
  if (!/def|let|command|Operator/.test(formula.value)) return []
  const found = definitionsIn(formula.value)
  for (const {from, to} of found) formula.value = blanked(formula.value, from, to)
  if (found.length > 0 && formula.value.trim() === '') formula.value = ''
  return found
}

function isEmpty(node: Nodes): boolean {
  return macroOf(node) !== undefined || (isFormula(node) && node.value === '')
}

function macroOf(node: Nodes): MacroNode | undefined {
  const type: string = node.type
  return type === 'texMacro' ? (node as unknown as MacroNode) : undefined
}

/** Markdown has no such paragraphs: LaTeX that prints nothing left them. */
function isBlank(node: RootContent): boolean {
  return (
    node.type === 'paragraph' && node.children.every((child) => child.type === 'text' && /^[ \t\n]*$/.test(child.value))
  )
}
